import { meetingFields } from './meeting-fields.js';
import { all } from './rows.js';

/** Who may stand towards an engagement; everybody of the organisation is at least a stranger, whoever administers rounds too (tension 6). */
export const engagementReaders = [
  ...(['client-1', 'client-2', 'coach-1', 'coach-2'] as const),
  ...(['sponsor', 'coordinator', 'administrator', 'stranger'] as const),
] as const;
export type EngagementReader = (typeof engagementReaders)[number];

const four = ['client-1', 'client-2', 'coach-1', 'coach-2'] as const;

/** What may be known of an engagement, and by whom (TT-60, TT-61). Whatever is not listed for a reader never reaches them. */
export const engagementFacts = {
  /** Which engagements one is in, and as what. */
  mine: [...four, 'sponsor'],
  /** Their own yes, before everybody concerned has said theirs: theirs alone (TT-05, TT-62). */
  own: [...four],
  /** Who would coach them although near to one of them, and why nobody else, while both clients are asked (TT-01). */
  asked: ['client-1', 'client-2'],
  /** What their coaches say of themselves in the register, to the clients whom they were given to. */
  introduced: ['client-1', 'client-2'],
  /** What the four share: who holds whom, structure, agreement, focus areas and goals. */
  shared: [...four],
  /** A meeting, to those who come to it: all four, or of an intake a client and their coach (TT-13). */
  meeting: [...four],
  /** What each wrote down, to whomever they chose among the four (TT-60). */
  entry: [...four],
  /** What the two coaches settle between them, without what a client told one of them alone. */
  coaches: ['coach-1', 'coach-2'],
  /** A summary that is not approved. */
  draft: [...four],
  /** A summary whose wording both clients approved. */
  released: [...four, 'sponsor'],
  /** That it is active, how many sessions are planned and were held, and when the sponsor accepted. */
  sponsored: ['sponsor'],
  /** Who is in it and how far it is, to whoever coordinates. */
  coordinating: ['coordinator'],
  /** Whom the directory knows, by name and department, as everybody of the organisation finds them in Teams; it tells of no engagement. */
  directory: engagementReaders,
} as const satisfies Readonly<Record<string, readonly EngagementReader[]>>;
export type EngagementFact = keyof typeof engagementFacts;

const words = ['broughtIn', 'confidentiality', 'contact'] as const;

/** Every field of every answer about engagements, and the fact that it tells; a field without a row fails the tests (C-02). */
export const engagementFields: Readonly<Record<string, EngagementFact>> = {
  ...all('MyEngagements.engagements[].', 'mine', ['id', 'party', 'stage', 'clients[]']),
  ...all('Engagement.', 'shared', ['id', 'state', 'dyad', 'party', 'clients[]', 'holdings[].coach', 'holdings[].client', 'sponsor']),
  ...all('Engagement.coaches[].', 'introduced', ['id', 'about', 'languages[]', 'place']),
  ...all('Engagement.', 'shared', ['enquiredBy', 'answersBy', 'consent.version', 'consent.both', 'mayBook', 'ending', 'keptUntil']),
  ...all('Engagement.', 'own', ['consent.mine', 'frame.mine', 'goals[].mine', 'summary.draft.mine', 'audiences[]']),
  ...all('Engagement.putForward.', 'asked', ['version', 'holdings[].coach', 'holdings[].client', 'words', 'answersBy']),
  ...all('Engagement.putForward.near[].', 'asked', ['coach', 'client', 'why']),
  'Engagement.putForward.mine': 'own',
  ...all('Engagement.frame.', 'shared', ['version', 'sessions', 'minutes', 'everyWeeks', 'by', 'at']),
  ...all('Engagement.agreement.', 'shared', ['terms', 'words', 'complete', 'accepted[].person', 'accepted[].party', 'accepted[].at']),
  ...all('Engagement.agreement.written[].', 'shared', ['version', 'savedBy', 'savedAt', ...words]),
  'Engagement.focus[]': 'shared',
  ...all('Engagement.goals[].', 'shared', ['id', 'what', 'sign', 'firstStep', 'suggestedBy', 'agreed', 'closedAt']),
  ...all('Engagement.entries[].', 'entry', ['id', 'version', 'author', 'audience', 'text', 'changedAt']),
  ...all('Engagement.coachesNote.', 'coaches', ['version', 'opens', 'watches', 'handOver', 'debrief', 'savedBy', 'savedAt']),
  ...all('Engagement.summary.draft.', 'draft', ['version', 'observations', 'takeAways', 'by']),
  ...all('Engagement.summary.released.', 'released', ['version', 'observations', 'takeAways', 'at']),
  ...all('SponsorView.', 'sponsored', ['clients[]', 'active', 'sessions', 'held', 'acceptedAt']),
  ...all('SponsorView.summary.', 'released', ['observations', 'takeAways', 'at']),
  ...meetingFields,
  ...all('Coordinating.engagements[].', 'coordinating', ['id', 'state', 'clients[]', 'holdings[].coach', 'holdings[].client']),
  ...all('Coordinating.engagements[].', 'coordinating', ['sponsor', 'ready', 'notThese[]', 'asked.coaches[]', 'asked.answersBy']),
  ...all('MyData.engagements[].', 'mine', ['party', 'enquiredAt', 'enquiredByMe', 'consentedAt', 'acceptedAt']),
  ...all('MyData.engagements[].', 'own', ['contentWithCoaches', 'approvedSummary']),
  ...all('MyData.engagements[].structure.', 'own', ['sessions', 'minutes', 'everyWeeks', 'at', 'recommendedByMe', 'acceptedByMe']),
  ...all('MyData.engagements[].terms[].', 'own', ['version', 'savedAt', ...words]),
  ...all('MyData.engagements[].summary.', 'own', ['observations', 'takeAways', 'at']),
  ...all('MyData.engagements[].coachesNote.', 'coaches', ['savedAt', 'opens', 'watches', 'handOver', 'debrief']),
  ...all('MyData.engagements[].meetings[].', 'meeting', ['kind', 'start', 'minutes', 'place', 'state', 'bookedByMe']),
  'MyData.engagements[].meetings[].keptFree': 'own',
  ...all('MyData.engagements[].messages[].', 'mine', ['kind', 'at', 'arrived']),
  ...all('MyData.engagements[].', 'own', ['entries[].audience', 'entries[].text', 'entries[].changedAt']),
  ...all('MyData.engagements[].goals[].', 'own', ['what', 'sign', 'firstStep']),
};
