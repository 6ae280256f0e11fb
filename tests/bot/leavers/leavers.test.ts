import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Directory } from '@coaching-pairs/bot/ports/directory';
import { settleRestore } from '@coaching-pairs/bot/settle-restore';
import { backUp } from '@coaching-pairs/bot/storage/backup/back-up';
import { erasedSince } from '@coaching-pairs/bot/storage/backup/erasures';
import { restore } from '@coaching-pairs/bot/storage/backup/restore';
import { sealAudit } from '@coaching-pairs/bot/workflows/audit/seal-audit';
import { eraseLeaver } from '@coaching-pairs/bot/workflows/leavers/erase-leaver';
import { leaverClock, noticeLeavers } from '@coaching-pairs/bot/workflows/leavers/notice-leavers';
import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { instant, operationId, type PersonId, roundId } from '@coaching-pairs/shared/ids';
import { err, ok } from '@coaching-pairs/shared/result';
import { isGoneForGood } from '@coaching-pairs/shared/retention/leaving';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf, people } from '../api/company.js';
import { tenantId } from '../api/house.js';
import { paperDirectory } from '../api/paper-directory.js';
import { note, openWritingHouse, type WritingHouse } from '../notes/writing-house.js';

const gone = new Set<PersonId>();
let away = false;
/** A directory from which people vanish. */
const directory: Directory = {
  ...paperDirectory(people),
  people: async (ids) => {
    if (away) return err({ code: 'unavailable', status: 503, retryAfterSeconds: null });
    return ok(people.filter(({ id }) => ids.includes(id) && !gone.has(id)));
  },
};

let writing: WritingHouse;
let ana: string;
let ben: string;
const spring = roundId('r-spring-000001');
const deps = () => writing.house.deps;
const waitingFor = (person: string) =>
  writing.house.everyRow().filter(({ key, fields }) => key.startsWith('out~') && String(fields['to']).startsWith(person));
const everything = (): string => JSON.stringify(writing.house.everyRow());
const days = (count: number): void => writing.house.clock.advance(count * 86_400);
const erased = async (who: string) =>
  (await writing.house.call('Omar', 'POST', '/api/admin/leavers', { opId: writing.round.opId(), personId: idOf(who) })).body;

beforeAll(async () => {
  writing = await openWritingHouse({ directory });
  [ana, ben] = writing.pair;
  await writing.writes(ana, note('canary-of-the-leaver'));
  await writing.round.does(ana, 'changePair', {
    change: { kind: 'agree', base: 0, terms: firstTerms(2), words: { ...noWords, challenge: 'canary-of-the-leaver' } },
  });
  await writing.writes(writing.otherPair[0], note('canary-of-the-second'));
  await writing.writes(ben, note('what stays'));
  const wishes = [{ value: { by: idOf(ben), closely: [], trusted: [idOf(ana)] }, etag: null }];
  await deps().rounds.commit({ roundId: spring, opId: operationId('wishes-of-ben'), wishes, audit: [] });
  const pause = { until: '2026-12-01' };
  await writing.round.does(ana, 'pauseReminders', pause);
  await deps().zones.note(idOf(ana), 'tab', 'Europe/London');
  const place = { conversationId: 'c-1', serviceUrl: 'https://smba.example.com', botId: '28:bot' };
  await deps().conversations.remember({ tenantId, personId: idOf(ana), ...place });
});
afterAll(() => writing.close());

describe('whoever the directory has no more', () => {
  it('[C-09] is not erased while they are there, or in charge of a round', async () => {
    expect(await erased(ana)).toMatchObject({ outcome: 'still-here', deleted: 0, renamed: 0 });
    gone.add(idOf('Priya'));
    expect(await erased('Priya')).toMatchObject({ outcome: 'in-charge', deleted: 0 });
    gone.clear();
    expect(everything()).toContain(idOf('Priya'));
  });

  it('[C-09] waits thirty days from when they were missed, and nothing is done when they come back', async () => {
    gone.add(idOf(ana));
    expect(await noticeLeavers(deps())).toEqual({ missing: 1, erased: 0, doubted: false });
    days(20);
    gone.clear();
    await noticeLeavers(deps());
    expect(await deps().leavers.all()).toEqual([]);
    days(20);
    gone.add(idOf(ana));
    expect(await noticeLeavers(deps())).toEqual({ missing: 1, erased: 0, doubted: false });
    expect(await deps().leavers.all()).toMatchObject([{ personId: idOf(ana) }]);
    expect(everything()).toContain(idOf(ana));
  });

  it('[C-09] a directory that is away, or shows hardly anybody, is not believed', async () => {
    away = true;
    expect(await noticeLeavers(deps())).toMatchObject({ missing: 0, erased: 0 });
    expect((await eraseLeaver(deps(), { personId: idOf(ana), by: 'product', opId: operationId('while-away-1') })).ok).toBe(false);
    away = false;
    const all = people.map(({ id }) => id);
    for (const id of all) gone.add(id);
    expect(await noticeLeavers(deps())).toMatchObject({ erased: 0, doubted: true });
    for (const id of all) if (id !== idOf(ana)) gone.delete(id);
    expect(everything()).toContain('canary');
  });

  it('[C-09] is in no row of the store afterwards, by id, name or address; their pair has ended kindly, and others keep what is theirs', async () => {
    const lookEachDay = leaverClock(deps());
    expect(await lookEachDay()).toBeNull();
    days(31);
    expect(waitingFor(idOf(ana)).length).toBeGreaterThan(0);
    expect(await lookEachDay()).toMatchObject({ missing: 1, erased: 1 });
    const kept = everything();
    // What was still to be told to them is told to nobody.
    expect(waitingFor('left-')).toEqual([]);
    for (const text of [idOf(ana), fullName(ana), `${ana.toLowerCase()}@example.com`]) expect(kept).not.toContain(text);
    // Another row says that they were there, so that nobody meets the same partner twice and counts stay as they were (CP-15).
    const all = await deps().rounds.everything(spring);
    expect(all?.content.participants).toHaveLength(10);
    const [pair] = (all?.content.pairs ?? []).filter(({ memberIds }) => memberIds.includes(idOf(ben)));
    expect(pair?.endedAt).not.toBeNull();
    expect(pair?.memberIds.filter((id) => id !== idOf(ben))).toEqual([expect.stringMatching(/^left-/u)]);
    expect((await deps().rounds.messages(spring)).filter(({ to, kind }) => to === idOf(ben) && kind === 'pair-ended')).toHaveLength(1);
    expect(await deps().notes.all(idOf(ben))).toMatchObject({ value: { notes: [{ value: { content: note('what stays') } }] } });
    expect(await deps().sealing.owners('person')).toEqual([idOf(ben), idOf(writing.otherPair[0])].sort());
    expect(await noticeLeavers(deps())).toEqual({ missing: 0, erased: 0, doubted: false });
  });

  it('[C-09] [S-20] the record is whole, says that somebody was erased, and not who', async () => {
    await sealAudit(deps());
    for (const place of ['organisation', 'round~r-spring-000001'])
      expect(await deps().audit.check(place)).toMatchObject({ ok: true, value: { books: [{ fault: null }, { fault: null }] } });
    expect(await deps().organisation.audit()).toMatchObject([{ action: 'person.forget', by: 'product', subject: {} }]);
  });

  it('[C-09] IT does so at once for whoever is gone, reads numbers and nothing else, and does it once', async () => {
    const [cleo] = writing.otherPair;
    gone.add(idOf(cleo));
    const erase = (opId: string) => eraseLeaver(deps(), { personId: idOf(cleo), by: idOf('Omar'), opId: operationId(opId) });
    const done = await erase('cleo-is-gone-1');
    expect(done).toMatchObject({ ok: true, value: { outcome: 'erased' } });
    expect(done.ok && Object.keys(done.value).sort()).toEqual(['deleted', 'outcome', 'renamed']);
    expect(everything()).not.toContain(idOf(cleo));
    expect(await erase('cleo-is-gone-2')).toEqual({ ok: true, value: { outcome: 'erased', deleted: 0, renamed: 0 } });
    expect((await deps().organisation.audit()).filter(({ action }) => action === 'person.forget')).toHaveLength(2);
    expect(writing.house.lines.join('')).not.toContain('canary-of');
  });

  it('[C-09] a backup from before brings nobody back: whoever was erased since is erased by the restore, and not a month later', async () => {
    const { table, clock } = writing.house;
    const [, second] = writing.otherPair;
    const inCharge = 'Priya';
    const folder = await mkdtemp(join(tmpdir(), 'left-'));
    try {
      clock.advance(1);
      const { folder: from } = await backUp(table, folder, clock.now());
      for (const who of [second, ben]) {
        gone.add(idOf(who));
        await eraseLeaver(deps(), { personId: idOf(who), by: 'product', opId: operationId(`left-${idOf(who)}`) });
      }
      await deps().leavers.noteErased(idOf(inCharge), clock.now());
      clock.advance(1_000);
      expect(await restore({ table, clock, folder: from, over: true })).toMatchObject({ ok: true });
      expect(everything()).toContain(idOf(ben));
      away = true;
      await settleRestore(deps(), table, async () => undefined);
      for (const who of [second, ben])
        for (const text of [idOf(who), fullName(who), `${who.toLowerCase()}@example.com`]) expect(everything()).not.toContain(text);
      // Somebody has to follow them first; then the next look does it.
      expect(everything()).toContain(idOf(inCharge));
      expect(await deps().leavers.all()).toMatchObject([{ personId: idOf(inCharge) }]);
      expect(isGoneForGood((await deps().leavers.all())[0]?.noticedAt ?? clock.now(), clock.now())).toBe(true);
      expect(await deps().audit.check('round~r-spring-000001')).toMatchObject({ ok: true });
      expect(await erasedSince(table, instant('2026-01-01T00:00:00.000Z'))).toEqual([{ personId: idOf(inCharge), whole: true }]);
    } finally {
      away = false;
      await rm(folder, { recursive: true });
    }
  });
});
