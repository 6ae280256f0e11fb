import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Engagement, type EngagementRefusal, fourOf, isAt, partyOf } from './engagement.js';

/** Bumped whenever a term below changes its meaning; whoever accepts names the version they were shown. */
export const termsVersion = 1;

/**
 * What each party accepts, by name and date; each names the message `twoTwo.terms.<party>.<name>`: five promises of a coach (TT-30), three
 * of a client (TT-31), two of a sponsor (TT-33).
 */
export const termsOf = {
  coach: ['ethics', 'trust', 'learning', 'reflection', 'practice'],
  client: ['commitments', 'buffer', 'notifications'],
  sponsor: ['outcomes', 'confidentiality'],
} as const;

/** How clients show up at their best: guidance, which nobody signs (TT-32). Each names `twoTwo.showingUp.<name>`. */
export const showingUp = ['open', 'goals', 'accountable', 'practise', 'change', 'patient'] as const;

/** What the four write into the agreement themselves; the sponsor reads none of it (TT-61). Texts may be empty. */
export type TermsWords = {
  /** What a client and their coach spoke of between them may be brought to all four (TT-13). */
  readonly broughtIn: string;
  readonly confidentiality: string;
  readonly contact: string;
};
export const noTermsWords: TermsWords = { broughtIn: '', confidentiality: '', contact: '' };

/** One version of them; none is ever written over. */
export type WrittenTerms = TermsWords & { readonly version: number; readonly savedBy: PersonId; readonly savedAt: Instant };

/** In letters, of each text. */
export const longestTerms = 2_000;
/** More versions than this are a mistake. */
export const mostVersions = 40;

type Saving = TermsWords & { readonly by: PersonId; readonly at: Instant; readonly base: number };

/** A new version of what the four wrote, which nobody has accepted yet: all four are asked anew (TT-34). */
export const writeTerms = (
  engagement: Engagement,
  { by, at, base, ...words }: Saving,
): Result<{ readonly engagement: Engagement; readonly written: WrittenTerms }, EngagementRefusal> => {
  if (!fourOf(engagement).includes(by)) return err({ code: 'two-two-not-yours' });
  if (!isAt(engagement, 'agreed', 'active', 'closing')) return err({ code: 'two-two-wrong-state' });
  if (engagement.words !== base) return err({ code: 'two-two-moved-on' });
  if (base >= mostVersions) return err({ code: 'two-two-too-many' });
  const version = base + 1;
  return ok({ engagement: { ...engagement, words: version }, written: { ...words, version, savedBy: by, savedAt: at } });
};

/** Whether somebody of the four has accepted their part as it stands now. */
export const hasAccepted = ({ acceptances, words }: Engagement, person: PersonId): boolean =>
  acceptances.some((one) => one.personId === person && one.party !== 'sponsor' && one.words === words);

/** Whether both clients and both coaches have accepted theirs as it stands now; a sponsor's does not count (TT-34). */
export const areComplete = (engagement: Engagement): boolean => {
  const four = fourOf(engagement);
  return four.length === 4 && four.every((person) => hasAccepted(engagement, person));
};

/** Whether a session may be booked: while it is active and the four agreements are complete (TT-34). */
export const mayBook = (engagement: Engagement): boolean => isAt(engagement, 'active', 'closing') && areComplete(engagement);

type Accepting = { readonly by: PersonId; readonly terms: number; readonly words: number; readonly at: Instant };

/**
 * Somebody of the four accepts their part, in the version that they were shown. With the fourth of them the engagement becomes active
 * (TT-34). Accepting the same again changes nothing.
 */
export const acceptTerms = (engagement: Engagement, { by, terms, words, at }: Accepting): Result<Engagement, EngagementRefusal> => {
  const party = partyOf(engagement, by);
  if (party === null || party === 'sponsor') return err({ code: 'two-two-not-yours' });
  if (!isAt(engagement, 'agreed', 'active', 'closing')) return err({ code: 'two-two-wrong-state' });
  if (terms !== termsVersion || words !== engagement.words) return err({ code: 'two-two-moved-on' });
  if (hasAccepted(engagement, by)) return ok(engagement);
  const others = engagement.acceptances.filter(({ personId }) => personId !== by);
  const next: Engagement = { ...engagement, acceptances: [...others, { personId: by, party, terms, words, at }] };
  return ok(next.state === 'agreed' && areComplete(next) ? { ...next, state: 'active' } : next);
};

/** When the sponsor accepted both of their terms; null before. Only that opens their page, and it gates nothing else (TT-33, TT-34). */
export const sponsorAcceptedAt = ({ acceptances }: Engagement): Instant | null =>
  acceptances.find(({ party }) => party === 'sponsor')?.at ?? null;

/** The sponsor accepts both of theirs, as soon as both clients have said yes. */
export const acceptAsSponsor = (
  engagement: Engagement,
  { by, terms, at }: Pick<Accepting, 'by' | 'terms' | 'at'>,
): Result<Engagement, EngagementRefusal> => {
  if (engagement.sponsorId !== by) return err({ code: 'two-two-not-yours' });
  if (isAt(engagement, 'enquiry', 'closed')) return err({ code: 'two-two-wrong-state' });
  if (terms !== termsVersion) return err({ code: 'two-two-moved-on' });
  if (sponsorAcceptedAt(engagement) !== null) return ok(engagement);
  return ok({ ...engagement, acceptances: [...engagement.acceptances, { personId: by, party: 'sponsor', terms, words: 0, at }] });
};
