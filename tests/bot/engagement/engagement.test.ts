import { forgetEngagements } from '@coaching-pairs/bot/workflows/engagement/forget';
import {
  type EngagementReader,
  engagementFacts,
  engagementFields,
  engagementReaders,
} from '@coaching-pairs/shared/disclosure/engagement-matrix';
import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { canary, cast, clients, type Engagements, four, type Lived, liveEngagement, openEngagements } from './engagement-house.js';

let house: Engagements;
let lived: Lived;
const goal = { what: canary('what'), sign: canary('sign'), firstStep: canary('firstStep') };
const audiences = { Ben: 'only-me', Finn: 'held', Uma: 'held', Vera: 'all-four' } as const;
const between = { opens: canary('opens'), watches: canary('watches'), handOver: canary('handOver'), debrief: canary('debrief') };
const asking = ['engagements', 'engagement', 'sponsorView', 'coordinating'] as const satisfies readonly RouteName[];
const answerOf = { engagements: 'MyEngagements', engagement: 'Engagement', sponsorView: 'SponsorView', coordinating: 'Coordinating' };

beforeAll(async () => {
  house = await openEngagements();
  lived = await liveEngagement(house);
});
afterAll(() => house.close());

const statusOf = async (who: string, name: RouteName): Promise<number> => (await house.call(who, name, undefined, lived.at)).status;
const everythingTo = async (who: string): Promise<string> =>
  (await Promise.all([...asking, 'me', 'myData', 'notes', 'rounds'].map((name) => house.call(who, name as RouteName, undefined, lived.at))))
    .map(({ text }) => text)
    .join('\n');
const refused = async (who: string, change: Parameters<Lived['moves']>[1]) =>
  (await house.call(who, 'changeEngagement', { change }, lived.at)).status;

/** Paths and values of an answer; somebody by name is one. */
const told = (path: string, value: unknown): readonly (readonly [string, unknown])[] => {
  if (value === null || path in engagementFields) return value === null ? [] : [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one) => told(`${path}[]`, one));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, part]) => told(`${path}.${key}`, part));
  return [[path, value]];
};

describe('an engagement of a manager and who reports to them', () => {
  it('[TT-03] [TT-05] [TT-10] is asked for by one of them, starts on both their own yes alone, and tells nobody of one yes', async () => {
    const before = await house.does('Stella', 'coordinating');
    expect(before.engagements).toMatchObject([{ state: 'enquiry', ready: false, holdings: [] }]);
    await lived.moves('Ben', { kind: 'consent', version: 1 });
    expect(await house.does('Stella', 'coordinating')).toEqual(before);
    expect((await lived.seen('Finn')).consent).toEqual({ version: 1, mine: null, both: false });
    expect(
      (await house.call('Stella', 'coordinateEngagement', { change: { kind: 'assign', holdings: lived.holdings } }, lived.at)).status,
    ).toBe(409);
    for (const who of ['Maya', 'Vera', 'Ana']) expect([who, await refused(who, { kind: 'consent', version: 1 })]).not.toEqual([who, 200]);
    await lived.consents();
    expect((await house.does('Stella', 'coordinating')).engagements).toMatchObject([{ ready: true }]);
  });

  it('[TT-01] [TT-02] shows all four who holds whose experience', async () => {
    const twice = lived.holdings.map(({ clientId }) => ({ clientId, coachId: lived.holdings[0]?.coachId }));
    const change = { kind: 'assign', holdings: twice };
    expect((await house.call('Stella', 'coordinateEngagement', { change }, lived.at)).status).toBe(422);
    await lived.assigns();
    const shown = await Promise.all(four.map(async (who) => (await lived.seen(who)).holdings));
    expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
    const said = await Promise.all(clients.map(async (who) => (await lived.seen(who)).coaches));
    for (const one of said) expect(one).toMatchObject([{ id: idOf('Vera'), place: 'Leeds', languages: ['English'] }, { id: idOf('Uma') }]);
    expect((await lived.seen('Vera')).coaches).toEqual([]);
    expect(shown[0]).toMatchObject(lived.holdings.map(({ clientId, coachId }) => ({ client: { id: clientId }, coach: { id: coachId } })));
  });

  it('[TT-10] [TT-34] cannot be booked before structure and all four agreements are settled', async () => {
    expect((await lived.seen('Ben')).frame).toBeNull();
    expect(await refused('Ben', { kind: 'accept-terms', terms: 1, words: 0 })).toBe(409);
    await lived.recommends();
    await lived.agrees();
    await lived.writesTerms();
    for (const [at, who] of four.entries()) {
      expect((await lived.seen(who)).mayBook).toBe(false);
      await lived.accepts([who]);
      expect((await lived.seen('Ben')).agreement.accepted).toHaveLength(at + 1);
    }
    expect(await lived.seen('Uma')).toMatchObject({ state: 'active', mayBook: true, agreement: { complete: true, words: 1 } });
  });

  it('[TT-20] [TT-21] [TT-60] is worked on by its clients, and each entry is read by whom its author chose', async () => {
    await lived.moves('Finn', { kind: 'focus', base: [], focus: ['tension', 'trust'] });
    await lived.moves('Uma', { kind: 'suggest-goal', goalId: 'g-1', ...goal });
    expect(await refused('Uma', { kind: 'agree-goal', goalId: 'g-1' })).toBe(403);
    for (const who of clients) await lived.moves(who, { kind: 'agree-goal', goalId: 'g-1' });
    expect(await lived.seen('Vera')).toMatchObject({ focus: ['trust', 'tension'], goals: [{ what: goal.what, agreed: true }] });
    for (const [who, audience] of Object.entries(audiences))
      await lived.moves(who, { kind: 'add-entry', entryId: `of-${who}`, audience, text: canary(who) });
    const read = await Promise.all(four.map(async (who) => (await lived.seen(who)).entries.map(({ text }) => text).sort()));
    const [ben, finn, vera, uma] = ['Ben', 'Finn', 'Vera', 'Uma'].map(canary);
    expect(read).toEqual([[ben, vera], [finn, uma, vera], [vera], [finn, uma, vera]]);
  });

  it('[TT-60] [S-11] has a note that its two coaches share, of which its clients are not told that it was written', async () => {
    const write = { kind: 'write-coaches-note', base: 0, ...between } as const;
    const before = (await house.call('Ben', 'engagement', undefined, lived.at)).text;
    for (const who of [...clients, 'Maya']) expect(await refused(who, write)).toBe(403);
    await lived.moves('Uma', write);
    expect((await lived.seen('Vera')).coachesNote).toMatchObject({ ...between, version: 1, savedBy: { id: idOf('Uma') } });
    expect((await house.call('Ben', 'engagement', undefined, lived.at)).text).toBe(before);
    expect((await lived.seen('Finn')).coachesNote).toBeNull();
    expect(await refused('Vera', write)).toBe(409);
    await lived.moves('Vera', { ...write, base: 1, debrief: canary('Vera on it') });
    expect((await lived.seen('Uma')).coachesNote).toMatchObject({ debrief: canary('Vera on it'), savedBy: { id: idOf('Vera') } });
  });

  it('[TT-33] [TT-61] [TT-62] opens the sponsor’s page with both terms, and tells the sponsor what both clients approved', async () => {
    expect(await statusOf('Maya', 'sponsorView')).toBe(403);
    const view = await house.does('Maya', 'acceptAsSponsor', { terms: 1 }, lived.at);
    expect(view).toMatchObject({ active: true, sessions: 6, summary: null });
    const summary = { observations: canary('observations'), takeAways: canary('takeAways') };
    await lived.moves('Vera', { kind: 'word-summary', base: 0, ...summary });
    await lived.moves('Ben', { kind: 'approve-summary', version: 1 });
    expect((await house.does('Maya', 'sponsorView', undefined, lived.at)).summary).toBeNull();
    const others = await Promise.all(['Finn', 'Vera', 'Uma'].map(async (who) => (await lived.seen(who)).summary.draft));
    expect(new Set(others.map((one) => JSON.stringify(one))).size).toBe(1);
    await lived.moves('Finn', { kind: 'approve-summary', version: 1 });
    expect((await house.does('Maya', 'sponsorView', undefined, lived.at)).summary).toMatchObject(summary);
    for (const name of ['engagement'] as const) expect(await statusOf('Maya', name)).toBe(403);
    for (const change of [{ kind: 'agree-goal', goalId: 'g-1' }, { kind: 'end' }] as const) expect(await refused('Maya', change)).toBe(403);
  });

  it('[C-02] [C-06] [TT-61] no role reads a field that the matrix keeps from it, and each reads something of all that it may', async () => {
    const read = new Map<EngagementReader, Set<string>>();
    for (const reader of engagementReaders) {
      const facts = new Set<string>();
      for (const name of asking) {
        const answer = await house.call(cast[reader], name, undefined, lived.at);
        if (answer.status !== 200) continue;
        for (const [path, value] of told(answerOf[name], answer.body)) {
          const fact = engagementFields[path] ?? expect.unreachable(`${path} has no row`);
          expect(engagementFacts[fact], `${reader} read ${path}=${String(value)}`).toContain(reader);
          facts.add(fact);
        }
      }
      read.set(reader, facts);
    }
    expect([...read].map(([reader, { size }]) => [reader, size > 0])).toEqual(
      engagementReaders.map((reader) => [reader, !['administrator', 'stranger'].includes(reader)]),
    );
    expect(read.get('sponsor')).toEqual(new Set(['mine', 'sponsored', 'released']));
  });

  it('[C-02] [S-20] [C-07] no word reaches anybody else by any answer, a line of the log, or a row of the store', async () => {
    for (const who of ['Stella', 'Omar', 'Ana', 'Priya']) expect(await everythingTo(who)).not.toContain('canary of');
    expect((await everythingTo('Maya')).match(/canary of \w+/gu)?.sort()).toEqual([canary('observations'), canary('takeAways')]);
    for (const of of ['Finn', 'Uma', 'Ben']) expect(await everythingTo('Vera')).not.toContain(canary(of));
    for (const who of clients) for (const of of ['opens', 'Vera on it']) expect(await everythingTo(who)).not.toContain(canary(of));
    expect(house.lines.join('\n')).not.toContain('canary of');
    // Of what the four do no line says that it was done, and one of what was refused not to whom.
    const lines = house.lines.filter((line) => line.includes('changeEngagement') && !line.includes('"not-found"'));
    expect(lines.filter((line) => /"api.done"|"who"/u.test(line))).toEqual([]);
    expect(JSON.stringify(house.everyRow())).not.toContain('canary of');
  });

  it('[C-08] each takes along what is theirs: what they wrote and suggested, and when they said yes', async () => {
    const { engagements } = await house.does('Finn', 'myData');
    expect(engagements).toMatchObject([{ party: 'client', goals: [], entries: [{ audience: 'held', text: canary('Finn') }] }]);
    expect((await house.does('Uma', 'myData')).engagements).toMatchObject([{ party: 'coach', consentedAt: null, goals: [goal] }]);
    const own = async (who: string) => (await house.call(who, 'myData')).text.match(/canary of [\w ]+/gu)?.sort();
    expect(await own('Finn')).toEqual(['Finn', 'broughtIn', 'confidentiality', 'contact'].map(canary).sort());
    expect(await own('Ben')).toEqual([canary('Ben')]);
    const [vera] = (await house.does('Vera', 'myData')).engagements;
    expect(vera).toMatchObject({
      ...{ enquiredByMe: false, structure: { sessions: 6, recommendedByMe: true, acceptedByMe: false } },
      coachesNote: { debrief: canary('Vera on it') },
    });
    expect(engagements).toMatchObject([{ structure: { recommendedByMe: false, acceptedByMe: true }, coachesNote: null, meetings: [] }]);
    expect((await house.does('Ben', 'myData')).engagements).toMatchObject([{ enquiredByMe: true }]);
    expect((await house.does('Maya', 'myData')).engagements).toMatchObject([{ party: 'sponsor', entries: [], goals: [], structure: null }]);
    const acts = async (who: string) => (await house.does(who, 'myData')).twoTwoActs.map(({ action }) => action);
    expect(await acts('Stella')).toEqual(expect.arrayContaining(['two-two.on', 'register.add', 'engagement.assign']));
    expect([await acts('Uma'), await acts('Ana')]).toEqual([['register.profile', 'register.commit'], []]);
  });

  it('[S-20] who decided on the coaches stands in the book of coordinators', async () => {
    const { lines } = await house.does('Stella', 'twoTwoActs');
    expect(lines.filter(({ action }) => action === 'engagement.assign')).toMatchObject([{ by: { id: idOf('Stella') } }]);
  });

  it('[TT-64] [TT-60] [C-10] is ended by any of the four, nothing tells by whom, and what was shared is gone after thirty days', async () => {
    await lived.moves('Finn', { kind: 'end' });
    const [one, other] = await Promise.all(['Ben', 'Vera'].map((who) => lived.seen(who)));
    expect([one?.state, one?.ending, other?.ending]).toEqual(['closed', 'ended', 'ended']);
    expect(one?.entries.map(({ text }) => text)).toEqual([canary('Ben')]);
    expect(await refused('Ben', { kind: 'add-entry', entryId: 'late', audience: 'only-me', text: 'Late' })).toBe(409);
    const nothing = [[], [], [], { draft: null, released: null }, null];
    const shared = ({ goals, focus, agreement, summary, coachesNote }: Awaited<ReturnType<Lived['seen']>>) => [
      ...[goals, focus, agreement.written, summary, coachesNote],
    ];
    expect(shared(await lived.seen('Uma'))).not.toContainEqual(null);
    house.clock.advance(31 * 86_400);
    // Nobody reads it from that moment on, whenever it is deleted.
    expect(shared(await lived.seen('Uma'))).toEqual(nothing);
    expect((await house.does('Uma', 'myData')).engagements).toMatchObject([{ goals: [] }]);
    expect(await forgetEngagements(house.deps)).toBe(1);
    expect(await forgetEngagements(house.deps)).toBe(0);
    const left = await lived.seen('Ben');
    expect(shared(left)).toEqual(nothing);
    expect(left.entries.map(({ text }) => text)).toEqual([canary('Ben')]);
    expect(await statusOf('Maya', 'sponsorView')).toBe(404);
    expect((await house.does('Stella', 'coordinating')).engagements).toEqual([]);
    await lived.moves('Ben', { kind: 'delete-entry', entryId: 'of-Ben', version: left.entries[0]?.version ?? '' });
    // With the last that they kept it is gone for them.
    expect(await statusOf('Ben', 'engagement')).toBe(404);
  });
});
