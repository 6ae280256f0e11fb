import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { Answer } from '@coaching-pairs/shared/round/participation';
import type { RoundState } from '@coaching-pairs/shared/round/round';
import type { Awayday, AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import type { Board, BoardHelp, BoardProposal, OddChoice } from '@coaching-pairs/shared/wire/board';
import type { UndeliveredMessage } from '@coaching-pairs/shared/wire/delivery';
import type { LeaderPage } from '@coaching-pairs/shared/wire/leading';
import type { MyMatch, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named, Notice, Work } from '@coaching-pairs/shared/wire/parts';
import type { RoundPeople, RoundPerson } from '@coaching-pairs/shared/wire/people';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import type { RoundOverview, RoundPlanInput } from '@coaching-pairs/shared/wire/rounds';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { pairsOf } from './announced.js';
import { type Third, thirdQuestionsOf } from './late.js';

/** A round as the stand-in for the bot remembers it: as simple as the pages allow. */
export type FakeRound = {
  readonly id: string;
  plan: RoundPlanInput;
  state: RoundState;
  people: readonly Named[];
  audience: string | null;
  readAt: string | null;
  notices: Notice[];
  kickOff: RoundOverview['kickOff'];
  awayday?: Pick<Awayday, 'revision' | 'meeting'> & { readonly plan: AwaydayShown };
  reach: RoundOverview['reach'];
  waves: number;
  answers: Map<string, Answer>;
  uncertain: Map<string, string>;
  zones?: Map<string, RoundPerson['zone']>;
  proposals: BoardProposal[];
  works: Work[];
  toDeliver: number;
  undelivered: UndeliveredMessage[];
  proof: string | null;
  help: BoardHelp[];
  repeats: Board['repeats'];
  suggestions: Board['suggestions'];
  /** What was done by hand, with how the drafts stood before. */
  edits?: readonly { readonly id: string; readonly text: string; readonly proposals: readonly BoardProposal[] }[];
  /** What drafting again is to have changed. */
  changes?: Board['changes'];
  /** What was last chosen for one too many. */
  odd: OddChoice;
  /** The pulse and the insights wall; nothing yet where it is left out. */
  closing?: Pick<MyRound, 'pulse' | 'insightsWall'>;
  keptDays?: number;
  /** Nothing yet where it is left out. */
  rhythm?: Progress['rhythm'];
  /** What organisers say on cards; nothing where it is left out. */
  ownWords?: Partial<Record<'invitation' | 'match', string>>;
  /** Pairs that are asked to take somebody in; none where it is left out. */
  thirds?: readonly Third[];
  /** Whom organisers have set aside, and until when. */
  paused?: Map<string, string>;
};

export const now = '2026-11-20T09:30:00.000Z';
const open = ['inviting', 'matching', 'proposed'];

export const answerOf = (round: FakeRound, id: string): Answer => round.answers.get(id) ?? 'none';
export const joinedOf = (round: FakeRound): readonly Named[] => round.people.filter((one) => answerOf(round, one.id) === 'joined');
const holds = (proposal: BoardProposal, id: string): boolean => proposal.members.some((one) => one.id === id);
const live = (round: FakeRound, id: string): BoardProposal | undefined =>
  round.proposals.find((one) => one.state !== 'being-reworked' && holds(one, id));
const reworked = (round: FakeRound, id: string): boolean => round.proposals.some((one) => one.state === 'being-reworked' && holds(one, id));
export const freeOf = (round: FakeRound): readonly Named[] => joinedOf(round).filter((one) => live(round, one.id) === undefined);
const named = (round: FakeRound, id: string): Named => round.people.find((one) => one.id === id) ?? { id, name: id, functionName: null };

export const standingOf = (round: FakeRound, id: string): RoundPerson['standing'] => {
  const proposal = live(round, id);
  if (proposal?.state === 'formed') return 'paired';
  if (answerOf(round, id) !== 'joined') return 'not-joined';
  if (proposal?.state === 'sent') return proposal.acceptedBy.includes(id) ? 'waiting' : 'asked';
  if (reworked(round, id)) return 'being-reworked';
  return proposal === undefined ? 'free' : 'drafted';
};

export const tallyOf = (round: FakeRound): RoundOverview['tally'] => {
  const count = (state: BoardProposal['state']): number => round.proposals.filter((one) => one.state === state).length;
  const joined = joinedOf(round);
  const sittingOut = round.people.filter((one) => answerOf(round, one.id) === 'sitting-out').length;
  return {
    population: round.people.length,
    joined: joined.length,
    sittingOut,
    silent: round.people.length - joined.length - sittingOut,
    drafts: count('draft'),
    open: count('sent'),
    pairs: count('formed'),
    withoutPartner: joined.filter((one) => standingOf(round, one.id) !== 'paired').length,
  };
};

/** That pairs have ended since the announcement, and whose. */
const endedIn = (round: FakeRound): RoundOverview['notices'] => {
  const { state, proposals } = round;
  const people = state === 'active' ? proposals.filter((one) => one.state === 'being-reworked').flatMap(({ members }) => members) : [];
  const late = state === 'active' ? freeOf(round) : [];
  if (people.length === 0 && late.length > 0)
    return [{ code: 'joined-late', severity: 'info', text: 'One person has joined late.', people: [...late] }];
  return people.length === 0 ? [] : [{ code: 'pair-ended', severity: 'warning', text: 'People wait for a new match.', people }];
};

const noClosing = { pulse: null, insightsWall: false } as const;

export const overviewOf = (round: FakeRound, viewer: string): RoundOverview => {
  const leader = named(round, round.plan.leaderId);
  const partner = named(round, round.plan.peoplePartnerId);
  return {
    id: round.id,
    name: round.plan.name,
    follows: null,
    next: null,
    state: round.state,
    mode: round.plan.mode ?? 'proposed',
    introduction: round.plan.introduction,
    leader,
    peoplePartner: partner,
    administrators: [partner, ...round.plan.administratorIds.map((id) => named(round, id))],
    audience: round.audience,
    answersBy: round.plan.answersBy,
    startsOn: round.plan.startsOn,
    endsOn: round.plan.endsOn,
    kickOff: round.kickOff,
    ...(round.closing ?? noClosing),
    kept: { days: round.keptDays ?? 30, most: round.state === 'draft' ? 30 : (round.keptDays ?? 30), until: null },
    reach: round.reach,
    waves: round.waves,
    tally: tallyOf(round),
    toDeliver: round.toDeliver,
    unconfirmed: round.uncertain.size,
    notices: endedIn(round),
    directory: round.readAt === null ? null : { at: round.readAt, kept: round.people.length + 3, notices: round.notices },
    works: round.works,
    viewerIsPeoplePartner: viewer === round.plan.peoplePartnerId,
  };
};

export const roundPeopleOf = (round: FakeRound): Pick<RoundPeople, 'link' | 'people'> => ({
  link: tabLink('app', `round/${round.id}`),
  people: round.people.map((person, place) => {
    const why = round.uncertain.get(person.id);
    return {
      person,
      department: person.functionName,
      manager: null,
      chain: why === undefined ? { kind: 'confirmed' } : { kind: 'unconfirmed', text: why },
      answer: answerOf(round, person.id),
      zone: round.zones?.get(person.id) ?? { name: 'Europe/London', source: place % 5 === 4 ? ('round' as const) : ('mailbox' as const) },
      ...{ corrected: [], secondManager: null, directoryManager: null },
      standing: standingOf(round, person.id),
      reachable: place % 9 !== 8,
      unreachable: place % 9 !== 8 ? null : ('not-installed' as const),
    };
  }),
});

const matchOf = (round: FakeRound, id: string): MyMatch => {
  const own = round.suggestions.find(({ by }) => by.id === id);
  if (own !== undefined) {
    const { reasons, nominee, needsTap } = own;
    return { kind: 'waiting', proposalId: own.id, partners: [nominee], reasons, suggested: needsTap ? 'held' : 'asked' };
  }
  const proposal = live(round, id);
  const partners = proposal?.members.filter((one) => one.id !== id) ?? [];
  const standing = standingOf(round, id);
  if (standing === 'paired') return { kind: 'paired', partners, formedAt: now };
  if ((standing === 'asked' || standing === 'waiting') && proposal !== undefined) {
    const shown = { proposalId: proposal.id, partners, reasons: proposal.reasons };
    return standing === 'asked' ? { kind: standing, ...shown, answerBy: proposal.answerBy } : { kind: standing, ...shown, suggested: null };
  }
  return standing === 'being-reworked' ? { kind: 'being-reworked' } : { kind: 'none' };
};

/** The lists of a leader's page, whole. */
export const leaderListsOf = (round: FakeRound): Pick<LeaderPage, 'joined' | 'proposed' | 'beingReworked'> => ({
  joined: [...joinedOf(round)],
  proposed: round.proposals
    .filter((one) => one.state === 'sent' || one.state === 'formed')
    .map((one) => ({ members: one.members, formed: one.state === 'formed' })),
  beingReworked: joinedOf(round).filter((one) => standingOf(round, one.id) === 'being-reworked'),
});

/** What organisers say beside what is asked; as the bot does. */
const ownWordsOf = (round: FakeRound, id: string): MyRound['ownWords'] => {
  const said = (card: 'invitation' | 'match') => {
    const text = round.ownWords?.[card] ?? '';
    return text === '' ? null : { text, by: named(round, round.plan.peoplePartnerId) };
  };
  const asked = matchOf(round, id).kind === 'asked';
  return {
    invitation: open.includes(round.state) && answerOf(round, id) === 'none' ? said('invitation') : null,
    match: asked ? said('match') : null,
  };
};

const leadsOf = (round: FakeRound): MyRound['leads'] => {
  const { joined, proposed } = leaderListsOf(round);
  return { joined: joined.length, proposed: proposed.length, pairs: proposed.filter(({ formed }) => formed).length, insightsScript: null };
};

const hasSuggested = (round: FakeRound, id: string): boolean => round.suggestions.some(({ by }) => by.id === id);

const suggestedTo = ({ suggestions }: FakeRound, id: string): MyRound['questions'] =>
  suggestions
    .filter(({ nominee, needsTap }) => nominee.id === id && !needsTap)
    .map(({ id: proposalId, by, ...rest }) => ({
      ...{ proposalId, partners: [by], reasons: rest.reasons, answerBy: rest.answerBy },
      ...{ third: null, accepted: false },
    }));

export const myRoundOf = (round: FakeRound, id: string): MyRound => {
  return {
    id: round.id,
    name: round.plan.name,
    state: round.state,
    mode: round.plan.mode ?? 'proposed',
    startsOn: round.plan.startsOn,
    endsOn: round.plan.endsOn,
    answersBy: round.plan.answersBy,
    leader: named(round, round.plan.leaderId),
    peoplePartner: named(round, round.plan.peoplePartnerId),
    kickOffOn: round.kickOff?.on ?? null,
    kickOffMeeting: round.kickOff?.meeting ?? null,
    awayday: round.awayday?.plan ?? null,
    commonApproach: round.kickOff?.commonApproach ?? '',
    disclosureVersion,
    answer: answerOf(round, id),
    canAnswer: open.includes(round.state) && standingOf(round, id) !== 'paired',
    match: matchOf(round, id),
    ownWords: ownWordsOf(round, id),
    questions: [...suggestedTo(round, id), ...thirdQuestionsOf(round.thirds ?? [], id)],
    leftSessions: 0,
    pausedUntil: round.paused?.get(id) ?? null,
    ...(round.closing ?? noClosing),
    sharedUntil: null,
    keptDays: round.keptDays ?? 30,
    maySuggest:
      round.state === 'proposed' && ['asked', 'waiting', 'being-reworked'].includes(standingOf(round, id)) && !hasSuggested(round, id),
    pairCount: answerOf(round, id) === 'joined' ? pairsOf(round).length : 0,
    leads: round.plan.leaderId === id ? leadsOf(round) : null,
  };
};
