import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { feedbackParts, partText } from '@coaching-pairs/shared/guidance/feedback-guide';
import { turnsAlone } from '@coaching-pairs/shared/guidance/turns';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askSandbox } from './driver/ask.js';
import { callsFile } from './driver/calls.js';
import { titleOf, wordsOf } from './driver/chat.js';
import { toNoonOfWeekday } from './driver/days.js';
import { inRepository } from './driver/product.js';
import { type Round, until } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const booker = 'Mira Chandra';
const joined = [booker, 'Jonas Weber', 'Clara Dubois', 'Peter Novak'] as const;
const satOut = ['Tom Adeyemi', 'Leila Nasser'] as const;
const administrator = 'Noor Sayegh';
const everybody = [...joined, ...satOut];

const Outlook = z.array(
  z.object({
    id: z.string(),
    subject: z.string(),
    start: z.string(),
    organizerId: z.string(),
    cancelled: z.boolean(),
    sensitivity: z.string(),
  }),
);

const calls = callsFile();
let sandbox: Sandbox;
let round: Round;
let params: { readonly roundId: string };
let partner: string;

const idOf = (name: string): string => sandbox.as(name).id;
/** With whom somebody is in their newest round. */
const partnerOf = async (name: string): Promise<string> => {
  const { match } = await sandbox.as(name).round();
  return match.kind === 'paired' ? (match.partners[0]?.name ?? '') : '';
};
/** From the invitations to pairs that everybody knows of. */
const pairs = async (of: Round, names: readonly string[]): Promise<void> => {
  for (const name of names) await sandbox.as(name).clicks('join', 'as-sent');
  await of.does(routes.beginMatching);
  await of.sends();
  for (const name of names) await sandbox.as(name).clicks('acceptProposal', 'as-sent');
};

const outlookOf = async (name: string) => askSandbox(sandbox.url(), `/sandbox/calendars/${sandbox.as(name).id}`, Outlook);
const refusesConsent = (name: string) =>
  askSandbox(sandbox.url(), `/sandbox/consent/${sandbox.as(name).id}`, z.object({ answer: z.string() }), { answer: 'refused' });
/** On the page that stands in for Entra's; where it leads afterwards. */
const accepts = async (name: string): Promise<string | null> => {
  const body = new URLSearchParams({ hint: sandbox.as(name).id, answer: 'accept' });
  return (await fetch(`${sandbox.url()}/tab/sign-in`, { method: 'POST', body, redirect: 'manual' })).headers.get('location');
};

beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv'), callsTo: calls.path });
  round = await sandbox.opens(administrator, {
    ...{ leader: 'Helena Marsh', peoplePartner: 'Judith Amsel', audience: { kind: 'list', entries: everybody.map(idOf) } },
  });
  params = { roundId: round.id };
  await round.invites();
  for (const name of satOut) await sandbox.as(name).clicks('sitOut', 'as-sent');
  await pairs(round, joined);
  partner = await partnerOf(booker);
});
afterAll(async () => {
  await sandbox?.remove();
  calls.remove();
});

describe('a pair and its six sessions', { timeout: 60_000 }, () => {
  it('[CP-70] [CP-41] [S-18] are booked from the tab, in the Outlook of both, as soon as consent is given', async () => {
    const [me, other] = [sandbox.as(booker), sandbox.as(partner)];
    await refusesConsent(booker);
    const { sessions, calendar } = await me.calls(routes.sessionTimes, params);
    expect([sessions.length, calendar]).toEqual([6, 'sign-in-needed']);
    const starts = sessions.map(({ start }) => start);
    const wanted = { starts, having: 0, minutes: 60, place: 'teams', isPrivate: true, outlook: true } as const;
    expect((await me.calls(routes.bookSessions, params, wanted)).calendar).toBe('sign-in-needed');
    expect(await outlookOf(partner)).toEqual([]);
    expect(await accepts(booker)).toMatch(/^\/tab\/signed-in/);
    const booked = await me.calls(routes.finishSessions, params);
    expect(booked.sessions.map(({ start, inOutlook }) => [start, inOutlook])).toEqual(starts.map((start) => [start, true]));
    for (const name of [booker, partner]) {
      const events = await outlookOf(name);
      expect(events.map(({ start, subject, sensitivity }) => [start, subject, sensitivity])).toEqual(
        starts.map((start) => [start, 'Conversation', 'private']),
      );
    }
    // Recording and transcripts are switched off in the settings of all six meetings in Teams.
    expect((await other.calls(routes.sessions, params)).sessions.map(({ joinUrl, recordable }) => [joinUrl !== null, recordable])).toEqual(
      starts.map(() => [true, false]),
    );
  });

  it('what one of them moves or cancels in Outlook is followed in the tab of the other', async () => {
    const [first, second] = await outlookOf(booker);
    const start = new Date(Date.parse(first?.start ?? '') + 3_600_000).toISOString();
    const end = new Date(Date.parse(start) + 3_600_000).toISOString();
    const calendar = `/sandbox/calendars/${sandbox.as(booker).id}`;
    await askSandbox(sandbox.url(), `${calendar}/${first?.id}/move`, z.object({ id: z.string() }), { start, end });
    await askSandbox(sandbox.url(), `${calendar}/${second?.id}/cancel`, z.object({ id: z.string() }), {});
    const { sessions } = await sandbox.as(partner).calls(routes.followSessions, params);
    expect(sessions).toHaveLength(5);
    expect(sessions[0]?.start).toBe(start);
  });

  it('[C-07] [C-12] [S-20] keep notes and an agreement that stand in nothing the product keeps, says or logs, and that only a locked vault locks', async () => {
    const [me, other] = [sandbox.as(booker), sandbox.as(partner)];
    const vault = (what: 'rotate' | 'lock' | 'unlock') => askSandbox(sandbox.url(), `/sandbox/vault/${what}`, z.object({}), {});
    const content = { kind: 'note', heading: '', text: 'canary-of-the-notes' } as const;
    const { note } = await me.calls(routes.addNote, {}, { noteId: 'note-1', content });
    await me.calls(routes.shareNote, { noteId: note.id }, { version: note.version, roundId: params.roundId });
    const terms = { ...firstTerms(2), confidentiality: 'canary-of-the-agreement' };
    await me.calls(routes.changePair, params, { change: { kind: 'agree', base: 0, terms, words: noWords } });
    await vault('rotate');
    expect((await other.calls(routes.pairSpace, params)).versions[0]?.terms).toEqual(terms);
    expect((await other.calls(routes.notes, {})).fromPartners.map((shared) => shared.content)).toEqual([content]);
    await me.says('notes');
    expect(JSON.stringify((await me.chat()).at(-1))).toContain('Your notes are in the tab');
    for (const file of await readdir(sandbox.folder, { recursive: true, withFileTypes: true })) {
      const text = file.isFile() ? await readFile(join(file.parentPath, file.name), 'utf8') : '';
      expect(text.includes('canary-of-the'), file.name).toBe(false);
    }
    await vault('lock');
    await sandbox.advancesClock('PT11M');
    await expect(me.calls(routes.notes, {})).rejects.toThrow('503');
    await vault('unlock');
    expect((await me.calls(routes.notes, {})).notes.map((own) => own.content)).toEqual([content]);
  });
});

describe('the end of a round, and the one after it', { timeout: 240_000 }, () => {
  const day = { form: 'full', time: '09:00', zone: 'Europe/London', minutes: 420, location: 'The boathouse' } as const;
  const newest = async (name: string) => (await sandbox.as(name).chat('as-sent')).at(-1)?.card;
  const names = (who: string, first: string, second: string) =>
    sandbox.as(who).asks(routes.saveFeedback, params, { attends: true, named: { first: idOf(first), second: idOf(second) } });
  const groups = async () =>
    (await round.calls(routes.feedbackBoard)).groups.map(({ members }) => members.map(({ name }) => name).toSorted());
  const endsOn = async () => (await round.overview()).endsOn;

  it('[CP-80] [CP-81] everybody is asked for two names, whoever sat out too; oneself and one’s coaching partner are refused in words', async () => {
    await round.announces();
    await round.calls(routes.planAwayday, { ...day, day: await endsOn(), revision: 0 });
    const now = await sandbox.advancesClock(toNoonOfWeekday(await sandbox.advancesClock('PT1S')));
    await round.does(routes.askNames, { namesBy: now.slice(0, 10) });
    await round.settles();
    for (const name of everybody) expect(titleOf(await newest(name)), name).toBe('Whom would you like to hear from at the Awayday?');
    const [other = '', another = ''] = everybody.filter((name) => name !== booker && name !== partner);
    const refused = [await names(booker, booker, other), await names(booker, other, partner), await names(booker, other, other)];
    expect(refused.map((answer) => (answer.ok ? null : answer.error.code))).toEqual([
      'nominates-self',
      'nominates-coaching-partner',
      'nominates-one-twice',
    ]);
    expect(JSON.stringify(refused[1])).toContain(partner);
    expect((await names(booker, other, another)).ok).toBe(true);
    for (const name of everybody.filter((one) => one !== booker)) {
      const mate = await partnerOf(name);
      const [first = '', second = ''] = everybody.filter((one) => one !== name && one !== mate);
      expect(await names(name, first, second), name).toMatchObject({ ok: true });
    }
  });

  it('[CP-82] [CP-83] nobody is left alone or with their coaching partner, and each has the guide with its six parts and half of the time', async () => {
    await sandbox.advancesClock(toNoonOfWeekday(await sandbox.advancesClock('PT13H')));
    await round.does(routes.pairFeedback);
    const made = await groups();
    expect(made.flat().toSorted()).toEqual(everybody.toSorted());
    for (const name of joined)
      expect(
        made.find((group) => group.includes(name)),
        name,
      ).not.toContain(await partnerOf(name));
    await round.does(routes.announceFeedback);
    await round.settles();
    for (const name of everybody) {
      const card = await newest(name);
      const [mate = ''] = made.find((group) => group.includes(name))?.filter((one) => one !== name) ?? [];
      expect(wordsOf(card), name).toContain(mate);
      for (const one of everybody.filter((other) => other !== name && other !== mate)) expect(wordsOf(card), name).not.toContain(one);
      expect(JSON.stringify(card?.actions), name).toContain('awayday-guide');
    }
    const minutes = (await sandbox.as(booker).round()).awayday?.agenda.find(({ kind }) => kind === 'feedback')?.minutes;
    expect([minutes, turnsAlone(['first', 'second'], minutes ?? 0).map(({ seconds }) => seconds)]).toEqual([45, [1350, 1350]]);
    const { t } = wordsFor('en-GB');
    for (const wasInAPair of [true, false]) expect(new Set(feedbackParts.map((part) => t(partText(part, wasInAPair)))).size).toBe(6);
  });

  it('[CP-82] whoever does not come on the day changes their own pair alone', async () => {
    const before = await groups();
    const [missing = '', left = ''] = before[0] ?? [];
    await round.calls(routes.changeFeedbackDay, { gone: [idOf(missing)], came: [] });
    await round.settles();
    const after = await groups();
    expect(after.flat().toSorted()).toEqual(everybody.filter((name) => name !== missing).toSorted());
    expect(after.filter((group) => before.some((known) => known.join() === group.join()))).toHaveLength(1);
    expect(titleOf(await newest(left))).toContain('Your feedback pair has changed');
  });

  it('[CP-12] [CP-14] [CP-15] in the next round the two who sat out are asked again and join, and nobody meets an earlier partner', async () => {
    const earlier = new Map(await Promise.all(joined.map(async (name) => [name, await partnerOf(name)] as const)));
    const next = await sandbox.follows(administrator, round);
    await round.calls(routes.closeRound);
    await next.invites();
    await pairs(next, everybody);
    await next.announces();
    for (const name of everybody) expect(await partnerOf(name), name).toMatch(/\w/u);
    for (const [name, before] of earlier) expect(await partnerOf(name), name).not.toBe(before);
  });

  it('[C-10] names for the Awayday are gone with the round, what a pair shared thirty days later; notes stay their author’s', async () => {
    const both = [sandbox.as(booker), sandbox.as(partner)];
    const space = async (who = both[0]) => who?.calls(routes.pairSpace, params);
    expect(await both[0]?.calls(routes.myFeedback, params)).toMatchObject({ said: false, first: null, second: null });
    await sandbox.advancesClock('P29D');
    // Until then it is read by the two, and changed by nobody.
    for (const who of both) expect((await space(who))?.versions).toHaveLength(1);
    expect(await both[1]?.asks(routes.changePair, params, { change: { kind: 'end' } })).toMatchObject({ ok: false });
    await sandbox.advancesClock('P3D');
    for (const who of both)
      await until(
        'What the pair shared is gone',
        () => space(who),
        (it) => it?.versions.length === 0,
      );
    expect((await both[0]?.calls(routes.notes, {}))?.notes).toHaveLength(1);
    expect((await both[1]?.calls(routes.notes, {}))?.fromPartners).toEqual([]);
  });

  it('[S-05] [S-22] in these two rounds the product has called what its settings name, and no other host', () => {
    const { settings, connected, asked } = calls.read();
    expect([...settings.keys()].toSorted()).toEqual(['IDENTITY_ENDPOINT', 'LOOPBACK', 'STORAGE_QUEUE_URL', 'STORAGE_TABLE_URL']);
    expect(connected).toEqual(new Set(settings.values()));
    // Five services stand behind the one origin: keys of the Bot Framework, Teams, Entra (by the tenant), Graph, the vault.
    const loopback = `${settings.get('LOOPBACK')}/`;
    const services = [...asked].flatMap((one) => (one.startsWith(loopback) ? [one.slice(loopback.length)] : []));
    const named = services.map((one) => (/^[0-9a-f-]{36}$/u.test(one) ? 'tenant' : one));
    expect(named.toSorted()).toEqual(['botframework', 'connector', 'tenant', 'v1.0', 'vault']);
  });
});
