import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf, people } from './company.js';
import { type Answer, ask, type House, openHouse, tabAppId } from './house.js';
import type { Row } from './matrix-row.js';
import { rows } from './matrix-rows.js';
import { paperDirectory } from './paper-directory.js';
import { pathOf } from './played-round.js';

const names = Object.keys(routes).filter((name): name is RouteName => name in routes);
/** What is there for a guest: themselves, and as a coach what is theirs. Whatever belongs to one engagement is held to being in it. */
const themselves: readonly RouteName[] = ['me', 'myData', 'eraseMyData'];
const ofCoaches: readonly RouteName[] = ['myCoaching', 'saveMyCoaching', 'acceptCode', 'explainerSheet', 'engagements'];
const isOfOneEngagement = (name: RouteName): boolean => routes[name].path.startsWith('/api/two-two/engagements/{engagementId}');
const open = names.filter((name) => themselves.includes(name) || ofCoaches.includes(name) || isOfOneEngagement(name));

const guest = (name: string) => ({
  ...{ id: idOf(name), name: fullName(name), department: null, managerId: null, enabled: true, jobTitle: null },
  ...{ mail: `${name.toLowerCase()}@example.org`, timeZone: null, language: null, location: null, functionName: null },
});
/** Every role there is, which a guest's token may carry and which makes no difference. */
const asGuest: JWTPayload = { acct: 1, roles: ['Round.Admin', 'Engagement.Coordinator'] };

let house: House;
let made = 0;
const op = (): string => `guests-${String(++made).padStart(6, '0')}`;

const tokens = new Map<string, Promise<string>>();
const tokenOf = (who: string, claims: JWTPayload): Promise<string> => {
  const key = JSON.stringify([who, claims]);
  const known = tokens.get(key) ?? house.tokens.token(who, claims);
  tokens.set(key, known);
  return known;
};

const call = async (who: string, claims: JWTPayload, name: RouteName, body?: object, ids: Record<string, string> = {}): Promise<Answer> => {
  const headers = { authorization: `Bearer ${await tokenOf(who, claims)}`, 'content-type': 'application/json' };
  const row: Row = rows[name];
  const sent = body ?? row.body?.({ person: idOf('Ana'), more: idOf('Ben'), op: op() });
  const path = `${pathOf(name, { roundId: 'r', proposalId: 'p', workId: 'w', personId: 'x', ...ids })}?q=an`;
  return ask(`${house.origin}${path}`, {
    method: routes[name].method,
    headers,
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
};
const coordinates = { roles: ['Engagement.Coordinator'] };
const does = async (
  who: string,
  claims: JWTPayload,
  name: RouteName,
  body?: object,
  ids: Record<string, string> = {},
): Promise<unknown> => {
  const answer = await call(who, claims, name, body, ids);
  expect(answer.status, `${who} ${name} ${answer.text}`).toBe(200);
  return answer.body;
};
const ids = { sessionId: 's', noteId: 'n', coachId: 'c', engagementId: 'e' };

beforeAll(async () => {
  const directory = paperDirectory(people, [guest('Gina'), guest('Gus')]);
  house = await openHouse({ store: 'memory', callsAMinute: 100_000, directory });
  await does('Stella', coordinates, 'switchTwoTwo', { opId: op(), on: true });
  const from = { kind: 'external', name: fullName('Gina'), mail: 'gina@example.org' };
  const { coaches } = routes.addCoach.answer.parse(await does('Stella', coordinates, 'addCoach', { opId: op(), from, capacity: 2 }));
  await does('Stella', coordinates, 'linkCoach', { opId: op() }, { coachId: coaches[0]?.id ?? '' });
});
afterAll(() => house.close());

describe('a guest of the tenant', () => {
  it.each(names.filter((name) => !open.includes(name)))(
    '[S-04] [S-11] %s: is refused, a coach from outside like anybody else',
    async (name) => {
      const refusals = [await call('Gina', asGuest, name, undefined, ids), await call('Gus', asGuest, name, undefined, ids)];
      for (const { status } of refusals) expect([403, 404]).toContain(status);
      const [coach, stranger] = refusals.map(({ status, text }) => `${status} ${text.replace(/"correlationId":"[^"]*"/u, '')}`);
      expect(coach).toBe(stranger);
      // With the words for anybody whom it does not concern.
      if (refusals[0]?.status === 404) expect(refusals[0].body).toMatchObject({ error: { code: 'not-found' } });
    },
  );

  it('[S-04] whoever is a coach of the register reaches what is theirs, and whoever is not learns that there is nothing', async () => {
    for (const name of ofCoaches) {
      expect([200, 422], name).toContain((await call('Gina', asGuest, name, undefined, ids)).status);
      expect((await call('Gus', asGuest, name, undefined, ids)).status, name).toBe(404);
    }
    for (const name of names.filter(isOfOneEngagement)) {
      // There is none that she is in.
      expect((await call('Gina', asGuest, name, undefined, ids)).status, name).toBe(404);
      expect((await call('Gus', asGuest, name, undefined, ids)).status, name).toBe(404);
    }
  });

  it('[S-04] is told of themselves alone: no rounds, no administration, and 2:2 Coaching only as a coach', async () => {
    const nothing = { guest: true, administers: false, mayOpenRounds: false, rounds: [], leadsFromOutside: [], hours: null };
    expect(await does('Gina', asGuest, 'me')).toMatchObject({ ...nothing, twoTwo: { on: true, coordinator: false, coach: true } });
    expect(await does('Gus', asGuest, 'me')).toMatchObject({ ...nothing, twoTwo: null });
    expect(await does('Gina', asGuest, 'myData')).toMatchObject({ rounds: [], notes: [], person: { name: fullName('Gina') } });
    expect(await does('Ana', {}, 'me')).toMatchObject({ guest: false });
  });

  it.each<readonly [string, JWTPayload]>([
    ['a mark that says so', { acct: 1 }],
    ['a mark that is a text', { acct: '1' }],
    ['a mark that nobody knows', { acct: 2 }],
    ['another identity provider, where the mark is missing', { idp: 'https://sts.windows.net/9c1f7a10-1111-4222-8333-444455556666/' }],
    ['a passcode by mail, where the mark is missing', { idp: 'mail' }],
  ])('[S-04] is known by %s', async (_by, claims) => {
    expect((await call('Toby', { ...claims, roles: ['Round.Admin'] }, 'health')).status).toBe(403);
    expect((await call('Gus', claims, 'resources')).status).toBe(403);
  });

  it.each<readonly [string, JWTPayload]>([
    ['no mark and no other provider', {}],
    ['a mark that says so', { acct: 0 }],
    ['a mark that says so, though proved elsewhere', { acct: 0, idp: 'https://sts.windows.net/9c1f7a10-1111-4222-8333-444455556666/' }],
  ])('[S-04] somebody of the organisation is known by %s', async (_by, claims) => {
    expect((await call('Ana', claims, 'resources')).status).toBe(200);
  });

  it('[S-08] a token that the tab asked for in a browser is good for a guest alone', async () => {
    const azp = tabAppId;
    expect((await call('Gina', { ...asGuest, azp }, 'me')).status).toBe(200);
    expect((await call('Gina', { ...asGuest, azp: idOf('Gina') }, 'me')).status).toBe(401);
    for (const acct of [0, undefined]) expect((await call('Ana', { acct, azp }, 'me')).status).toBe(401);
  });

  it('[TT-05] while it is not offered, a coach from outside finds nothing either', async () => {
    await does('Stella', coordinates, 'switchTwoTwo', { opId: op(), on: false });
    for (const name of [...ofCoaches, ...names.filter(isOfOneEngagement)])
      expect((await call('Gina', asGuest, name, undefined, ids)).status, name).toBe(404);
    expect(await does('Gina', asGuest, 'me')).toMatchObject({ twoTwo: null });
    await does('Stella', coordinates, 'switchTwoTwo', { opId: op(), on: true });
  });
});
