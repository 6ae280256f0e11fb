import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { roundId } from '@coaching-pairs/shared/ids';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from './company.js';
import { type House, openHouse } from './house.js';
import { joiners, type PlayedRound, pathOf, playRound } from './played-round.js';

const viewers = ['Stella', 'Toby', 'Quinn', 'Maya', 'Nils', 'Omar', 'Priya', ...joiners];
const reading = Object.keys(routes)
  .filter((name): name is RouteName => name in routes)
  .filter((name) => routes[name].method === 'GET' && name !== 'work');

let house: House;
let round: PlayedRound;

beforeAll(async () => {
  house = await openHouse({ store: 'memory' });
  round = playRound(house, 'spring');
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
});
afterAll(() => house.close());

/** Who names somebody, and so finds it among all that is theirs. */
const writers = ['Ana', 'Hugo'];

/** Everything that one person can ask for, but for their own lists. */
const viewOf = async (viewer: string): Promise<Readonly<Record<string, string>>> => {
  const asked = reading.filter((name) => name !== 'myWishes' && !(name === 'myData' && writers.includes(viewer)));
  const texts = asked.map(async (name) => {
    const query = name.startsWith('search') || name === 'peopleToName' ? '?q=an' : '';
    const { status, text } = await house.call(viewer, 'GET', `${pathOf(name, { roundId: round.id, personId: idOf('Ana') })}${query}`);
    return [name, status === 200 ? text : String(status)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
};
const everyView = async () => new Map(await Promise.all(viewers.map(async (viewer) => [viewer, await viewOf(viewer)] as const)));

/** Every row of the round, by its key. */
const stored = async (): Promise<ReadonlyMap<string, string>> => {
  const rows = new Map<string, string>();
  for await (const row of house.table.list(roundPartition(roundId(round.id)), { prefix: '' }))
    rows.set(row.key, JSON.stringify(row.fields));
  return rows;
};

const check = async (viewer: string, ...members: readonly string[]) =>
  (await house.call(viewer, 'POST', pathOf('checkPeople', { roundId: round.id }), { memberIds: members.map(idOf) })).body;

describe('what somebody has said in private', () => {
  it('[C-02] [CP-21] [CP-24c] is read by them alone: nobody’s page, no log, no message and no other row differs by it', async () => {
    const [views, rows] = [await everyView(), await stored()];
    const before = house.lines.length;
    await round.does('Ana', 'saveWishes', { closely: [idOf('Nils')], trusted: [idOf('Hugo'), idOf('Gwen')] });
    await round.does('Hugo', 'saveWishes', { closely: [], trusted: [idOf('Ana')] });
    expect(house.lines.slice(before).join()).toContain('saveWishes');
    expect(house.lines.slice(before).join()).not.toMatch(/nils|gwen/iu);
    const own = await round.does('Ana', 'myWishes');
    expect(own.closely.map(({ id }) => id)).toEqual([idOf('Nils')]);
    expect(await round.does('Gwen', 'myWishes')).toEqual({ open: true, closely: [], trusted: [] });
    const after = await everyView();
    for (const viewer of viewers) expect(after.get(viewer), viewer).toEqual(views.get(viewer));
    const written = [...(await stored())].filter(([key, body]) => rows.get(key) !== body);
    const names = written.filter(([, body]) => /id-(nils|gwen)-00/u.test(body)).map(([key]) => key);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^wishes.*ana/u);
    expect(written.filter(([key]) => key.startsWith('audit') || key.startsWith('outbox'))).toEqual([]);
  });

  it('[CP-21] administrators read no more than that two people cannot be matched, and count none of it', async () => {
    const others = async () => (await round.does('Priya', 'otherPartners', undefined, { personId: idOf('Ben') })).ruledOut;
    const before = await others();
    expect(await check('Priya', 'Ben', 'Hugo')).toMatchObject({ allowed: true });
    await round.does('Hugo', 'saveWishes', { closely: [idOf('Ben')], trusted: [] });
    expect(await check('Priya', 'Ben', 'Hugo')).toEqual({ allowed: false, reasons: ['Not available this round.'], cost: null });
    expect(await others()).toEqual(before);
    await round.works('beginMatching');
    const { drafts } = await round.does('Priya', 'board');
    expect(drafts).toHaveLength(4);
    for (const { members } of drafts) expect(members.map(({ id }) => id)).not.toEqual([idOf('Ben'), idOf('Hugo')]);
  });

  it('[S-11] is not taken from whoever is not in, of people of another round, or once matches are drafted', async () => {
    const says = async (who: string, closely: readonly string[]) => {
      const body = { opId: round.opId(), closely: closely.map(idOf), trusted: [] };
      const { status, text } = await house.call(who, 'PUT', pathOf('saveWishes', { roundId: round.id }), body);
      return [status, /"code":"([a-z-]+)"/u.exec(text)?.[1]];
    };
    expect(await says('Ben', ['Ana'])).toEqual([409, 'wishes-closed']);
    expect(await says('Nils', ['Ana'])).toEqual([409, 'wishes-closed']);
    expect(await says('Stella', ['Ana'])).toEqual([404, 'not-found']);
  });
});
