import type { Actor } from '@coaching-pairs/bot/workflows/deps';
import { forgetEngagements } from '@coaching-pairs/bot/workflows/engagement/forget';
import { leaveEngagements } from '@coaching-pairs/bot/workflows/engagement/leave';
import { eraseMine } from '@coaching-pairs/bot/workflows/my-data/erase-mine';
import { instant, operationId } from '@coaching-pairs/shared/ids';
import { engagementRoutes } from '@coaching-pairs/shared/wire/engagement-routes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { canary, cast, clients, type Engagements, type Lived, liveEngagement, openEngagements } from './engagement-house.js';

let house: Engagements;
let lived: Lived;
const names = Object.keys(engagementRoutes).filter((name): name is keyof typeof engagementRoutes => name in engagementRoutes);

beforeEach(async () => {
  house = await openEngagements();
  lived = await liveEngagement(house);
});
afterEach(() => house.close());

const answer = (who: string, name: (typeof names)[number], engagementId: string) => {
  const bodies = {
    enquire: { ...lived.enquiry, opId: house.opId() },
    changeEngagement: { change: { kind: 'end' } },
    acceptAsSponsor: { terms: 1 },
    coordinateEngagement: { change: { kind: 'take-back' } },
  } as const;
  return house.call(who, name, name in bodies ? bodies[name as keyof typeof bodies] : undefined, { engagementId });
};

describe('the doors of an engagement', () => {
  it('[TT-05] [S-10] while 2:2 Coaching is off there is nothing of it for anybody, whatever there was', async () => {
    await house.does('Stella', 'switchTwoTwo', { on: false });
    for (const name of names)
      for (const who of Object.values(cast))
        expect([who, name, (await answer(who, name, lived.at.engagementId)).status]).toEqual([who, name, 404]);
  });

  it('[S-11] [C-06] somebody else’s engagement is like none, for whoever administers rounds too', async () => {
    const bare = ({ status, text }: { status: number; text: string }) => [status, text.replace(/"correlationId":"[^"]*"/u, '')];
    for (const name of names.filter((one) => engagementRoutes[one].path.includes('{')))
      for (const who of ['Omar', 'Priya', 'Ana']) {
        const mine = bare(await answer(who, name, lived.at.engagementId));
        expect([name, who, mine]).toEqual([name, who, bare(await answer(who, name, 'e-none'))]);
        expect(mine[0]).toBe(404);
      }
    for (const who of ['Omar', 'Ana']) expect((await house.does(who, 'engagements')).engagements).toEqual([]);
    expect((await answer('Stella', 'engagement', lived.at.engagementId)).status).toBe(404);
    for (const who of [...clients, 'Maya'])
      expect((await house.does(who, 'engagements')).engagements).toMatchObject([{ stage: 'enquiry' }]);
  });

  it('[TT-10] an enquiry is opened as what one is, once, and for people whom the directory knows', async () => {
    const enquire = async (who: string, changed: object) =>
      (await house.call(who, 'enquire', { ...lived.enquiry, opId: house.opId(), ...changed })).status;
    expect(await enquire('Ben', { opId: lived.began })).toBe(200);
    expect((await house.does('Ben', 'engagements')).engagements).toHaveLength(1);
    const others = { clientIds: [idOf('Ana'), idOf('Cleo')] };
    expect(await enquire('Maya', { as: 'sponsor', ...others })).toBe(200);
    expect(await enquire('Stella', { as: 'coordinator', sponsorId: null, clientIds: [idOf('Ana'), idOf('Omar')] })).toBe(200);
    for (const [who, as] of [
      ['Ana', 'client'],
      ['Ana', 'sponsor'],
      ['Omar', 'coordinator'],
      ['Ben', 'sponsor'],
    ] as const)
      expect([who, as, await enquire(who, { as })]).toEqual([who, as, 403]);
    expect(await enquire('Ben', { clientIds: [idOf('Ben'), idOf('Ben')] })).toBe(422);
    expect(await enquire('Ben', { clientIds: [idOf('Ben'), 'nobody'] })).not.toBe(200);
  });

  it('[TT-30] nor is a coach who has paused, has as many as they take on, or has not accepted the code yet', async () => {
    await lived.consents();
    const [first, second] = lived.holdings;
    const assign = async (coachId: string) => {
      const change = { kind: 'assign', holdings: [{ ...first, coachId }, second] };
      const { body } = await house.call('Stella', 'coordinateEngagement', { change }, lived.at);
      return body as { readonly error?: { readonly code: string; readonly message: string } };
    };
    await house.does('Stella', 'addCoach', { from: { kind: 'inside', personId: idOf('Cleo') }, capacity: 1 });
    expect((await assign(idOf('Cleo'))).error).toMatchObject({
      code: 'coach-not-free',
      message: expect.stringContaining('Code of Ethics'),
    });
    await house.does('Cleo', 'acceptCode', { name: 'Cleo' });
    const entry = { about: '', languages: ['English'], place: 'Leeds', capacity: 1 };
    await house.does('Cleo', 'saveMyCoaching', { ...entry, paused: true });
    expect((await assign(idOf('Cleo'))).error).toMatchObject({ code: 'coach-not-free', message: expect.stringContaining('nothing new') });
    await house.does('Cleo', 'saveMyCoaching', { ...entry, paused: false });
    expect((await assign(idOf('Cleo'))).error).toBeUndefined();
  });

  it('[TT-01] a coach who is not in the register, or too near to a client, is not given to anybody', async () => {
    await lived.consents();
    const assign = async (coachId: string) => {
      const holdings = lived.holdings.map((one, at) => (at === 0 ? { ...one, coachId } : one));
      return (await house.call('Stella', 'coordinateEngagement', { change: { kind: 'assign', holdings } }, lived.at)).status;
    };
    expect(await assign(idOf('Cleo'))).not.toBe(200);
    await house.does('Stella', 'addCoach', { from: { kind: 'inside', personId: idOf('Maya') }, capacity: 1 });
    expect(await assign(idOf('Maya'))).not.toBe(200);
    expect((await lived.seen('Ben')).holdings).toEqual([]);
  });
});

describe('an enquiry that does not go ahead', () => {
  /** What everybody but whoever said no is told, and what is kept, in a world of its own. */
  const world = async (yes: readonly string[], no: 'Ben' | 'Finn' | 'Stella') => {
    const one = await openEngagements();
    try {
      const there = await liveEngagement(one);
      for (const who of yes) await there.moves(who, { kind: 'consent', version: 1 });
      if (no === 'Stella') await one.does('Stella', 'coordinateEngagement', { change: { kind: 'take-back' } }, there.at);
      else await there.moves(no, { kind: 'rather-not' });
      const told = await Promise.all([...clients].map((who) => there.seen(who)));
      const kept = await one.deps.engagements.list();
      return JSON.stringify([told, await one.does('Stella', 'coordinating'), kept]);
    } finally {
      await one.close();
    }
  };

  it('[TT-05] looks the same whoever said no, whoever had said yes, and when it was taken back; the log says nothing either', async () => {
    const worlds = await Promise.all([world(['Ben'], 'Finn'), world(['Finn'], 'Ben'), world([], 'Finn'), world(['Ben'], 'Stella')]);
    expect(new Set(worlds).size).toBe(1);
    expect(worlds[0]).toContain('not-going-ahead');
    await lived.moves('Finn', { kind: 'rather-not' });
    expect(house.lines.filter((line) => line.includes('hangeEngagement'))).toEqual([]);
  });

  it('[TT-05] [C-10] silence ends it too, and then it is forgotten who had said yes', async () => {
    await lived.moves('Ben', { kind: 'consent', version: 1 });
    house.clock.advance(28 * 86_400);
    expect(await lived.seen('Finn')).toMatchObject({ state: 'closed', ending: 'not-going-ahead' });
    await forgetEngagements(house.deps);
    const [kept] = await house.deps.engagements.list();
    expect([kept?.state, kept?.consents, kept?.closed?.at]).toEqual(['closed', [], instant('2026-12-21T09:00:00.000Z')]);
  });
});

describe('somebody who goes', () => {
  it('[C-07] [C-09] erases what they wrote down, and whoever has left is in no row of an engagement, which has ended for all', async () => {
    await lived.active();
    for (const who of ['Finn', 'Uma'])
      await lived.moves(who, { kind: 'add-entry', entryId: `of-${who}`, audience: 'all-four', text: canary(who) });
    await house.does('Finn', 'eraseMyData');
    expect((await lived.seen('Uma')).entries.map(({ text }) => text)).toEqual([canary('Uma')]);
    const opId = operationId('leaver-00001');
    const gone: Actor = { personId: idOf('Uma'), name: '', opener: false };
    expect(await leaveEngagements(house.deps, gone.personId, opId)).toEqual({ ok: true, value: null });
    await eraseMine(house.deps, { actor: gone, opId });
    await house.deps.leavers.note({ personId: gone.personId, noticedAt: house.deps.clock.now() });
    await house.deps.leavers.erase({ id: gone.personId, texts: [fullName('Uma')] }, []);
    expect(await lived.seen('Ben')).toMatchObject({ state: 'closed', ending: 'ended', entries: [], goals: [] });
    const rows = house.everyRow().filter(({ partition }) => partition.startsWith('engagement'));
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(gone.personId);
    expect(JSON.stringify(house.everyRow().filter(({ partition }) => partition === 'data-keys'))).not.toContain(gone.personId);
  });
});

describe('a sponsor', () => {
  it('[TT-61] is not told of a structure that both clients have not said yes to, also where it ended before', async () => {
    await lived.consents();
    await lived.assigns();
    await lived.recommends();
    await house.does('Maya', 'acceptAsSponsor', { terms: 1 }, lived.at);
    await lived.moves('Finn', { kind: 'end' });
    expect(await house.does('Maya', 'sponsorView', undefined, lived.at)).toMatchObject({ active: false, sessions: null });
  });

  it('[C-09] [TT-64] who leaves takes nothing along: the four go on, and what they share stays', async () => {
    await lived.active();
    await house.does('Maya', 'acceptAsSponsor', { terms: 1 }, lived.at);
    await lived.moves('Uma', { kind: 'suggest-goal', goalId: 'g', what: 'Plan', sign: 'A plan', firstStep: '' });
    await leaveEngagements(house.deps, idOf('Maya'), operationId('leaver-00002'));
    const { state, sponsor, goals, agreement } = await lived.seen('Ben');
    expect([state, sponsor, goals.length, agreement.written.length]).toEqual(['active', null, 1, 1]);
    const accepted = (await house.deps.engagements.list()).flatMap(({ acceptances }) => acceptances);
    expect(accepted.map(({ party }) => party)).not.toContain('sponsor');
  });
});

describe('two at once', () => {
  it('[R-11] [R-12] the same step again has one effect, and of two different ones the later is told to read again', async () => {
    await lived.active();
    const change = { kind: 'write-terms', base: 1, broughtIn: 'One', confidentiality: '', contact: '' } as const;
    const opId = house.opId();
    const twice = await Promise.all([1, 2].map(() => house.call('Ben', 'changeEngagement', { opId, change }, lived.at)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const late = await house.call('Uma', 'changeEngagement', { change: { ...change, broughtIn: 'Other' } }, lived.at);
    expect(late.status).toBe(409);
    const { agreement } = await lived.seen('Vera');
    expect([agreement.words, agreement.complete, agreement.written.map(({ broughtIn }) => broughtIn)[0]]).toEqual([2, false, 'One']);
  });

  it('[R-10] whoever lost an answer and asks again is told that it was done, and not what it has brought about', async () => {
    await lived.active();
    for (const change of [
      { kind: 'write-coaches-note', base: 0, opens: 'Uma', watches: '', handOver: '', debrief: '' },
      { kind: 'word-summary', base: 0, observations: 'They plan together', takeAways: '' },
      { kind: 'end' },
    ] as const) {
      const opId = house.opId();
      for (let time = 0; time < 2; time += 1)
        expect([change.kind, (await house.call('Uma', 'changeEngagement', { opId, change }, lived.at)).status]).toEqual([change.kind, 200]);
      expect((await house.call('Uma', 'changeEngagement', { change }, lived.at)).status).toBe(409);
      expect((await house.call('Ana', 'changeEngagement', { opId, change }, lived.at)).status).toBe(404);
    }
  });

  it('[TT-60] [R-12] an entry is saved over the version that its author’s device knows, which is the change it made itself', async () => {
    await lived.active();
    const [first, second] = [house.opId(), house.opId()];
    const entry = { entryId: 'mine', audience: 'only-me', text: 'One' } as const;
    const does = async (opId: string, change: object) => (await house.call('Ben', 'changeEngagement', { opId, change }, lived.at)).status;
    expect(await does(first, { kind: 'add-entry', ...entry })).toBe(200);
    expect(await does(second, { kind: 'save-entry', ...entry, version: first, text: 'Two' })).toBe(200);
    expect(await does(house.opId(), { kind: 'save-entry', ...entry, version: first, text: 'Late' })).toBe(409);
    expect((await lived.seen('Ben')).entries).toMatchObject([{ version: second, text: 'Two' }]);
  });

  it('[R-12] nothing is written into an engagement that ends at the same moment', async () => {
    await lived.active();
    await Promise.all([
      house.call('Finn', 'changeEngagement', { change: { kind: 'end' } }, lived.at),
      house.call(
        'Uma',
        'changeEngagement',
        { change: { kind: 'suggest-goal', goalId: 'g', what: 'a', sign: 'b', firstStep: '' } },
        lived.at,
      ),
    ]);
    expect((await lived.seen('Ben')).state).toBe('closed');
    expect((await house.call('Uma', 'changeEngagement', { change: { kind: 'begin-closing' } }, lived.at)).status).toBe(409);
  });
});
