import { organisationPlace, twoTwoPlace } from '@coaching-pairs/bot/ports/audit';
import { forgetUnneeded } from '@coaching-pairs/bot/workflows/close-round';
import { coachConflicts } from '@coaching-pairs/bot/workflows/coaches/conflicts';
import { eraseLeaver } from '@coaching-pairs/bot/workflows/leavers/erase-leaver';
import { operationId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { twoTwoRoutes } from '@coaching-pairs/shared/wire/two-two-routes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fullName, idOf, people } from '../api/company.js';
import { type Answer, ask, type House, openHouse } from '../api/house.js';
import { paperDirectory } from '../api/paper-directory.js';
import { pathOf } from '../api/played-round.js';

let house: House;
let made = 0;
const op = (): string => `register-${String(++made).padStart(6, '0')}`;

const gina = {
  ...{ id: idOf('Gina'), name: 'canary Gina of the directory', department: null, managerId: null, enabled: true, jobTitle: null },
  ...{ mail: 'gina@example.com', timeZone: null, language: null, location: null, functionName: null },
};

beforeEach(async () => {
  house = await openHouse({ store: 'memory', callsAMinute: 10_000, directory: paperDirectory(people, [gina]) });
});
afterEach(() => house.close());

/** Stella coordinates, by the role in her token alone; everybody else has what they have elsewhere. */
const call = async (who: string, name: RouteName, body?: object, params: Record<string, string> = {}, query = ''): Promise<Answer> => {
  const token = await house.tokens.token(who, who === 'Stella' ? { roles: ['Engagement.Coordinator'] } : {});
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify({ opId: op(), ...body }) };
  return ask(`${house.origin}${pathOf(name, params)}${query}`, { method: routes[name].method, headers, ...sent });
};
const does = async <Name extends RouteName>(who: string, name: Name, body?: object, params: Record<string, string> = {}, query = '') => {
  const answer = await call(who, name, body, params, query);
  expect(answer.status, `${who} ${name} ${answer.text}`).toBe(200);
  return routes[name].answer.parse(answer.body) as z.output<(typeof routes)[Name]['answer']>;
};
const inside = (name: string) => ({ from: { kind: 'inside', personId: idOf(name) }, capacity: 2 });
const plain = { languages: ['English'], place: 'Leeds', capacity: 1, paused: false };
/** Everything that a coach does themselves before they are asked. */
const isReady = async (name: string): Promise<void> => {
  await does('Stella', 'addCoach', inside(name));
  await does(name, 'saveMyCoaching', { about: `About ${name}`, ...plain });
  await does(name, 'acceptCode', { name });
};

describe('2:2 Coaching is off until a coordinator offers it', () => {
  const names = Object.keys(twoTwoRoutes).filter((name): name is keyof typeof twoTwoRoutes => name in twoTwoRoutes);

  it('[TT-05] while it is off there is nothing of it, for nobody but the switch for whoever holds the role', async () => {
    for (const name of names) {
      const of = (who: string) => call(who, name, routes[name].method === 'GET' ? undefined : {}, { coachId: 'c-1' });
      for (const who of ['Ana', 'Maya', 'Omar', 'Priya']) expect((await of(who)).status, `${who} ${name}`).toBe(404);
      const switching = name === 'switchTwoTwo' ? 422 : 200;
      expect((await of('Stella')).status, name).toBe(routes[name].role === 'switcher' ? switching : 404);
    }
  });

  it('[TT-05] nobody is told of it by their own page; once on, everybody may find it, and who administers rounds coordinates nothing', async () => {
    expect(await does('Ana', 'me')).toMatchObject({ twoTwo: null });
    expect(await does('Omar', 'me')).toMatchObject({ twoTwo: null });
    expect(await does('Stella', 'me')).toMatchObject({ administers: false, twoTwo: { on: false, coordinator: true } });
    await does('Stella', 'switchTwoTwo', { on: true });
    expect(await does('Ana', 'me')).toMatchObject({ twoTwo: { on: true, coordinator: false, coach: false } });
    for (const who of ['Omar', 'Priya', 'Ana']) expect((await call(who, 'coachRegister')).status).toBe(404);
    // Whoever would enquire finds for whom; the directory tells it to everybody in Teams as well.
    expect((await does('Ana', 'searchToCoach', undefined, {}, '?q=ben')).people.map(({ id }) => id)).toEqual([idOf('Ben')]);
    expect((await call('Stella', 'health')).status).toBe(403);
    expect((await call('Stella', 'searchPeople', undefined, {}, '?q=an')).status).toBe(403);
  });

  it('[S-20] it is switched by name, and that is in a book that coordinators alone read, sealed like every other', async () => {
    await does('Stella', 'switchTwoTwo', { on: true });
    const opId = op();
    for (let time = 0; time < 2; time += 1)
      expect(await does('Stella', 'switchTwoTwo', { opId, on: false })).toMatchObject({ on: false, by: { name: idOf('Stella') } });
    const { lines } = await does('Stella', 'twoTwoActs');
    expect(lines.map(({ action }) => action)).toEqual(['two-two.off', 'two-two.on']);
    expect(await house.deps.audit.seal(twoTwoPlace)).toEqual({ ok: true, value: 2 });
    expect((await does('Stella', 'twoTwoActs')).lines).toHaveLength(2);
    expect((await house.deps.audit.open(organisationPlace)).waiting).toEqual([]);
    await does('Stella', 'switchTwoTwo', { on: false });
    expect((await does('Stella', 'twoTwoActs')).lines).toHaveLength(2);
  });
});

describe('the register', () => {
  beforeEach(() => does('Stella', 'switchTwoTwo', { on: true }));

  it('[TT-30] a coach writes their own entry and accepts the code by name and date; the coordinator can do neither for them', async () => {
    await does('Stella', 'addCoach', inside('Nils'));
    const known = await call('Stella', 'addCoach', inside('Nils'));
    expect([known.status, known.text]).toEqual([409, expect.stringContaining('in the register already')]);
    expect((await call('Ana', 'myCoaching')).status).toBe(404);
    await does('Nils', 'saveMyCoaching', {
      about: 'canary of what Nils says',
      ...plain,
      languages: ['canary language'],
      place: 'canary place',
    });
    expect((await call('Nils', 'acceptCode', { name: '  ' })).status).toBe(422);
    const mine = await does('Nils', 'acceptCode', { name: 'canary of the name' });
    expect(mine.commitment).toEqual({ name: 'canary of the name', at: expect.any(String) });
    const { coaches } = await does('Stella', 'coachRegister');
    expect(coaches).toMatchObject([{ name: fullName('Nils'), about: 'canary of what Nils says', standing: 'free', hasAccount: true }]);
    const put = { ...plain, paused: true, external: { name: 'Another', mail: 'other@example.com', about: 'Not in my name' } };
    expect((await call('Stella', 'changeCoach', put, { coachId: idOf('Nils') })).status).toBe(404);
    const after = await does('Stella', 'changeCoach', { ...put, external: null }, { coachId: idOf('Nils') });
    expect(after.coaches).toMatchObject([{ about: 'canary of what Nils says', standing: 'paused', commitment: mine.commitment }]);
    expect((await does('Nils', 'myData')).twoTwo).toMatchObject({ about: 'canary of what Nils says', place: 'Leeds' });
    expect((await does('Ana', 'myData')).twoTwo).toBeNull();
  });

  it('somebody from outside is entered by the coordinator, and can be asked once they can sign in and have accepted the code', async () => {
    const from = { kind: 'external', name: 'canary Gina', mail: 'gina@example.com' };
    const { coaches } = await does('Stella', 'addCoach', { from, capacity: 3 });
    const [entry] = coaches;
    expect(entry).toMatchObject({ name: 'canary Gina', hasAccount: false, standing: 'not-committed', functionName: null });
    const external = { name: 'canary Gina Roy', mail: 'gina@example.com', about: 'canary about Gina' };
    const next = await does('Stella', 'changeCoach', { ...plain, external }, { coachId: entry?.id ?? '' });
    expect(next.coaches).toMatchObject([{ name: 'canary Gina Roy', about: 'canary about Gina', mail: 'gina@example.com' }]);
    expect((await does('Stella', 'removeCoach', {}, { coachId: entry?.id ?? '' })).coaches).toEqual([]);
    expect((await call('Stella', 'removeCoach', {}, { coachId: entry?.id ?? '' })).status).toBe(404);
    expect((await does('Stella', 'twoTwoActs')).lines.map(({ action }) => action)).toEqual([
      ...['register.remove', 'register.change', 'register.add', 'two-two.on'],
    ]);
  });

  it('[S-04] somebody from outside signs in with the guest account that has their address, and then writes about themselves', async () => {
    const enter = async (mail: string) => {
      const added = await does('Stella', 'addCoach', { from: { kind: 'external', name: mail, mail }, capacity: 2 });
      return { coachId: added.coaches.find((one) => one.mail === mail)?.id ?? '' };
    };
    const [known, unknown, inside] = [await enter(gina.mail), await enter('nobody@example.com'), await enter('ana@example.com')];
    const refused = async (params: { readonly coachId: string }) => (await call('Stella', 'linkCoach', {}, params)).text;
    expect(await refused(unknown)).toContain('coach-no-guest');
    expect(await refused(inside)).toContain('coach-inside');
    expect(await refused({ coachId: 'c-1' })).toContain('not-found');
    expect((await call('Gina', 'myCoaching')).status).toBe(404);
    for (let time = 0; time < 2; time += 1) {
      const { coaches } = await does('Stella', 'linkCoach', {}, known);
      expect(coaches.find(({ id }) => id === known.coachId)).toMatchObject({ hasAccount: true, mail: gina.mail });
    }
    await does('Gina', 'saveMyCoaching', { about: 'canary of what Gina says', ...plain });
    expect(await does('Gina', 'acceptCode', { name: 'Gina' })).toMatchObject({ name: gina.mail, commitment: { name: 'Gina' } });
    const external = { name: 'Another', mail: 'other@example.com', about: 'Not in her name' };
    expect((await call('Stella', 'changeCoach', { ...plain, external }, known)).status).toBe(404);
    expect((await does('Stella', 'twoTwoActs')).lines.filter(({ action }) => action === 'register.link')).toHaveLength(1);
    // Nobody else signs in as her, and her name stays when no round needs anybody.
    await does('Stella', 'changeCoach', { ...plain, external: { name: 'Ana', mail: gina.mail, about: '' } }, inside);
    expect(await refused(inside)).toContain('coach-known');
    await forgetUnneeded(house.deps);
    expect((await house.deps.organisation.snapshot()).people.map(({ name }) => name)).toContain(gina.name);
  });

  it('[C-09] of somebody from outside nothing stays once their account is gone for good, however they were entered', async () => {
    const from = { kind: 'external', name: 'canary as Stella writes it', mail: gina.mail };
    const { coaches } = await does('Stella', 'addCoach', { from, capacity: 2 });
    await does('Stella', 'linkCoach', {}, { coachId: coaches[0]?.id ?? '' });
    await does('Gina', 'saveMyCoaching', { about: 'canary of what Gina says', ...plain });
    await does('Gina', 'acceptCode', { name: 'canary as Gina signs' });
    const directory = { ...house.deps.directory, people: async () => ok([]) };
    const erased = await eraseLeaver({ ...house.deps, directory }, { personId: gina.id, by: 'product', opId: operationId(op()) });
    expect(erased).toMatchObject({ value: { outcome: 'erased' } });
    expect(JSON.stringify(house.everyRow())).not.toMatch(/canary|gina@/iu);
    expect((await does('Stella', 'coachRegister')).coaches).toEqual([]);
  });

  it('[S-20] no word that is written into the register stands in a log or in the record of acts', async () => {
    await does('Stella', 'addCoach', inside('Nils'));
    await does('Nils', 'saveMyCoaching', { about: 'canary', ...plain, languages: ['canary'], place: 'canary' });
    await does('Nils', 'acceptCode', { name: 'canary' });
    await does('Stella', 'addCoach', { from: { kind: 'external', name: 'canary', mail: 'canary@example.com' }, capacity: 1 });
    expect(house.lines.join('\n')).not.toMatch(/canary/iu);
    expect(JSON.stringify(await house.deps.audit.open(twoTwoPlace))).not.toMatch(/canary/iu);
  });

  it('[TT-01] [TT-02] two are suggested who are near to neither, with why not the others; nothing is kept of it', async () => {
    for (const name of ['Nils', 'Vera', 'Quinn']) await isReady(name);
    await does('Vera', 'saveMyCoaching', { about: '', ...plain, paused: true });
    await does('Stella', 'addCoach', inside('Maya'));
    const between = (one: string, other: string) => `?one=${idOf(one)}&other=${idOf(other)}&language=english`;
    const found = await does('Stella', 'suggestCoaches', undefined, {}, between('Ana', 'Ben'));
    expect(found.two?.holds.map(({ coach, client }) => [coach.id, client.id])).toEqual([
      [idOf('Nils'), idOf('Ana')],
      [idOf('Quinn'), idOf('Ben')],
    ]);
    expect(found.passedOver.map(({ coach, why }) => [coach.id, why])).toEqual([
      [idOf('Maya'), 'in-chain'],
      [idOf('Vera'), 'paused'],
    ]);
    const sponsored = await does('Stella', 'suggestCoaches', undefined, {}, `${between('Ana', 'Ben')}&sponsor=${idOf('Quinn')}`);
    expect([sponsored.two, sponsored.passedOver[0]]).toMatchObject([null, { coach: { id: idOf('Quinn') }, why: 'is-sponsor' }]);
    expect((await call('Stella', 'suggestCoaches', undefined, {}, between('Ana', 'Ana'))).status).toBe(422);
    const rule = (coachIds: string[], agreed: readonly string[] = []) =>
      coachConflicts(house.deps, {
        coachIds: coachIds.map(idOf),
        clientIds: [idOf('Omar'), idOf('Ben')],
        agreed: agreed.map((by) => ({ coachId: idOf('Nils'), by: idOf(by) })),
      });
    expect(await rule(['Quinn', 'Uma'])).toMatchObject({ ok: false, error: { code: 'coach-near', why: 'same-function' } });
    expect(await rule(['Uma'])).toMatchObject({ ok: false, error: { code: 'coach-unknown' } });
    expect(await rule(['Nils'], ['Omar'])).toMatchObject({ ok: false, error: { code: 'coach-near' } });
    expect(await rule(['Nils'], ['Omar', 'Ben'])).toEqual({ ok: true, value: null });
  });

  it('[C-09] whoever has left is out of the register and out of its record', async () => {
    await isReady('Nils');
    await house.deps.leavers.note({ personId: idOf('Nils'), noticedAt: house.deps.clock.now() });
    await house.deps.audit.seal(twoTwoPlace);
    await house.deps.leavers.erase({ id: idOf('Nils'), texts: [fullName('Nils')] }, []);
    expect((await does('Stella', 'coachRegister')).coaches).toEqual([]);
  });
});
