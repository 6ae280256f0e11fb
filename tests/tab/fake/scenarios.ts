import type { Answer } from '@coaching-pairs/shared/round/participation';
import type { RoundState } from '@coaching-pairs/shared/round/round';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { draftAll } from './board.js';
import { boardIs } from './choosing.js';
import { inventedLeaders } from './people.js';
import { type FakeRound, now } from './round.js';

/** Priya leads the round, Sam is its people partner; both belong to it. */
export const leaderId = 'leader-1';
export const peoplePartnerId = 'leader-2';

export const states = [
  'draft',
  'kick-off',
  'inviting',
  'matching',
  'proposed',
  'active',
  'closed',
] as const satisfies readonly RoundState[];
export type Moment = (typeof states)[number];

const approach = 'We meet in person whenever we can.\nWhat is said in a pair stays there.\nWe bring real matters, not tidy ones.';

const answersOf = (people: readonly Named[], moment: Moment): Map<string, Answer> => {
  if (moment === 'draft' || moment === 'kick-off') return new Map();
  return new Map(
    people.map((one, place): [string, Answer] => [
      one.id,
      place % 7 === 5 ? 'sitting-out' : moment === 'inviting' && place % 3 === 2 ? 'none' : 'joined',
    ]),
  );
};

const sendAll = (round: FakeRound, moment: Moment): void => {
  round.waves = 1;
  round.proposals = round.proposals.map((one, place) => {
    const [first] = one.members;
    if (moment === 'proposed' && place === 1) return { ...one, state: 'being-reworked', declinedBy: first?.id ?? null };
    if (moment === 'proposed' && place % 3 === 0)
      return { ...one, state: 'sent', answerBy: '2026-12-18', acceptedBy: place % 2 === 0 || first === undefined ? [] : [first.id] };
    return { ...one, state: 'formed', acceptedBy: one.members.map((member) => member.id) };
  });
};

/** A round of so many leaders at one moment of its life. */
export const roundAt = (moment: Moment, count = 14): FakeRound => {
  const people = inventedLeaders(count);
  const begun = moment !== 'draft';
  const round: FakeRound = {
    id: `round-${moment}`,
    plan: {
      name: 'Leadership team, spring',
      introduction: 'chief-executive',
      leaderId,
      peoplePartnerId,
      administratorIds: [],
      answersBy: '2026-12-04',
      startsOn: '2026-12-11',
      endsOn: '2027-06-11',
    },
    state: moment,
    people: begun ? people : people.slice(0, count),
    audience: begun ? 'Everybody below Priya Shah' : null,
    readAt: begun ? now : null,
    notices: [],
    kickOff: begun
      ? {
          on: '2026-11-25',
          heldAt: moment === 'kick-off' ? null : now,
          commonApproach: moment === 'kick-off' ? '' : approach,
          meeting: null,
        }
      : null,
    reach: [],
    waves: 0,
    answers: answersOf(people, moment),
    uncertain: new Map(),
    proposals: [],
    works: [],
    toDeliver: 0,
    undelivered: [],
    proof: null,
    help: [],
    repeats: [],
    suggestions: [],
    odd: { kind: 'trio' },
  };
  if (moment === 'matching' || moment === 'proposed' || moment === 'active' || moment === 'closed') draftAll(round);
  if (moment === 'proposed' || moment === 'active' || moment === 'closed') sendAll(round, moment);
  return round;
};

/** A round in Open choice whose board is open: two pairs have formed, and the third leader has asked somebody and is asked by two. */
export const choosingRound = (): FakeRound => {
  const round = roundAt('inviting');
  const named = (place: number): Named => round.people[place] ?? { id: `leader-${place + 1}`, name: '', functionName: null };
  const ask = (by: number, of: number) => ({ id: `ask-${by}`, by: named(by), of: named(of) });
  const answers = new Map(round.people.map(({ id }): [string, Answer] => [id, 'joined']));
  const choosing: FakeRound = { ...round, id: 'round-choosing', state: 'choosing', plan: { ...round.plan, mode: 'open-choice' }, answers };
  boardIs(choosing, {
    asks: [ask(5, 2), ask(6, 2), ask(2, 9)],
    pairs: [
      [named(0), named(7)],
      [named(3), named(8)],
    ],
  });
  return choosing;
};

/** The two of the first pair that has formed. */
export const firstPair = ({ proposals }: FakeRound): readonly [Named, Named] => {
  const [one, other] = proposals.find(({ state }) => state === 'formed')?.members ?? [];
  if (one === undefined || other === undefined) throw new Error('No pair has formed.');
  return [one, other];
};
