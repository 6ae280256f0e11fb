import type { Engagement, EngagementRefusal, Holding } from '@coaching-pairs/shared/engagement/engagement';
import { acceptFrame, recommendFrame } from '@coaching-pairs/shared/engagement/frame';
import { acceptTerms } from '@coaching-pairs/shared/engagement/terms';
import { assignCoaches, consent, consentVersion, type Enquiry, enquire } from '@coaching-pairs/shared/engagement/way-in';
import { engagementId, instant, type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';

/** Rosa leads and Sam reports to her; Ines holds Rosa's experience, Karl Sam's; Lena sponsors the two. Nobody else has to do with it. */
export const [rosa, sam, ines, karl, lena, mina] = ['rosa', 'sam', 'ines', 'karl', 'lena', 'mina'].map((name) => personId(name)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
export const now = instant('2026-11-23T09:00:00.000Z');
export const holdings: readonly Holding[] = [
  { coachId: ines, clientId: rosa },
  { coachId: karl, clientId: sam },
];

/** What was decided; a refusal is a mistake of the test. */
export const done = <T>(result: Result<T, EngagementRefusal>): T => {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
};

export const refusalOf = (result: Result<unknown, EngagementRefusal>): string => (result.ok ? 'done' : result.error.code);

export const enquiry: Enquiry = {
  ...{ id: engagementId('e-1'), by: rosa, as: 'client', dyad: 'manager-and-report', clientIds: [rosa, sam], sponsorId: lena, at: now },
};

export const enquired = (): Engagement => done(enquire(enquiry));
export const says = (engagement: Engagement, by: PersonId) => consent(engagement, { by, version: consentVersion, at: now });
export const consented = (): Engagement => done(says(done(says(enquired(), rosa)), sam));
export const discovering = (): Engagement => done(assignCoaches(consented(), holdings));

const frame = { sessions: 6, minutes: 90, everyWeeks: 3, at: now, base: 0 };
export const recommended = (): Engagement => done(recommendFrame(discovering(), { ...frame, by: ines }));
export const agreed = (): Engagement => done(acceptFrame(done(acceptFrame(recommended(), rosa, 1)), sam, 1));
export const accepts = (engagement: Engagement, by: PersonId) =>
  acceptTerms(engagement, { by, terms: 1, words: engagement.words, at: now });
export const active = (): Engagement => [rosa, sam, ines, karl].reduce((engagement, by) => done(accepts(engagement, by)), agreed());
