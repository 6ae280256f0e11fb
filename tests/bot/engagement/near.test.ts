import { leaveEngagements } from '@coaching-pairs/bot/workflows/engagement/leave';
import { engagementFacts, engagementFields } from '@coaching-pairs/shared/disclosure/engagement-matrix';
import { engagementId, operationId } from '@coaching-pairs/shared/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { canary, clients, type Engagements, liveEngagement, type Move, openEngagements } from './engagement-house.js';

let house: Engagements;
/** Another enquiry of Ben and Finn, once there is no other of theirs: this one has no sponsor, and Maya, who stands above both, could coach them. */
const enquires = async () => {
  const opId = house.opId();
  at = { engagementId: `e-${opId}` };
  await house.does('Stella', 'enquire', { opId, as: 'coordinator', dyad: 'peers', clientIds: clients.map(idOf), sponsorId: null });
  for (const who of clients) await moves(who, { kind: 'consent', version: 1 });
};
let at: { readonly engagementId: string };
const words = canary('why nobody else');
const holdings = () => [
  { coachId: idOf('Maya'), clientId: idOf('Ben') },
  { coachId: idOf('Uma'), clientId: idOf('Finn') },
];

const moves = (who: string, change: Move) => house.does(who, 'changeEngagement', { change }, at);
const seen = (who: string) => house.does(who, 'engagement', undefined, at);
const coordinates = async (change: object) => (await house.call('Stella', 'coordinateEngagement', { change }, at)).status;
const putsForward = (more: object = {}) => coordinates({ kind: 'put-forward', holdings: holdings(), words, ...more });
const one = async () =>
  (await house.does('Stella', 'coordinating')).engagements.find(({ id }) => id === at.engagementId) ?? expect.unreachable();
const version = async (): Promise<string> => (await seen('Ben')).putForward?.version ?? expect.unreachable();
const answers = async (who: string, kind: 'content' | 'rather-others') => moves(who, { kind, version: await version() });

beforeEach(async () => {
  house = await openEngagements();
  const lived = await liveEngagement(house);
  await lived.moves('Finn', { kind: 'rather-not' });
  await house.does('Stella', 'addCoach', { from: { kind: 'inside', personId: idOf('Maya') }, capacity: 1 });
  await house.does('Maya', 'acceptCode', { name: 'Maya' });
  await enquires();
});
afterEach(() => house.close());

describe('a coach who is near to a client', () => {
  it('[TT-01] is given once both clients have said yes, each for themselves, and never by a coordinator or one of them', async () => {
    expect(await coordinates({ kind: 'assign', holdings: holdings() })).not.toBe(200);
    expect(await putsForward()).toBe(200);
    const { putForward } = await seen('Finn');
    expect(putForward).toMatchObject({ words, mine: false, near: [{ coach: { id: idOf('Maya') }, why: 'in-chain' }, expect.anything()] });
    await answers('Finn', 'content');
    expect(await coordinates({ kind: 'assign', holdings: holdings() })).not.toBe(200);
    expect((await seen('Finn')).putForward?.mine).toBe(true);
    await answers('Ben', 'content');
    for (const who of [...clients, 'Maya', 'Uma'])
      expect(await seen(who)).toMatchObject({ state: 'discovery', putForward: null, holdings: holdings().map(() => expect.anything()) });
    expect(await one()).toMatchObject({ state: 'discovery', asked: null, notThese: [] });
  });

  it('[TT-05] [C-06] one client’s answer is told to nobody, and the words reach the two clients alone', async () => {
    await putsForward();
    const others = async () => JSON.stringify([await one(), (await seen('Finn')).putForward]);
    const before = await others();
    await answers('Ben', 'content');
    expect(await others()).toBe(before);
    for (const who of ['Stella', 'Maya', 'Uma', 'Vera', 'Omar', 'Ana'])
      for (const name of ['engagement', 'engagements', 'coordinating', 'me', 'myData'] as const)
        expect([who, (await house.call(who, name, undefined, at)).text.includes(words)]).toEqual([who, false]);
    expect(JSON.stringify(house.everyRow())).not.toContain(words);
    expect(house.lines.join('\n')).not.toContain(words);
    for (const path of Object.keys(engagementFields).filter((one) => one.startsWith('Engagement.putForward.') && !one.endsWith('mine')))
      expect(engagementFacts[engagementFields[path] ?? 'mine']).toEqual(['client-1', 'client-2']);
  });

  it('[TT-05] a no of either, one after a yes, and no answer in time read the same to everybody, and are not asked again', async () => {
    const ends = [
      () => answers('Ben', 'rather-others'),
      async () => {
        await answers('Ben', 'content');
        await answers('Ben', 'rather-others');
      },
      () => answers('Finn', 'rather-others'),
      async () => house.clock.advance(14 * 86_400),
    ];
    const worlds: string[] = [];
    for (const end of ends) {
      await putsForward();
      await end();
      const { id: _id, ...coordinated } = await one();
      worlds.push(JSON.stringify([coordinated, (await seen('Ben')).putForward, (await seen('Finn')).putForward]));
      expect(await putsForward()).toBe(409);
      // Another one of the same two: what was before is not known there.
      await moves('Ben', { kind: 'rather-not' });
      await enquires();
    }
    expect(new Set(worlds).size).toBe(1);
    expect(worlds[0]).toContain('"ready":true');
  });

  it('[TT-01] what was said of them goes as soon as they are before nobody: by an answer, taken back, or with the enquiry', async () => {
    const kept = async () => {
      const found = await house.deps.engagements.nearWords(engagementId(at.engagementId));
      return found.ok ? found.value?.value.why : expect.unreachable();
    };
    await putsForward();
    expect(await kept()).toBe(words);
    expect(await coordinates({ kind: 'take-two-back' })).toBe(200);
    expect([await kept(), (await seen('Ben')).putForward, (await one()).ready]).toEqual(['', null, true]);
    expect(await putsForward()).toBe(200);
    await moves('Finn', { kind: 'rather-not' });
    expect([await kept(), (await seen('Ben')).ending]).toEqual(['', 'not-going-ahead']);
  });

  it('[TT-01] two of whom neither is near need nobody’s yes, and whoever has left the register is not given by an old one', async () => {
    const far = holdings().map((held, index) => ({ ...held, coachId: idOf(index === 0 ? 'Vera' : 'Uma') }));
    expect(await putsForward({ holdings: far })).toBe(409);
    expect(await putsForward({ words: ' ' })).toBe(422);
    await putsForward();
    await answers('Ben', 'content');
    await house.does('Stella', 'removeCoach', {}, { coachId: idOf('Maya') });
    await answers('Finn', 'content');
    expect(await one()).toMatchObject({ state: 'enquiry', ready: true, asked: null });
  });

  it('[C-09] whoever was put forward and leaves is in no row of the engagement', async () => {
    await putsForward();
    await leaveEngagements(house.deps, idOf('Maya'), operationId('leaver-00003'));
    const rows = house.everyRow().filter(({ partition, key }) => partition === `engagement~${at.engagementId}` && key === 'engagement');
    expect([rows.length, JSON.stringify(rows).includes(idOf('Maya'))]).toEqual([1, false]);
    expect((await seen('Ben')).putForward).toBeNull();
  });
});
