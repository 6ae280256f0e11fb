import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, staff } from './company.js';
import { type Answer, type House, openHouse } from './house.js';
import { cast, type Role, type Row } from './matrix-row.js';
import { administrators, openers, organisers, rows } from './matrix-rows.js';
import { autumn, type PlayedRound, pathOf, playRound, spring } from './played-round.js';

type Ids = {
  readonly roundId: string;
  readonly proposalId: string;
  readonly workId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly noteId: string;
  readonly coachId: string;
  readonly engagementId: string;
  readonly about: string;
  readonly start: string;
};

const names = Object.keys(routes).filter((name): name is RouteName => name in routes);
const everyRole = Object.keys(cast).filter((role): role is Role => role in cast);

let house: House;
let own: Ids;
let others: Ids;
/** What has no ids of a round in its path. */
const apart = { sessionId: 'none', noteId: 'none', coachId: 'none', engagementId: 'none', about: 'session', start: 'none' };
const nothing: Ids = { roundId: 'r-none', proposalId: 'none', workId: 'none', personId: 'none', ...apart };
let operations = 0;
const op = (): string => `matrix-${String(++operations).padStart(6, '0')}`;

const idsOf = async (round: PlayedRound, partner: string, member: string): Promise<Ids> => {
  const { works } = await round.does(partner, 'overview');
  const noteId = `note-of-${member}`;
  const proposal = (await round.sent()).find(({ members }) => members.includes(member));
  return { roundId: round.id, proposalId: proposal?.id ?? '', workId: works[0]?.id ?? '', personId: idOf(member), ...apart, noteId };
};

beforeAll(async () => {
  // Each asks for everything there is, and is not to wait for it (S-21 has its own test).
  house = await openHouse({ store: 'memory', callsAMinute: 10_000 });
  const rounds = [playRound(house, 'spring', spring), playRound(house, 'autumn', autumn)] as const;
  for (const round of rounds) {
    await round.opens();
    await round.chooses();
    await round.invites();
    await round.joins();
    await round.proposes();
  }
  own = await idsOf(rounds[0], 'Priya', 'Ana');
  others = await idsOf(rounds[1], 'Rhea', 'Vera');
  for (const [round, who, noteId] of [
    [rounds[0], 'Ana', own.noteId],
    [rounds[1], 'Vera', others.noteId],
  ] as const) {
    await round.does(who, 'addNote', { noteId, content: { kind: 'note', heading: '', text: 'Ask first' } });
  }
});
afterAll(() => house.close());

const isAllowed = (name: RouteName, role: Role): boolean => {
  const row: Row = rows[name];
  switch (row.whom) {
    case 'everybody':
      return true;
    case 'openers':
      return openers.includes(role);
    case 'organisers':
      return organisers.includes(role);
    case 'administrators':
      return administrators.includes(role);
    default:
      return row.whom.includes(role);
  }
};

const call = (name: RouteName, role: Role, ids: Ids, person: string = idOf('Ana')): Promise<Answer> => {
  const row: Row = rows[name];
  const path = `${pathOf(name, ids)}${name.startsWith('search') ? '?q=an' : ''}`;
  return house.call(cast[role], routes[name].method, path, row.body?.({ person, more: idOf('Ben'), op: op() }));
};

/** All of an answer that a caller can see, but for the number and the time of the call. */
const seen = ({ status, text, headers }: Answer) => {
  const number = headers.get('x-correlation-id') ?? '?';
  const shown = [...headers].filter(([name]) => !['date', 'x-correlation-id', 'ratelimit', 'ratelimit-policy', 'etag'].includes(name));
  return { status, text: text.replace(number, '…'), headers: Object.fromEntries(shown) };
};

const everythingKept = async (): Promise<string> => {
  const { rounds, organisation, works } = house.deps;
  const kept = await Promise.all(
    [own.roundId, others.roundId].map(async (id) => {
      const all = await rounds.list();
      const round = all.find((one) => one.id === id);
      return round === undefined ? null : [await rounds.everything(round.id), await works.list(round.id), await rounds.audit(round.id)];
    }),
  );
  return JSON.stringify([kept, (await rounds.list()).map(({ id }) => id), await organisation.snapshot()]);
};

const hasParameter = (name: RouteName): boolean => routes[name].path.includes('{');

describe('every route, every role, every object', () => {
  it('[S-11] each route of the table has its row', () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(routes).sort());
    expect(everyRole).toHaveLength(10);
    for (const name of Object.values(cast)) expect(staff).toContain(name);
  });

  it.each(names)('[S-10] [S-11] %s: whoever may not call it learns no more of a round than of none, and changes nothing', async (name) => {
    const before = await everythingKept();
    for (const role of everyRole.filter((one) => !isAllowed(name, one))) {
      const answer = await call(name, role, own);
      if (routes[name].role === 'opener' || routes[name].role === 'organiser') expect(answer.status, role).toBe(403);
      // The people partner's own decision, refused to an administrator who knows the round anyway.
      else if (name === 'decideReach' && role === 'administrator') expect(answer.status).toBe(403);
      else {
        expect(answer.status, role).toBe(404);
        expect(seen(answer), role).toEqual(seen(await call(name, role, nothing)));
      }
    }
    expect(await everythingKept()).toBe(before);
  });

  it.each(names.filter(hasParameter))('[S-11] %s: another’s object looks like none, to whoever may call it on their own', async (name) => {
    const before = await everythingKept();
    for (const role of everyRole.filter((one) => isAllowed(name, one))) {
      // Vera is of the other round; everybody here is a stranger to it.
      const none = seen(await call(name, role, nothing));
      expect(none.status, role).toBe(404);
      expect(seen(await call(name, role, others)), role).toEqual(none);
      for (const part of ['proposalId', 'workId', 'personId'] as const) {
        if (!routes[name].path.includes(`{${part}}`)) continue;
        const missing = seen(await call(name, role, { ...own, [part]: nothing[part] }));
        expect(missing.status, `${role} ${part}`).toBe(404);
        expect(seen(await call(name, role, { ...own, [part]: others[part] })), `${role} ${part}`).toEqual(missing);
      }
    }
    expect(await everythingKept()).toBe(before);
  });

  it.each(names.filter((name) => (rows[name] as Row).namesSomebody === true))(
    '[S-11] %s: somebody of another round is as unknown as nobody',
    async (name) => {
      const before = await everythingKept();
      const none = seen(await call(name, 'peoplePartner', own, idOf('Zoe')));
      expect(none.status).toBe(404);
      expect(seen(await call(name, 'peoplePartner', own, others.personId))).toEqual(none);
      expect(await everythingKept()).toBe(before);
    },
  );

  const odds = {
    'a path': 'a%2Fb',
    'a way upwards': '..%2F..',
    'a zero byte': '%00',
    'too long for an id': 'x'.repeat(129),
    'too long for a key': '%C3%A9'.repeat(128),
    'part of a filter': "'%20or%20PartitionKey%20ne%20'",
    'the parts of a key': '~~',
    'a percent sign': '%25',
  };
  it.each(Object.entries(odds))('[S-11] [S-14] an id that is %s is answered as a missing one', async (_what, odd) => {
    const none = seen(await call('overview', 'peoplePartner', nothing));
    expect(seen(await house.call('Priya', 'GET', `/api/admin/rounds/${odd}`))).toEqual(none);
    const work = await house.call('Priya', 'GET', `/api/admin/rounds/${own.roundId}/works/${odd}`);
    expect(seen(work)).toEqual(none);
  });

  it.each(names)('[S-10] %s: is open to all it is meant for', async (name) => {
    for (const role of everyRole.filter((one) => isAllowed(name, one))) {
      const { status, text } = await call(name, role, own);
      // What the state of the round forbids is refused in words; that is not a matter of who asks.
      expect([200, 409, 422], `${role} ${text}`).toContain(status);
    }
  });
});
