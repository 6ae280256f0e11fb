import { type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import { isWallOpen, readsWall } from '@coaching-pairs/shared/insights/insight';
import { isPulseOpen } from '@coaching-pairs/shared/pulse/opening';
import { isPaused } from '@coaching-pairs/shared/reminders/pause';
import { clockTime } from '@coaching-pairs/shared/reminders/working-time';
import { keptUntil } from '@coaching-pairs/shared/retention/pair-texts';
import { isInTeams } from '@coaching-pairs/shared/round/meeting';
import { mayNominate } from '@coaching-pairs/shared/round/nomination';
import { isMatchedAnew, mayAnswer, member, type Participant } from '@coaching-pairs/shared/round/participation';
import { isAside } from '@coaching-pairs/shared/round/pausing';
import { type Pair, type Proposal, partnersOf } from '@coaching-pairs/shared/round/proposal';
import { type Round, type RoundState, takesAnswers, takesMatches } from '@coaching-pairs/shared/round/round';
import { standingOf } from '@coaching-pairs/shared/round/standing';
import { dayOf, localDayOf } from '@coaching-pairs/shared/time';
import type { Me, MyHours, MyMatch, MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import { awaydayShown } from './awayday/plan.js';
import { myTwoTwo } from './coaches/switch.js';
import type { Actor, Deps } from './deps.js';
import { leadsOf } from './leading/leader-page.js';
import { namedIn, organisationOf } from './organisation.js';
import { ownWordsFor } from './own-words.js';
import { leftSessionsOf } from './pair/left-sessions.js';
import { announcedPairs, showsPairs } from './round-pairs.js';
import { whereaboutsOf } from './whereabouts.js';

type Naming = (id: PersonId) => Named;

const settled: readonly RoundState[] = ['active', 'awayday', 'closed'];

const reasonsFor = (words: Words, proposal: Proposal, me: PersonId, named: Naming): string[] => [
  ...pairReasonTexts(words, proposal.reasons, { kind: 'leader', personId: me }, (id) =>
    id === me ? words.t('reason.you') : named(id).name,
  ),
];

/** Where somebody stands with their match, in their own words (CP-33). */
export const myMatch = (
  words: Words,
  participant: Participant,
  proposal: Proposal | null,
  formedAt: string | null,
  named: Naming,
): MyMatch => {
  const me = participant.personId;
  const standing = standingOf(participant, proposal, false);
  if (standing === 'being-reworked') return { kind: 'being-reworked' };
  if (proposal === null || standing === 'free' || standing === 'not-joined' || standing === 'drafted') return { kind: 'none' };
  const partners = partnersOf(proposal.memberIds, me).map(named);
  if (standing === 'paired') return { kind: 'paired', partners, formedAt: formedAt ?? proposal.sentAt ?? '' };
  const shown = { proposalId: proposal.id, partners, reasons: reasonsFor(words, proposal, me, named) };
  if (standing === 'asked') return { kind: standing, ...shown, answerBy: proposal.answerBy };
  const suggested = proposal.nominatedBy !== me ? null : proposal.state === 'held' ? 'held' : 'asked';
  return { kind: standing, ...shown, suggested };
};

/** Somebody who was named reads a match like any other, in the words of any other (CP-31). */
const questionOf = (words: Words, proposal: Proposal, { participant, pair: mine }: Seen, named: Naming): MyQuestion => {
  const { personId: me } = participant;
  const third = mine === null ? undefined : proposal.memberIds.find((id) => !mine.memberIds.includes(id));
  return {
    proposalId: proposal.id,
    partners: partnersOf(proposal.memberIds, me).map(named),
    reasons: reasonsFor(words, proposal, me, named),
    answerBy: proposal.answerBy,
    third: third === undefined ? null : named(third),
    accepted: proposal.acceptedBy.includes(me),
  };
};

type Seen = {
  readonly participant: Participant;
  readonly proposal: Proposal | null;
  readonly asks: readonly Proposal[];
  /** My own, as long as it stands. */
  readonly pair: Pair | null;
};

/** What lies behind one view. */
const seen = async (deps: Deps, round: Round, participant: Participant): Promise<Seen> => {
  const { match } = participant;
  const [proposal, asks, pair] = await Promise.all([
    match.kind === 'open' || match.kind === 'paired' ? deps.rounds.proposal(round.id, match.proposalId) : null,
    Promise.all(participant.asks.map((id) => deps.rounds.proposal(round.id, id))),
    match.kind === 'paired' ? deps.rounds.pair(round.id, match.pairId) : null,
  ]);
  const open = asks.flatMap((one) => (one?.value.state === 'sent' ? [one.value] : []));
  return { participant, proposal: proposal?.value ?? null, asks: takesAnswers(round) ? open : [], pair: standingPair(pair?.value) };
};

const standingPair = (pair: Pair | undefined): Pair | null => (pair === undefined || pair.endedAt !== null ? null : pair);

/** How many pairs somebody may read of; counted in what is kept of the round, since nothing is decided by it. */
const pairCountOf = async (deps: Deps, round: Round, participant: Participant): Promise<number> => {
  const all = showsPairs(round, participant) ? await deps.rounds.snapshot(round.id) : null;
  return all === null ? 0 : announcedPairs(all.round.value, all.content).length;
};

/** After the announcement, or the end, nothing is being reworked any more, but for those who are matched anew. */
const isSettled = (round: Round, participant: Participant): boolean =>
  participant.match.kind === 'reworking' && settled.includes(round.state) && !(takesMatches(round) && isMatchedAnew(participant));

const matchOf = (words: Words, round: Round, { participant, proposal, pair }: Seen, named: Naming): MyMatch => {
  if (isSettled(round, participant)) return { kind: 'none' };
  return myMatch(words, participant, proposal, pair?.formedAt ?? null, named);
};

/** For everybody whom the round is for: when and where, and the way in. */
const kickOffMeetingOf = ({ kickOff }: Round): MyRound['kickOffMeeting'] => {
  const meeting = kickOff?.meeting ?? null;
  if (meeting === null || meeting.events.length === 0) return null;
  const { start, minutes, location, events } = meeting;
  return { start, minutes, location, joinUrl: isInTeams(location) ? (events[0]?.joinUrl ?? null) : null };
};

const viewOf = async (deps: Deps, words: Words, round: Round, participant: Participant, named: Naming): Promise<MyRound> => {
  const me = participant.personId;
  const isLeader = round.leaderId === me;
  const [all, mine, pairCount, left] = await Promise.all([
    isLeader ? deps.rounds.everything(round.id) : null,
    seen(deps, round, participant),
    pairCountOf(deps, round, participant),
    leftSessionsOf(deps, round.id, participant),
  ]);
  const asked = {
    answer: participant.answer,
    canAnswer: mayAnswer(round, participant) && participant.match.kind !== 'paired',
    match: matchOf(words, round, mine, named),
    questions: mine.asks.map((one) => questionOf(words, one, mine, named)),
  };
  return {
    id: round.id,
    name: round.name,
    state: round.state,
    mode: round.mode,
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    answersBy: round.answersBy,
    leader: named(round.leaderId),
    peoplePartner: named(round.peoplePartnerId),
    kickOffOn: round.kickOff?.on ?? null,
    kickOffMeeting: kickOffMeetingOf(round),
    awayday: awaydayShown(round, deps.clock.now()),
    commonApproach: round.kickOff?.commonApproach ?? '',
    disclosureVersion: round.disclosureVersion,
    ...asked,
    ownWords: ownWordsFor(round, asked, named),
    leftSessions: left.length,
    pausedUntil: isAside(participant, localDayOf(deps.clock.now(), round.timeZone)) ? participant.pausedUntil : null,
    maySuggest: mayNominate(round, participant, mine.proposal).ok,
    pulse: round.pulse === null ? null : { until: round.pulse.until, open: isPulseOpen(round, deps.clock.now()) },
    insightsWall: isWallOpen(round) && readsWall(participant),
    pairCount,
    keptDays: round.keptDays,
    sharedUntil: participant.match.kind === 'paired' ? keptUntil(round) : null,
    leads: isLeader && all !== null ? leadsOf(all) : null,
  };
};

/** Null for whoever does not belong to its population, and while it is a draft. */
const seenBy = async (deps: Deps, words: Words, me: PersonId, round: Round): Promise<MyRound | null> => {
  if (round.state === 'draft') return null;
  const [participant, organisation] = await Promise.all([deps.rounds.participant(round.id, me), organisationOf(deps)]);
  return participant === null ? null : viewOf(deps, words, round, participant.value, namedIn(organisation));
};

/** A round as it stands for somebody who was told of it and has said nothing yet; nobody in particular. */
export const asAnybody = async (deps: Deps, words: Words, round: Round): Promise<MyRound> =>
  viewOf(deps, words, round, member(personId('anybody')), namedIn(await organisationOf(deps)));

/** One round as a member of its population sees it; null for everybody else and while it is a draft. */
export const myRound = async (deps: Deps, words: Words, me: PersonId, id: RoundId): Promise<MyRound | null> => {
  const round = await deps.rounds.round(id);
  return round === null ? null : seenBy(deps, words, me, round.value);
};

const mineAmong = async (deps: Deps, words: Words, me: PersonId, rounds: readonly Round[]): Promise<readonly MyRound[]> => {
  const views = await Promise.all(rounds.map((round) => seenBy(deps, words, me, round)));
  return views.filter((view) => view !== null);
};

/** All rounds whose population somebody belongs to, newest first. */
export const myRounds = async (deps: Deps, words: Words, me: PersonId): Promise<readonly MyRound[]> =>
  mineAmong(deps, words, me, await deps.rounds.list());

const isUnderWay = ({ state }: Round): boolean => state !== 'draft' && state !== 'closed';

type MyClock = Pick<Me, 'hours' | 'pausedUntil'>;

/** When the product writes to somebody, by the newest round under way that concerns them, and until when reminders are silent. */
const clockOf = async (deps: Deps, rounds: readonly Round[], mine: readonly MyRound[], me: PersonId): Promise<MyClock> => {
  const concerned = rounds.find(
    (round) => round.state !== 'closed' && (round.administratorIds.includes(me) || mine.some(({ id }) => id === round.id)),
  );
  const { zone, source, hours, pausedUntil = null } = await whereaboutsOf(deps, concerned ?? { timeZone: 'UTC' }, me);
  const shown: MyHours = { zone, source, days: [...hours.days], from: clockTime(hours.from), to: clockTime(hours.to) };
  const isSilent = isPaused(pausedUntil, localDayOf(deps.clock.now(), zone));
  return { hours: concerned === undefined ? null : shown, pausedUntil: isSilent ? pausedUntil : null };
};

/** Who I am, what I may do, and my rounds. */
export const whoAmI = async (deps: Deps, words: Words, actor: Actor): Promise<Me> => {
  const rounds = await deps.rounds.list();
  const mine = await mineAmong(deps, words, actor.personId, rounds);
  const led = rounds.filter((round) => round.leaderId === actor.personId && isUnderWay(round) && mine.every(({ id }) => id !== round.id));
  const named = namedIn(await organisationOf(deps));
  return {
    person: { id: actor.personId, name: actor.name },
    guest: false,
    administers: actor.opener || rounds.some((round) => round.administratorIds.includes(actor.personId)),
    mayOpenRounds: actor.opener,
    today: dayOf(deps.clock.now()),
    ...(await clockOf(deps, rounds, mine, actor.personId)),
    rounds: [...mine],
    leadsFromOutside: led.map(({ id, name, peoplePartnerId }) => ({ id, name, peoplePartner: named(peoplePartnerId) })),
    twoTwo: await myTwoTwo(deps, actor),
  };
};
