import { sealingOver } from '@coaching-pairs/bot/storage/sealing/data-keys';
import { keyRewrapper } from '@coaching-pairs/bot/workflows/notes/rewrap-keys';
import { noteLimits } from '@coaching-pairs/shared/notes/note';
import type { NoteView } from '@coaching-pairs/shared/wire/notes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { note, openWritingHouse, type WritingHouse } from './writing-house.js';

let writing: WritingHouse;
let ana: string;
let ben: string;

beforeAll(async () => {
  writing = await openWritingHouse();
  [ana, ben] = writing.pair;
});
afterAll(() => writing.close());

const everybodyElse = (): string[] => [...writing.otherPair, 'Priya', 'Omar', 'Maya', 'Stella', 'Toby', 'Nils'];
const textOf = async (who: string): Promise<string> => JSON.stringify(await writing.reads(who));
const stored = (): string => JSON.stringify(writing.house.everyRow());
/** Past what is held in memory, and within what a token lives. */
const later = (): void => writing.house.clock.advance(601);
const ownRows = (who: string) => writing.house.everyRow().filter(({ partition }) => partition.endsWith(idOf(who)));

describe('private notes', () => {
  it('[C-02] are their author’s alone, whatever anybody’s role', async () => {
    await writing.writes(ana, note('secret-alone'));
    expect((await writing.reads(ana)).notes.map(({ content, sharedWith }) => [content, sharedWith])).toEqual([[note('secret-alone'), []]]);
    for (const who of [ben, ...everybodyElse()]) expect(await textOf(who), who).not.toContain('secret');
  });

  it('[C-07] [S-20] of no field a word stands in a row, a log line, an audit or another’s answer', async () => {
    const kinds = [
      { kind: 'challenge', heading: 'secret-heading', text: 'secret-text' },
      { kind: 'step', text: 'secret-step', done: true },
      { kind: 'take-away', takeAways: 'secret-take', moreConfident: 'secret-confident', stillImproving: 'secret-improving' },
    ] as const;
    for (const content of kinds) await writing.saves(ana, await writing.writes(ana, note('secret-before')), content);
    const wrong = { opId: writing.round.opId(), noteId: 'n', content: { kind: 'secret-kind', text: 'secret-text' } };
    expect((await writing.house.call(ana, 'POST', '/api/notes', wrong)).status).toBe(422);
    expect((await textOf(ana)).match(/secret-/gu)).toHaveLength(7);
    const audit = JSON.stringify(await writing.house.deps.rounds.audit(writing.round.id as never));
    expect(stored()).toContain(idOf(ana));
    for (const kept of [stored(), writing.house.lines.join('\n'), audit]) {
      for (const word of ['secret', 'challenge', 'take-away', Buffer.from('secret').toString('base64url')])
        expect(kept).not.toContain(word);
    }
    for (const who of [ben, ...everybodyElse()]) expect(await textOf(who), who).not.toContain('secret');
    // That somebody writes at all is their own affair too.
    expect(writing.house.lines.filter((line) => /"(add|save|share|delete)Note"/u.test(line) && line.includes('api.done'))).toEqual([]);
  });

  it('[C-02] one is shared by choice with the partner alone, who only reads it, and taken back at will', async () => {
    const kept = await writing.shares(ana, await writing.writes(ana, note('for both of us', 'Plan')));
    expect(kept.sharedWith.map(({ id }) => id)).toEqual([idOf(ben)]);
    const { fromPartners, notes } = await writing.reads(ben);
    expect(fromPartners).toMatchObject([{ id: kept.id, author: { id: idOf(ana) }, content: note('for both of us', 'Plan') }]);
    expect(notes).toEqual([]);
    for (const who of everybodyElse()) expect(await textOf(who), who).not.toContain('for both of us');
    for (const name of ['saveNote', 'shareNote', 'deleteNote'] as const) {
      const body = { version: kept.version, content: note('changed'), roundId: null };
      expect((await writing.tries(ben, name, kept.id, body)).status, name).toBe(404);
    }
    const changed = await writing.saves(ana, kept, note('for both, again'));
    expect((await writing.reads(ben)).fromPartners[0]?.content).toEqual(note('for both, again'));
    expect((await writing.shares(ana, changed, null)).sharedWith).toEqual([]);
    expect((await writing.reads(ben)).fromPartners).toEqual([]);
  });

  it('only those of the pair can be chosen, and nobody writes before they have joined', async () => {
    const own = await writing.writes(ana, note('mine'));
    const elsewhere = await writing.tries(ana, 'shareNote', own.id, { version: own.version, roundId: 'r-autumn' });
    expect([elsewhere.status, elsewhere.text]).toEqual([409, expect.stringContaining('no-pair-to-share')]);
    for (const who of ['Stella', 'Nils']) {
      expect(await writing.reads(who)).toEqual({ mayWrite: false, notes: [], unreadable: 0, pairs: [], fromPartners: [] });
      const content = note('too early');
      const answer = await writing.house.call(who, 'POST', '/api/notes', { opId: writing.round.opId(), noteId: 'early', content });
      expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('joined a round')]);
    }
  });

  it('[R-12] of two devices the second is told, and overwrites nothing', async () => {
    const first = await writing.writes(ben, note('on the phone'));
    const saved = await writing.saves(ben, first, note('on the desk'));
    for (const name of ['saveNote', 'shareNote', 'deleteNote'] as const) {
      const late = { version: first.version, content: note('late'), roundId: writing.round.id };
      const answer = await writing.tries(ben, name, first.id, late);
      expect([answer.status, answer.text], name).toEqual([409, expect.stringContaining('note-changed')]);
    }
    for (const version of ['*', 'no tag', 'W/"*"'])
      expect((await writing.tries(ben, 'deleteNote', first.id, { version })).status, version).toBe(409);
    expect((await writing.reads(ben)).notes).toEqual([saved]);
    expect((await writing.tries(ben, 'deleteNote', saved.id, { version: saved.version })).status).toBe(200);
    expect((await writing.reads(ben)).notes).toEqual([]);
  });

  it('[R-11] asked for again after a lost answer, the same change is done once', async () => {
    const body = { opId: 'the-same-change', noteId: writing.newId(), content: note('once') };
    const [one, again] = [
      await writing.house.call(ben, 'POST', '/api/notes', body),
      await writing.house.call(ben, 'POST', '/api/notes', body),
    ];
    expect([one.status, again.body]).toEqual([200, one.body]);
    const { version, id } = (one.body as { note: NoteView }).note;
    const save = { opId: 'the-same-save', version, content: note('twice') };
    const [saved, lost] = [await writing.tries(ben, 'saveNote', id, save), await writing.tries(ben, 'saveNote', id, save)];
    expect([saved.status, lost.body]).toEqual([200, saved.body]);
    expect((await writing.reads(ben)).notes).toHaveLength(1);
  });

  it('a note has room for its letters and not for one more, and a person for so many notes', async () => {
    const full = await writing.writes(ben, note('ü'.repeat(noteLimits.text)));
    expect((await writing.reads(ben)).notes.find(({ id }) => id === full.id)?.content).toEqual(note('ü'.repeat(noteLimits.text)));
    const content = note('x'.repeat(noteLimits.text + 1));
    expect((await writing.tries(ben, 'saveNote', full.id, { version: full.version, content })).status).toBe(422);
  });

  it('[C-02] with the pair its sharing ends: what was shared is its author’s alone again', async () => {
    await writing.shares(ana, await writing.writes(ana, note('kept after the pair')));
    expect(await textOf(ben)).toContain('kept after the pair');
    await writing.round.does(ben, 'changePair', { change: { kind: 'end' } });
    for (const who of [ben, ...everybodyElse()]) expect(await textOf(who), who).not.toContain('kept after the pair');
    expect((await writing.reads(ana)).pairs).toEqual([]);
    expect(await textOf(ana)).toContain('kept after the pair');
  });
});

describe('sealed at rest', () => {
  it('[C-07] a row moved to another note, author or pair does not open, and is said to be there', async () => {
    const [who] = writing.otherPair;
    const one = await writing.shares(who, await writing.writes(who, note('secret')));
    const { table } = writing.house;
    const [row] = ownRows(who).filter(({ key }) => key.includes(one.id));
    if (row === undefined) throw new Error('The note was not stored.');
    const body = row.fields['body'] as object;
    const shared = { roundId: writing.round.id, pairId: 'somebody-else' };
    await table.swap(row, { ...row.fields, body: { ...body, sharedIn: shared } });
    expect(await writing.reads(who)).toMatchObject({ notes: [], unreadable: 1 });
    const forged = await table.read(row.partition, row.key);
    if (forged !== null) await table.swap(forged, row.fields);
    expect(await writing.reads(who)).toMatchObject({ notes: [{ content: note('secret') }], unreadable: 0 });
  });

  it('[C-07] while the vault is out of reach, or its key is gone, nothing is shown and nothing is lost', async () => {
    const before = await writing.reads(ana);
    later();
    for (const [code, words] of [
      ['vault-away', 'Nothing is lost. Please try again'],
      ['vault-locked', 'your IT can bring the key back'],
    ] as const) {
      writing.house.vault.fails(code);
      const answer = await writing.house.call(ana, 'GET', '/api/notes');
      expect([answer.status, answer.text]).toEqual([503, expect.stringContaining(words)]);
    }
    writing.house.vault.fails(null);
    expect(await writing.reads(ana)).toEqual(before);
  });

  it('an unwrapped key is held for ten minutes, and asked for again afterwards', async () => {
    const { vault } = writing.house;
    later();
    await writing.reads(ana);
    const asked = vault.asked.unwrap;
    await writing.reads(ana);
    expect(vault.asked.unwrap).toBe(asked);
    later();
    await writing.reads(ana);
    expect(vault.asked.unwrap).toBeGreaterThan(asked);
  });

  it('[C-07] after a new version of the vault’s key, data keys are wrapped anew: the old version can go', async () => {
    const { vault, deps, table, clock } = writing.house;
    const before = await writing.reads(ana);
    vault.rotate();
    const rewrap = keyRewrapper(deps);
    expect(await rewrap()).toMatchObject({ left: 0, locked: 0 });
    expect(await rewrap()).toBeNull();
    vault.loses('v1');
    later();
    expect(await writing.reads(ana)).toEqual(before);
    // What an older version no longer opens is counted, and does not hold up the rest.
    vault.rotate();
    vault.loses('v2');
    expect(await sealingOver({ table, keys: vault, clock, newId: () => 'new' }).rewrap(9)).toMatchObject({
      value: { done: 0, left: 3, locked: 3 },
    });
  });
});

describe('erased', () => {
  it('[C-07] destroys the key and the rows; a row from a backup opens no more, and erasing needs no vault', async () => {
    const [who, partner] = writing.otherPair;
    writing.house.vault.fails(null);
    await writing.round.does(who, 'eraseNotes');
    const one = await writing.shares(who, await writing.writes(who, note('gone soon')));
    expect((await writing.reads(partner)).fromPartners).toHaveLength(1);
    const backup = ownRows(who).filter(({ key }) => key.includes(one.id));
    writing.house.vault.fails('vault-locked');
    await writing.round.does(who, 'eraseNotes');
    writing.house.vault.fails(null);
    expect(ownRows(who)).toEqual([]);
    for (const { partition, key, fields } of backup) {
      await writing.house.table.commit({ partition, writes: [{ kind: 'insert', key, fields }] });
    }
    await writing.writes(who, note('anew'));
    expect((await writing.reads(who)).notes.map(({ content }) => content)).toEqual([note('anew')]);
    expect((await writing.reads(partner)).fromPartners).toEqual([]);
    expect(writing.house.lines.some((line) => line.includes('eraseNotes') && line.includes('api.done'))).toBe(true);
  });

  it('[C-10] with the round a pair’s sharing ends; the notes stay their author’s', async () => {
    const [who, partner] = writing.otherPair;
    await writing.shares(who, await writing.writes(who, note('kept after the round')));
    expect(await textOf(partner)).toContain('kept after the round');
    await writing.round.does('Priya', 'closeRound');
    expect(await textOf(partner)).not.toContain('kept after the round');
    expect((await writing.reads(who)).notes.find(({ content }) => JSON.stringify(content).includes('after the round'))?.sharedWith).toEqual(
      [],
    );
  });
});
