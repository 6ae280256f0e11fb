import type { Engagement } from '@coaching-pairs/shared/wire/engagement';

/** What is to be done next, or waited for; each names `tab.twoTwo.next.<step>`, and what is to be done a button of `tab.twoTwo.next.<step>.do`. */
export const doable = [
  'answer',
  'near',
  'prepare',
  'recommend',
  'structure',
  'accept',
  'accept-anew',
  'summary',
  'goals',
  'meet',
  'finish',
] as const;
const waiting = ['answers', 'coaches', 'near-mine', 'structure-client', 'structure-coach', 'agreements'] as const;
const over = ['not-going-ahead', 'ended', 'completed'] as const;

/** The part of the page where something is done. */
export type PartName = 'way-in' | 'near' | 'discovery' | 'structure' | 'agreement' | 'sessions' | 'goals' | 'summary' | 'end';

export type NextStep =
  | { readonly kind: 'do'; readonly step: (typeof doable)[number]; readonly part: PartName }
  | { readonly kind: 'wait'; readonly step: (typeof waiting)[number] }
  | { readonly kind: 'over'; readonly step: (typeof over)[number] };

const does = (step: (typeof doable)[number], part: PartName): NextStep => ({ kind: 'do', step, part });
const waits = (step: (typeof waiting)[number]): NextStep => ({ kind: 'wait', step });

const inEnquiry = ({ consent, putForward }: Engagement): NextStep => {
  if (consent.mine === null) return does('answer', 'way-in');
  if (putForward !== null) return putForward.mine ? waits('near-mine') : does('near', 'near');
  // Until both have said yes a client reads of their own answer alone (TT-05).
  return waits(consent.both ? 'coaches' : 'answers');
};

const inProposal = ({ party, frame }: Engagement): NextStep => {
  if (party === 'coach') return waits('structure-coach');
  return frame?.mine === true ? waits('structure-client') : does('structure', 'structure');
};

const inWork = ({ state, party, agreement, summary, goals, mayBook }: Engagement, me: string): NextStep => {
  const accepted = agreement.accepted.some(({ person }) => person.id === me);
  if (!accepted) return does(state === 'agreed' ? 'accept' : 'accept-anew', 'agreement');
  if (!mayBook) return waits('agreements');
  const isClient = party === 'client';
  if (isClient && summary.draft !== null && !summary.draft.mine) return does('summary', 'summary');
  const open = goals.filter(({ closedAt }) => closedAt === null);
  if (isClient && (open.length === 0 || open.some(({ agreed, mine }) => !agreed && !mine)) && state === 'active')
    return does('goals', 'goals');
  return state === 'closing' ? does('finish', 'end') : does('meet', 'sessions');
};

/** What one of the four does next, as far as they may know of the others. */
export const nextStepOf = (engagement: Engagement, me: string): NextStep => {
  switch (engagement.state) {
    case 'enquiry':
      return inEnquiry(engagement);
    case 'discovery':
      return engagement.party === 'coach' ? does('recommend', 'structure') : does('prepare', 'discovery');
    case 'proposal':
      return inProposal(engagement);
    case 'closed':
      return { kind: 'over', step: engagement.ending ?? 'ended' };
    default:
      return inWork(engagement, me);
  }
};
