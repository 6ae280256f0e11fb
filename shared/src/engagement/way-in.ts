import { type EngagementId, type Instant, instant, type PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Dyad, Engagement, EngagementRefusal, Holding } from './engagement.js';
import { nearAsOf } from './near.js';

/**
 * Bumped whenever what clients read before they consent changes its meaning: not mediation, not therapy (TT-04), the limits of
 * confidentiality (TT-63), and who sees what. A yes is to what was shown.
 */
export const consentVersion = 1;
/** What clients read before they say yes or no; each names the messages `twoTwo.before.<name>.title` and `.text`. */
export const beforeConsent = ['free', 'whatItIs', 'notThis', 'elsewhere', 'limits', 'whoSees', 'noGuess'] as const;

/** For how long an enquiry waits for both answers, in days. */
export const daysToAnswer = 28;

export type Enquiry = {
  readonly id: EngagementId;
  readonly by: PersonId;
  readonly as: Engagement['enquiry']['as'];
  readonly dyad: Dyad;
  readonly clientIds: readonly PersonId[];
  readonly sponsorId: PersonId | null;
  readonly at: Instant;
};

const daysLater = (at: Instant, days: number): Instant => instant(new Date(Date.parse(at) + days * 86_400_000).toISOString());

/** Whether whoever enquires may do so as what they say they are. Of a coordinator that is known elsewhere. */
const isTheirs = ({ by, as, clientIds, sponsorId }: Enquiry): boolean => {
  if (as === 'client') return clientIds.includes(by);
  return as === 'sponsor' ? sponsorId === by : !clientIds.includes(by) && sponsorId !== by;
};

/**
 * An enquiry for two leaders, by one of them, by a sponsor or by the coordinator (TT-10). Refused unless there are exactly two clients and
 * the sponsor is neither of them (TT-01). It takes nobody's consent for given, not that of a client who enquires either: saying yes is a
 * step of its own (TT-05).
 */
export const enquire = (enquiry: Enquiry): Result<Engagement, EngagementRefusal> => {
  const { id, by, as, dyad, clientIds, sponsorId, at } = enquiry;
  const [one, other, ...more] = clientIds;
  if (one === undefined || other === undefined || more.length > 0 || one === other || clientIds.some((client) => client === sponsorId))
    return err({ code: 'two-two-not-two-and-two' });
  if (!isTheirs(enquiry)) return err({ code: 'two-two-not-yours' });
  return ok({
    ...{ id, state: 'enquiry', dyad, clientIds: [one, other], holdings: [], sponsorId, enquiry: { by, as, at } },
    ...{
      answersBy: daysLater(at, daysToAnswer),
      consents: [],
      putForward: null,
      notThese: [],
      frame: null,
      acceptances: [],
      words: 0,
      closed: null,
    },
  });
};

/** Whether each client has said yes for themselves (TT-05). */
export const bothConsent = ({ clientIds, consents }: Pick<Engagement, 'clientIds' | 'consents'>): boolean =>
  clientIds.every((client) => consents.some(({ personId }) => personId === client));

const notGoingAhead = (engagement: Engagement, at: Instant): Engagement => ({
  ...engagement,
  state: 'closed',
  // Nobody can read from what is left whether one of them had said yes (TT-05).
  consents: [],
  ...{ putForward: null, notThese: [] },
  closed: { at, how: 'not-going-ahead' },
});

/** As it stands at an instant: an enquiry that was not answered by both in time does not go ahead, just as if somebody had said no. */
export const asOf = (engagement: Engagement, now: Instant): Engagement =>
  engagement.state === 'enquiry' && !bothConsent(engagement) && now >= engagement.answersBy
    ? notGoingAhead(engagement, engagement.answersBy)
    : nearAsOf(engagement, now);

/** One client's own yes; saying it again changes nothing. Refused when what they read has been replaced. */
export const consent = (
  engagement: Engagement,
  given: { readonly by: PersonId; readonly version: number; readonly at: Instant },
): Result<Engagement, EngagementRefusal> => {
  const { by: personId, version, at } = given;
  if (!engagement.clientIds.includes(personId)) return err({ code: 'two-two-not-yours' });
  if (engagement.state !== 'enquiry') return err({ code: 'two-two-wrong-state' });
  if (version !== consentVersion) return err({ code: 'two-two-moved-on' });
  if (engagement.consents.some((one) => one.personId === personId)) return ok(engagement);
  return ok({ ...engagement, consents: [...engagement.consents, { personId, version, at }] });
};

/**
 * An enquiry that does not go ahead: a client would rather not, or whoever coordinates takes it back. Both look the same, and neither
 * who nor why is kept (TT-05).
 */
export const letDrop = (engagement: Engagement, at: Instant): Result<Engagement, EngagementRefusal> =>
  engagement.state === 'enquiry' ? ok(notGoingAhead(engagement, at)) : err({ code: 'two-two-wrong-state' });

/**
 * Two coaches, each of whom holds one of the clients (TT-01, TT-02), once both clients have said yes: no start on the consent of one, nor
 * on a sponsor's (TT-05). With them discovery begins.
 */
export const assignCoaches = (engagement: Engagement, holdings: readonly Holding[]): Result<Engagement, EngagementRefusal> => {
  if (engagement.state !== 'enquiry' || !bothConsent(engagement)) return err({ code: 'two-two-wrong-state' });
  const everybody = new Set([...engagement.clientIds, ...holdings.map(({ coachId }) => coachId)]);
  const held = new Set(holdings.map(({ clientId }) => clientId));
  const [sponsor] = engagement.sponsorId === null ? [] : [engagement.sponsorId];
  const isTwoAndTwo = holdings.length === 2 && everybody.size === 4 && engagement.clientIds.every((client) => held.has(client));
  if (!isTwoAndTwo || (sponsor !== undefined && everybody.has(sponsor))) return err({ code: 'two-two-not-two-and-two' });
  return ok({ ...engagement, holdings, state: 'discovery', putForward: null, notThese: [] });
};
