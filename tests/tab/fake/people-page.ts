import type { KeptApartList, RoundPeople } from '@coaching-pairs/shared/wire/people';
import { now } from './round.js';
import { type Asked, type Handler, named, type World } from './world.js';

const perPage = 100;

type Some = Pick<RoundPeople, 'link' | 'people'>;

/** A page of these people, narrowed as the bot narrows them. */
export const peoplePage = ({ people, link }: Some, { query, queried = {} }: Pick<Asked, 'query' | 'queried'>): RoundPeople => {
  const text = query.trim().toLowerCase();
  const is = (name: string, value: string): boolean => queried[name] === undefined || queried[name] === value;
  const found = [...people]
    .sort((one, other) => one.person.name.localeCompare(other.person.name))
    .filter(({ person }) => `${person.name} ${person.functionName}`.toLowerCase().includes(text))
    .filter((one) => is('answer', one.answer) && is('chain', one.chain.kind) && is('function', one.person.functionName ?? ''))
    .filter((one) => is('corrected', one.corrected.length > 0 ? 'yes' : 'no') && is('unreachable', one.unreachable === null ? 'no' : 'yes'))
    .filter((one) => is('partner', one.answer === 'joined' && one.standing !== 'paired' ? 'none' : ''));
  const from = found.findIndex(({ person }) => person.id === queried.after) + 1;
  const page = found.slice(from, from + perPage);
  const functions = [...new Set(people.flatMap(({ person }) => person.functionName ?? []))].sort();
  return {
    people: page,
    total: found.length,
    next: from + perPage < found.length ? (page.at(-1)?.person.id ?? null) : null,
    functions,
    link,
  };
};

export const nothing: Handler = () => ({});

const lists = new WeakMap<World, KeptApartList['pairs']>();
const listed = (world: World): KeptApartList => ({ pairs: lists.get(world) ?? [] });

/** Who is kept apart, and that somebody is so or no longer. */
export const apartHandlers = {
  keptApart: (world: World) => listed(world),
  keepApart: (world: World, { viewer, body }: Asked) => {
    const others = listed(world).pairs.filter(({ people }) => !people.every(({ id }) => id === body.one || id === body.other));
    const pair = { people: [named(world, body.one), named(world, body.other)], by: named(world, viewer), at: now };
    lists.set(world, body.apart ? [...others, pair] : others);
    return listed(world);
  },
  peopleFile: () => ({ text: 'id,name\r\n' }),
  checkPeopleFile: (world: World, { body }: Asked) => {
    const isFaulty = String(body.text).includes('nobody');
    const person = named(world, world.everybody[0]?.id ?? '');
    return {
      ...{ version: 'v1', faultCount: isFaulty ? 1 : 0, changeCount: isFaulty ? 0 : 1 },
      faults: isFaulty ? ['Line 2, column id: nobody of this round, nor above anybody in it, has the id “nobody”.'] : [],
      changes: isFaulty ? [] : [{ line: 2, person, text: 'Function: Sales instead of Finance' }],
    };
  },
  applyPeopleFile: () => ({ changes: 1 }),
} satisfies Readonly<Record<string, Handler>>;
