import type { Instant, PairId, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { fewestSessions } from '../sessions/plan.js';

export const meetingPlaces = ['teams', 'in-person', 'walk', 'varies'] as const;
export const noteHabits = ['none', 'own', 'shared'] as const;

/** What all of a pair settle together; each of them may change it (CP-40). Texts may be empty. */
export type Terms = {
  readonly meetings: number;
  /** Of one meeting. */
  readonly minutes: number;
  readonly place: (typeof meetingPlaces)[number];
  /** Who books the meetings. */
  readonly books: PersonId | 'in-turn';
  /** How long before a meeting somebody says that it has to be moved. */
  readonly noticeHours: number;
  readonly notes: (typeof noteHabits)[number];
  /** Recording, transcripts and notes by a machine stay off. */
  readonly recordingOff: boolean;
  readonly confidentiality: string;
  readonly contact: string;
  readonly awayday: string;
  readonly drift: string;
};

/** What only they themselves can say. */
export type OwnWords = { readonly wants: string; readonly challenge: string; readonly shutsDown: string };

/** One version of how a pair or trio works together; none is ever written over. */
export type Agreement = {
  readonly pairId: PairId;
  /** 1 for the first. */
  readonly version: number;
  readonly savedBy: PersonId;
  readonly savedAt: Instant;
  readonly terms: Terms;
  readonly own: readonly (OwnWords & { readonly personId: PersonId })[];
  /** Who has said yes to exactly this version. */
  readonly confirmedBy: readonly PersonId[];
};

export type AgreementRefusal =
  /** Somebody saved a newer version meanwhile; nothing is written over. */
  { readonly code: 'agreement-changed' } | { readonly code: 'too-many-versions' } | { readonly code: 'not-a-member' };

/** More than this in half a year is a mistake. */
export const mostVersions = 40;
/** In letters, of each text. */
export const longestText = 1_000;
/** A shorter meeting is not about an hour (CP-41). */
export const aboutAnHour = 50;

export const noWords: OwnWords = { wants: '', challenge: '', shutsDown: '' };

/** What a pair begins with, of so many members: the floor of CP-41, a day's notice, nothing recorded. Three meet for longer. */
export const firstTerms = (members: number): Terms => ({
  meetings: fewestSessions,
  minutes: members > 2 ? 75 : 60,
  place: 'teams',
  books: 'in-turn',
  noticeHours: 24,
  notes: 'own',
  recordingOff: true,
  ...{ confidentiality: '', contact: '', awayday: '', drift: '' },
});

/** What somebody says of themselves; nothing where they have not written. */
export const wordsOf = ({ own }: Pick<Agreement, 'own'>, personId: PersonId): OwnWords => {
  const { wants, challenge, shutsDown } = own.find((one) => one.personId === personId) ?? noWords;
  return { wants, challenge, shutsDown };
};

export const termWarnings = ['fewer-meetings', 'shorter-meetings'] as const;
/** Where terms fall short of the floor: at least six meetings, about an hour each (CP-41). They may be agreed on all the same. */
export const warningsOf = ({ meetings, minutes }: Pick<Terms, 'meetings' | 'minutes'>): readonly (typeof termWarnings)[number][] => [
  ...(meetings < fewestSessions ? (['fewer-meetings'] as const) : []),
  ...(minutes < aboutAnHour ? (['shorter-meetings'] as const) : []),
];

export type Saving = {
  readonly pairId: PairId;
  readonly members: readonly PersonId[];
  readonly by: PersonId;
  readonly at: Instant;
  /** The version that was shown when this was written; 0 where there was none. */
  readonly base: number;
  readonly terms: Terms;
  /** Of whoever saves; what the others said of themselves stays as it is. */
  readonly words: OwnWords;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A new version, which nobody has confirmed yet (CP-40). What is the same as before is no new version. Refused when a newer one than the
 * one shown exists, and when somebody else than a member is to book.
 */
export const saveAgreement = (latest: Agreement | null, saving: Saving): Result<Agreement, AgreementRefusal> => {
  const { pairId, members, by, at, base, terms, words } = saving;
  if ((latest?.version ?? 0) !== base) return err({ code: 'agreement-changed' });
  if (!members.includes(by) || (terms.books !== 'in-turn' && !members.includes(terms.books))) return err({ code: 'not-a-member' });
  const own = members.map((personId) => ({ personId, ...(personId === by ? words : wordsOf(latest ?? { own: [] }, personId)) }));
  if (latest !== null && same([latest.terms, latest.own], [terms, own])) return ok(latest);
  if (base >= mostVersions) return err({ code: 'too-many-versions' });
  return ok({ pairId, version: base + 1, savedBy: by, savedAt: at, terms, own, confirmedBy: [] });
};

/** Somebody's yes to the version they were shown, the hierarchy-free zone included (CP-42). Saying it again changes nothing. */
export const confirmAgreement = (latest: Agreement | null, version: number, by: PersonId): Result<Agreement, AgreementRefusal> => {
  if (latest === null || latest.version !== version) return err({ code: 'agreement-changed' });
  return ok(latest.confirmedBy.includes(by) ? latest : { ...latest, confirmedBy: [...latest.confirmedBy, by] });
};

/** Whether all of a pair or trio have said yes to this version. */
export const isAgreed = ({ confirmedBy }: Pick<Agreement, 'confirmedBy'>, members: readonly PersonId[]): boolean =>
  members.every((id) => confirmedBy.includes(id));
