import type { FeedbackBoard, MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { FakeRound } from './round.js';
import type { Asked, Handler, World } from './world.js';

type RoundOf = (world: World, asked: Asked) => FakeRound;

const closesAt = '2027-05-21T23:00:00.000Z';
const mine = new WeakMap<FakeRound, Map<string, MyFeedback>>();
const boards = new WeakMap<FakeRound, FeedbackBoard>();

const untold: MyFeedback = {
  ...{ names: 'not-asked', closesAt: null, attends: true, said: false, first: null, second: null, partners: [], group: null },
};

const fresh: FeedbackBoard = {
  ...{ stage: 'not-asked', open: true, proposedBy: '2027-05-21', namesBy: null, closesAt: null, groups: [], alone: [], counts: null },
  ...{ absent: [], others: [], mayUndo: false },
};

const twosOf = (people: readonly Named[]): FeedbackBoard['groups'] =>
  people.flatMap((one, at) =>
    at % 2 === 0 && people[at + 1] !== undefined ? [{ members: [one, people[at + 1] as Named], locked: false }] : [],
  );

/** The feedback pairs of the Awayday: each stage as the pages show it. */
export const feedbackHandlers = (roundOf: RoundOf) => {
  const board = (world: World, asked: Asked): FeedbackBoard => boards.get(roundOf(world, asked)) ?? fresh;
  const changed =
    (change: (now: FeedbackBoard, asked: Asked, round: FakeRound) => Partial<FeedbackBoard>, answer?: Handler): Handler =>
    (world, asked) => {
      const round = roundOf(world, asked);
      const now = board(world, asked);
      boards.set(round, { ...now, ...change(now, asked, round) });
      return answer === undefined ? board(world, asked) : answer(world, asked);
    };
  const started: Handler = () => ({ workId: 'work-1' });
  const myFeedback = (world: World, asked: Asked): MyFeedback => {
    const { stage, groups } = board(world, asked);
    const kept = mine.get(roundOf(world, asked))?.get(asked.viewer) ?? untold;
    const group = groups.find(({ members }) => members.some(({ id }) => id === asked.viewer));
    const others = group?.members.filter(({ id }) => id !== asked.viewer) ?? null;
    if (stage === 'not-asked') return kept;
    return { ...kept, names: stage === 'asking' ? 'open' : 'closed', closesAt, group: stage === 'announced' ? others : null };
  };
  return {
    myFeedback,
    saveFeedback: (world: World, asked: Asked): MyFeedback => {
      const round = roundOf(world, asked);
      const { attends, named } = asked.body;
      const person = (id: string | undefined): Named | null => round.people.find((one) => one.id === id) ?? null;
      const all = mine.get(round) ?? new Map<string, MyFeedback>();
      const next = { ...untold, attends, said: true, first: person(named?.first), second: person(named?.second) };
      mine.set(round, all.set(asked.viewer, next));
      return myFeedback(world, asked);
    },
    feedbackPeople: (world: World, asked: Asked) => {
      const begins = ({ id, name }: Named) => id !== asked.viewer && name.toLowerCase().startsWith(asked.query.toLowerCase());
      return { people: roundOf(world, asked).people.filter(begins).slice(0, 20), more: 0 };
    },
    feedbackBoard: board,
    askNames: changed((_now, { body }) => ({ stage: 'asking', namesBy: body.namesBy, closesAt }), started),
    moveNamesBy: changed((_now, { body }) => ({ namesBy: body.namesBy })),
    pairFeedback: changed(
      (_now, _asked, { people }) => ({ stage: 'made', groups: twosOf(people), counts: { first: 9, second: 5, neither: 6 } }),
      started,
    ),
    lockFeedback: changed(({ groups }, { body }) => ({
      groups: groups.map((group) =>
        group.members.every(({ id }) => body.memberIds.includes(id)) ? { ...group, locked: body.locked } : group,
      ),
    })),
    swapFeedback: changed(({ groups }, { body }, { people }) => {
      const [one, other] = body.personIds.map((id: string) => people.find((person) => person.id === id));
      const swapped = (person: Named): Named =>
        person.id === one?.id ? (other ?? person) : person.id === other?.id ? (one ?? person) : person;
      return { groups: groups.map(({ members, locked }) => ({ members: members.map(swapped), locked })) };
    }),
    announceFeedback: changed(() => ({ stage: 'announced' }), started),
    changeFeedbackDay: changed(({ groups, absent }, { body }, { people }) => ({
      groups: groups.map((group) => ({ ...group, members: group.members.filter(({ id }) => !body.gone.includes(id)) })),
      absent: [...absent, ...people.filter(({ id }) => body.gone.includes(id))].filter(({ id }) => !body.came.includes(id)),
      mayUndo: true,
    })),
    undoFeedbackDay: changed((_now, _asked, { people }) => ({ groups: twosOf(people), absent: [], mayUndo: false })),
  };
};
