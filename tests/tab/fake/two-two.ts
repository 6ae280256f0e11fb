import type { CoachEntry, CoachRegister, CoachSuggestion, MyCoaching, TwoTwoActs } from '@coaching-pairs/shared/wire/two-two';
import { type Asked, named, Refuse, type TwoTwoWorld, type World } from './world.js';

const at = '2026-11-20T09:00:00.000Z';
const stateOf = (world: World): TwoTwoWorld => {
  world.twoTwoState ??= { switch: { on: world.twoTwo?.on ?? false, by: null, at: null }, coaches: [], suggestion: null };
  return world.twoTwoState;
};

/** One entry as it stands in a register. */
export const coachEntry = (id: string, name: string, more: Partial<CoachEntry> = {}): CoachEntry => ({
  ...{ id, name, functionName: 'Research', mail: null, hasAccount: true, about: '', languages: ['English'], place: '' },
  ...{ capacity: 2, paused: false, open: 0, commitment: { name, at }, standing: 'free', ...more },
});

const register = (world: World): CoachRegister => ({ coaches: [...stateOf(world).coaches] });
const entryOf = (world: World, id: string | undefined): CoachEntry => {
  const found = stateOf(world).coaches.find((one) => one.id === id);
  if (found === undefined) throw new Refuse('There is no such thing.');
  return found;
};
const put = (world: World, next: CoachEntry): void => {
  const state = stateOf(world);
  state.coaches = state.coaches.map((one) => (one.id === next.id ? next : one));
};
const mine = (world: World, viewer: string): MyCoaching => {
  const { name, about, languages, place, capacity, paused, commitment } = entryOf(world, viewer);
  return { name, about, languages, place, capacity, paused, commitment };
};
const standingOf = ({ commitment, paused }: Pick<CoachEntry, 'commitment' | 'paused'>): CoachEntry['standing'] =>
  commitment === null ? 'not-committed' : paused ? 'paused' : 'free';

/** 2:2 Coaching on paper. */
export const twoTwoHandlers = {
  twoTwoSwitch: (world: World) => stateOf(world).switch,
  switchTwoTwo: (world: World, { viewer, body }: Asked) => {
    stateOf(world).switch = { on: body.on, by: named(world, viewer), at };
    world.twoTwo = { coordinator: true, coach: false, on: body.on };
    return stateOf(world).switch;
  },
  twoTwoActs: (world: World, { viewer }: Asked): TwoTwoActs => ({
    lines: stateOf(world).switch.by === null ? [] : [{ at, by: named(world, viewer), action: 'two-two.on', about: null }],
    more: 0,
  }),
  coachRegister: (world: World) => register(world),
  addCoach: (world: World, { body }: Asked) => {
    const { from, capacity } = body;
    const id = from.kind === 'inside' ? from.personId : `external-${stateOf(world).coaches.length}`;
    if (stateOf(world).coaches.some((one) => one.id === id)) throw new Refuse('They are in the register already.', 'coach-known', 409);
    const name = from.kind === 'inside' ? named(world, id).name : from.name;
    const more = { capacity, commitment: null, standing: 'not-committed', languages: [], hasAccount: from.kind === 'inside' } as const;
    stateOf(world).coaches.push(coachEntry(id, name, { ...more, languages: [], mail: from.kind === 'inside' ? null : from.mail }));
    return register(world);
  },
  changeCoach: (world: World, { params, body }: Asked) => {
    const before = entryOf(world, params.coachId);
    const { languages, place, capacity, paused, external } = body;
    put(world, { ...before, languages, place, capacity, paused, ...external, standing: standingOf({ ...before, paused }) });
    return register(world);
  },
  linkCoach: (world: World, { params }: Asked) => {
    const before = entryOf(world, params.coachId);
    if (before.mail?.startsWith('nobody') === true)
      throw new Refuse('There is no guest account with this address yet.', 'coach-no-guest', 409);
    put(world, { ...before, hasAccount: true });
    return register(world);
  },
  removeCoach: (world: World, { params }: Asked) => {
    stateOf(world).coaches = stateOf(world).coaches.filter(({ id }) => id !== params.coachId);
    return register(world);
  },
  searchToCoach: (world: World, { query }: Asked) => ({
    people: world.everybody.filter(({ name }) => query.length > 1 && name.toLowerCase().includes(query.toLowerCase())),
  }),
  suggestCoaches: (world: World): CoachSuggestion => stateOf(world).suggestion ?? { two: null, passedOver: [] },
  explainerSheet: () => ({ fileName: 'What 2-2 Coaching is.pdf', pdf: Buffer.from('%PDF-1.7').toString('base64') }),
  myCoaching: (world: World, { viewer }: Asked) => mine(world, viewer),
  saveMyCoaching: (world: World, { viewer, body }: Asked) => {
    const { opId: _opId, ...profile } = body;
    put(world, { ...entryOf(world, viewer), ...profile });
    return mine(world, viewer);
  },
  acceptCode: (world: World, { viewer, body }: Asked) => {
    put(world, { ...entryOf(world, viewer), commitment: { name: body.name, at } });
    return mine(world, viewer);
  },
};
