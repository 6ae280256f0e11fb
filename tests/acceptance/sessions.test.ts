import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askSandbox } from './driver/ask.js';
import { inRepository } from './driver/product.js';
import { type Sandbox, startSandbox } from './sandbox.js';

/** London and Berlin. */
const [booker, partner] = ['Mira Chandra', 'Jonas Weber'] as const;

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

let sandbox: Sandbox;
let params: { readonly roundId: string };

const outlookOf = async (name: string) => askSandbox(sandbox.url(), `/sandbox/calendars/${sandbox.as(name).id}`, Outlook);
const refusesConsent = (name: string) =>
  askSandbox(sandbox.url(), `/sandbox/consent/${sandbox.as(name).id}`, z.object({ answer: z.string() }), { answer: 'refused' });
/** On the page that stands in for Entra's; where it leads afterwards. */
const accepts = async (name: string): Promise<string | null> => {
  const body = new URLSearchParams({ hint: sandbox.as(name).id, answer: 'accept' });
  return (await fetch(`${sandbox.url()}/tab/sign-in`, { method: 'POST', body, redirect: 'manual' })).headers.get('location');
};

beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
  const entries = [booker, partner].map((name) => sandbox.as(name).id);
  const round = await sandbox.opens('Noor Sayegh', {
    ...{ leader: 'Helena Marsh', peoplePartner: 'Judith Amsel', audience: { kind: 'list', entries } },
  });
  params = { roundId: round.id };
  await round.invites();
  for (const name of [booker, partner]) await sandbox.as(name).clicks('join');
  await round.does(routes.beginMatching);
  await round.sends();
  for (const name of [booker, partner]) await sandbox.as(name).clicks('acceptProposal');
});
afterAll(() => sandbox?.remove());

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
