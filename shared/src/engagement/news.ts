import type { Instant, PersonId, SessionId } from '../ids.js';
import { type Engagement, fourOf, isAt } from './engagement.js';
import { noSummary, type Summary } from './summary.js';
import { hasAccepted, mayBook, sponsorAcceptedAt } from './terms.js';
import { bothConsent } from './way-in.js';

/** What people of an engagement are told of; each names the messages `twoTwo.card.<kind>.title`, `.text` and `.open`. */
export const newsKinds = [
  'asked',
  'find-coaches',
  'near',
  'near-agreed',
  'near-others',
  'coaches',
  'assigned',
  'structure',
  'agreement',
  'sponsor-terms',
  'begun',
  'summary',
  'summary-out',
  'booked',
  'moved',
  'cancelled',
  'short-notice',
  'soon',
  'not-ahead',
  'over',
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** To one person, or to whoever coordinates. */
export type News = {
  readonly kind: NewsKind;
  readonly to: PersonId | 'coordinator';
  /** Of what they are asked to look at, where that has one. */
  readonly version?: number;
  /** Which meeting, and when it is to be; when it would have been where it is called off. */
  readonly meeting?: { readonly id: SessionId; readonly start: Instant };
  /** Not before then; at once where that is not said. */
  readonly due?: Instant;
};

const toAll = (kind: NewsKind, people: readonly PersonId[]): readonly News[] => people.map((to) => ({ kind, to }));

/** Those who have to accept what they had not to before: all four at first, later whoever had accepted what was changed (TT-34). */
const toAccept = (before: Engagement, after: Engagement): readonly News[] => {
  if (!isAt(after, 'agreed', 'active', 'closing')) return [];
  const isNew = !isAt(before, 'agreed', 'active', 'closing');
  const sponsor = after.sponsorId === null || !isNew || sponsorAcceptedAt(after) !== null ? [] : [after.sponsorId];
  const asked = fourOf(after).filter((one) => !hasAccepted(after, one) && (isNew || hasAccepted(before, one)));
  return [...toAll('agreement', asked), ...toAll('sponsor-terms', sponsor)];
};

/** An enquiry that does not go ahead is told to both clients and to whoever enquired, whatever became of it (TT-05). */
const notAhead = ({ clientIds, enquiry }: Engagement): readonly News[] => toAll('not-ahead', [...new Set([...clientIds, enquiry.by])]);

/** Its end is told to all four alike, so also to whoever ended it (TT-64), and to a sponsor who was asked for their terms. */
const over = (before: Engagement): readonly News[] => {
  const sponsor = before.sponsorId !== null && isAt(before, 'agreed', 'active', 'closing') ? [before.sponsorId] : [];
  return toAll('over', [...fourOf(before), ...sponsor]);
};

/** Both said yes: coaches are to be found. Two put forward: each client is asked. Of what came of that whoever coordinates reads one word. */
const inEnquiry = (before: Engagement, after: Engagement): readonly News[] => {
  const isAsked = after.putForward !== null && after.putForward.id !== before.putForward?.id;
  return [
    ...(bothConsent(after) && !bothConsent(before) ? [{ kind: 'find-coaches', to: 'coordinator' } as const] : []),
    ...(isAsked ? toAll('near', after.clientIds) : []),
    ...(after.notThese.length > before.notThese.length ? [{ kind: 'near-others', to: 'coordinator' } as const] : []),
  ];
};

/** Whoever coordinates put these two forward, and waits. Where others were given meanwhile it would tell of a yes. */
const agreedTo = ({ putForward }: Engagement, { holdings }: Engagement): readonly News[] => {
  const isThem = putForward !== null && holdings.every((held) => putForward.holdings.some(({ coachId }) => coachId === held.coachId));
  return isThem ? [{ kind: 'near-agreed', to: 'coordinator' }] : [];
};

/**
 * What follows for people from a change of an engagement. It is told by how the engagement stands, and never by who changed it: of one
 * client's yes or no nothing follows (TT-05), and the end reads the same whoever ended it (TT-64). Whoever enquires has the page before
 * them and is not asked by a message.
 */
export const newsOf = (before: Engagement | null, after: Engagement): readonly News[] => {
  const { clientIds, holdings, frame, enquiry } = after;
  if (before === null) {
    const asked = clientIds.filter((client) => client !== enquiry.by);
    return toAll('asked', asked);
  }
  if (before.state === 'closed') return [];
  if (after.state === 'closed') return after.closed?.how === 'not-going-ahead' ? notAhead(before) : over(before);
  if (after.state === 'enquiry') return inEnquiry(before, after);
  const coachIds = holdings.map(({ coachId }) => coachId);
  const version = frame?.version ?? 0;
  const recommended = version > (before.frame?.version ?? 0);
  return [
    ...(before.state === 'enquiry' ? [...toAll('coaches', clientIds), ...toAll('assigned', coachIds), ...agreedTo(before, after)] : []),
    ...(recommended ? clientIds.map((to): News => ({ kind: 'structure', to, version })) : []),
    ...toAccept(before, after),
    ...(mayBook(after) && !mayBook(before) ? toAll('begun', fourOf(after)) : []),
  ];
};

/** Both clients are asked about a new wording, and the sponsor is told once both have said yes; of one yes nothing follows (TT-62). */
export const newsOfSummary = (before: Summary | null, after: Summary, { clientIds, sponsorId }: Engagement): readonly News[] => {
  const { draft, released } = before ?? noSummary;
  const worded = after.draft !== null && after.draft.version > (draft?.version ?? 0) ? after.draft.version : null;
  const out = after.released !== null && after.released.version > (released?.version ?? 0) ? after.released.version : null;
  return [
    ...(worded === null ? [] : clientIds.map((to): News => ({ kind: 'summary', to, version: worded }))),
    ...(out === null || sponsorId === null ? [] : [{ kind: 'summary-out', to: sponsorId, version: out } as const]),
  ];
};

/** Whether it still says what is so when it is sent, as far as the engagement's own row tells it. */
export const isStillNews = (engagement: Engagement, { kind, to, version }: News): boolean => {
  const { state, consents, frame } = engagement;
  switch (kind) {
    case 'asked':
      return state === 'enquiry' && !consents.some(({ personId }) => personId === to);
    case 'find-coaches':
    case 'near-others':
      return state === 'enquiry' && bothConsent(engagement) && engagement.putForward === null;
    case 'near':
      return state === 'enquiry' && to !== 'coordinator' && engagement.putForward?.agreedBy.includes(to) === false;
    case 'coaches':
    case 'assigned':
    case 'near-agreed':
      return isAt(engagement, 'discovery', 'proposal');
    case 'structure':
      return state === 'proposal' && frame?.version === version && to !== 'coordinator' && !frame?.acceptedBy.includes(to);
    case 'agreement':
      return isAt(engagement, 'agreed', 'active', 'closing') && to !== 'coordinator' && !hasAccepted(engagement, to);
    case 'sponsor-terms':
      return !isAt(engagement, 'enquiry', 'closed') && sponsorAcceptedAt(engagement) === null;
    case 'begun':
      return mayBook(engagement);
    case 'not-ahead':
      return engagement.closed?.how === 'not-going-ahead';
    case 'over':
      return state === 'closed';
    case 'summary':
      // Without a sponsor there is nobody for whom it could go out.
      return isAt(engagement, 'active', 'closing') && engagement.sponsorId !== null;
    case 'summary-out':
      return engagement.sponsorId === to;
    default:
      // Meetings are asked about one by one.
      return state !== 'closed';
  }
};
