import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { Result } from '@coaching-pairs/shared/result';

/** Who a round is for: the members of an Entra group (nested ones too), everybody below a person (that person included), or a list. */
export type Audience =
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'below'; readonly personId: PersonId }
  | { readonly kind: 'list'; readonly ids: readonly PersonId[] };

declare const opaque: unique symbol;
/** Where a sync goes on: kept as it is, never read. Made by the directory alone. */
export type SyncToken = string & { readonly [opaque]: 'SyncToken' };

/**
 * What one page of the directory brought. A caller that keeps `people` and `token` together can go on after a crash.
 * People come merged with what was known of them; `startedAgain` says that everything kept so far must be forgotten.
 */
export type SyncPage = {
  readonly people: readonly Person[];
  readonly removed: readonly PersonId[];
  readonly token: SyncToken;
  /** Accounts that the directory has shown so far, whether kept or not; one shown twice counts twice. */
  readonly seen: number;
  readonly kept: number;
  readonly startedAgain: boolean;
};

export type ReadOptions = {
  /** The token of an earlier page or reading; without it everything is read from the start. */
  readonly from?: SyncToken;
  /** What was kept under that token. */
  readonly known?: readonly Person[];
  /** Awaited after each page, before the next is asked for. */
  readonly onPage?: (page: SyncPage) => void | Promise<void>;
  readonly signal?: AbortSignal;
};

export type DirectoryWarning =
  /** Ids of the audience for which the directory has no account. */
  | { readonly code: 'not-found'; readonly ids: readonly PersonId[] }
  /** Managers somebody points to, for whom the directory has no account. */
  | { readonly code: 'manager-not-found'; readonly ids: readonly PersonId[] }
  /** A field that is empty for everybody: most likely a missing permission. */
  | {
      readonly code: 'field-empty-for-all';
      readonly field: 'department' | 'mail' | 'jobTitle';
    }
  /** The earlier token had expired, so everything was read again. */
  | { readonly code: 'started-again' }
  /** Reading working time zones has not been granted (MailboxSettings.Read). */
  | { readonly code: 'time-zones-not-granted' };

export type DirectoryReading = {
  /** The audience and everybody above them, nobody else. */
  readonly people: readonly Person[];
  /** Those of `people` who are the audience, in no particular order. */
  readonly audience: readonly PersonId[];
  /** Give it to the next reading, which then brings changes only. */
  readonly next: SyncToken;
  /** Accounts looked at, kept or not. */
  readonly seen: number;
  readonly warnings: readonly DirectoryWarning[];
};

export type DirectoryRefusal =
  /** A permission is missing: refused outright, or shown as empty fields that are never empty. */
  | {
      readonly code: 'permission-missing';
      readonly permission: string;
      readonly fields: readonly string[];
    }
  /** The group or the person named by the audience does not exist. */
  | { readonly code: 'audience-not-found'; readonly id: string }
  /** The directory could not be reached or went on refusing; reading later with the last token goes on from there. */
  | {
      readonly code: 'unavailable';
      readonly status: number | null;
      readonly retryAfterSeconds: number | null;
    }
  /** The directory's answer had a field that cannot be read. */
  | { readonly code: 'unreadable'; readonly field: string };

export type FoundPerson = Pick<Person, 'id' | 'name' | 'department' | 'jobTitle' | 'mail'>;
export type FoundGroup = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
};

/** An account of the tenant, as far as it has to be known whether it is a guest's. */
export type FoundAccount = Pick<Person, 'id' | 'name' | 'enabled'> & { readonly guest: boolean };

/** The organisation's directory, read only. Every call may be refused; none throws for what the directory answered. */
export type Directory = {
  /** Reads the audience and everybody above them; a `list` may hold ids the directory does not know (a warning). */
  readPeople(audience: Audience, options?: ReadOptions): Promise<Result<DirectoryReading, DirectoryRefusal>>;
  /** These people and everybody above them, as far as the directory knows them; for a handful, without reading it all. */
  people(ids: readonly PersonId[]): Promise<Result<readonly Person[], DirectoryRefusal>>;
  /** Up to 20 people whose name or mail begins with the text, or contains a word that does. */
  searchPeople(text: string): Promise<Result<readonly FoundPerson[], DirectoryRefusal>>;
  /** The accounts with this address; a guest has the one to which they were invited. */
  accountsOf(mail: string): Promise<Result<readonly FoundAccount[], DirectoryRefusal>>;
  /** Up to 20 groups whose name begins with the text. */
  searchGroups(text: string): Promise<Result<readonly FoundGroup[], DirectoryRefusal>>;
  /** Ids of all members, of nested groups too; people only. */
  groupMembers(groupId: string): Promise<Result<readonly PersonId[], DirectoryRefusal>>;
  /** The person and everybody below, all levels; a cycle is walked once. */
  peopleBelow(personId: PersonId): Promise<Result<readonly PersonId[], DirectoryRefusal>>;
};
