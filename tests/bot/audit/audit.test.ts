import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAuditCommand } from '@coaching-pairs/bot/cli/verify-audit';
import { auditPlaceOf } from '@coaching-pairs/bot/ports/audit';
import type { Row } from '@coaching-pairs/bot/ports/store';
import { auditTrail } from '@coaching-pairs/bot/storage/audit/trail';
import { auditSealer, keptSince, sealAudit } from '@coaching-pairs/bot/workflows/audit/seal-audit';
import { verifyRecord } from '@coaching-pairs/shared/audit/verify';
import { instant, roundId } from '@coaching-pairs/shared/ids';
import type { AuditExport } from '@coaching-pairs/shared/wire/audit';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { openWritingHouse, type WritingHouse } from '../notes/writing-house.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let writing: WritingHouse;
let declining: string;
const spring = roundId('r-spring-000001');
const place = auditPlaceOf(spring);
const deps = () => writing.house.deps;
const rowsOf = (prefix: string): readonly Row[] =>
  writing.house.everyRow().filter((row) => row.partition === place && row.key.startsWith(prefix));
const faults = async (): Promise<readonly string[]> =>
  (await writing.round.does('Priya', 'checkAudit')).books.flatMap(({ place: at, book, fault }) =>
    fault === null ? [] : [`${at} ${book} ${fault}`],
  );

/** Writes a row otherwise for as long as a check takes, and puts it back. */
const whileAltered = async (row: Row, fields: Row['fields'], check: () => Promise<void>): Promise<void> => {
  const now = await writing.house.table.read(row.partition, row.key);
  const altered = now === null ? null : await writing.house.table.swap(now, fields);
  if (altered === null) throw new Error('Somebody else changed it.');
  await check();
  await writing.house.table.swap(altered, row.fields);
};

beforeAll(async () => {
  writing = await openWritingHouse();
  const [match] = await writing.round.sent();
  [declining = ''] = match?.members ?? [];
  await writing.round.says(declining, match?.id ?? '', 'decline');
  await writing.round.does('Priya', 'saveFunctions', { groups: [{ name: 'People', departments: ['People', 'Press'] }] });
  await writing.round.does('Priya', 'addAdministrator', { personId: idOf('Stella') });
});
afterAll(() => writing.close());

describe('acts are sealed within a minute', () => {
  it('[S-20] what was just done is there at once and waits for its seal', async () => {
    const page = await writing.round.does('Omar', 'audit');
    expect(page.sealedAt).toBeNull();
    expect(page.lines.every(({ seq }) => seq === null)).toBe(true);
    expect((await writing.round.does('Priya', 'checkAudit')).waitingSince).not.toBeNull();
  });

  it('[S-20] two who seal at the same moment leave one chain, in which each act stands once', async () => {
    const before = await deps().rounds.audit(spring);
    const other = auditTrail(writing.house.table, deps().sealing, deps().clock);
    await Promise.all([deps().audit.seal(place), other.seal(place), deps().audit.seal(place)]);
    await sealAudit(deps());
    expect(rowsOf('audit~')).toEqual([]);
    expect(await faults()).toEqual([]);
    expect(new Set((await deps().rounds.audit(spring)).map((entry) => JSON.stringify(entry)))).toEqual(
      new Set(before.map((entry) => JSON.stringify(entry))),
    );
  });

  it('[R-13] a second look finds nothing, and one looks at most once a minute', async () => {
    const sealer = auditSealer(deps());
    expect(await sealer()).toMatchObject({ sealed: 0, refused: null });
    expect(await sealer()).toBeNull();
    writing.house.clock.advance(61);
    expect(await sealer()).not.toBeNull();
  });
});

describe('what administrators read', () => {
  it('says who did what in sentences, the newest first, and finds it by a part of a name or an act', async () => {
    const { lines, sealedAt } = await writing.round.does('Omar', 'audit');
    expect(sealedAt).not.toBeNull();
    expect(lines.find(({ action }) => action === 'administrator.name')).toMatchObject({
      by: { name: fullName('Priya') },
      about: { name: fullName('Stella') },
    });
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['round.open', 'invitations.open', 'proposals.approve']));
    expect(lines.find(({ action }) => action === 'functions.save')).toMatchObject({ everywhere: true, count: 1 });
    const search = async (q: string) =>
      (await writing.house.call('Omar', 'GET', `/api/admin/rounds/${spring}/audit?q=${encodeURIComponent(q)}`)).body as typeof lines & {
        readonly lines: typeof lines;
      };
    expect((await search('stella')).lines.map(({ action }) => action)).toEqual(['administrator.name']);
    expect((await search('opened as a DRAFT')).lines.map(({ action }) => action)).toEqual(['round.open']);
    expect((await search('nobody does this')).lines).toEqual([]);
  });

  it('[CP-33] [S-20] holds nothing of who declined, answered or agreed, nor which match it was; also not taken along', async () => {
    const page = JSON.stringify(await writing.round.does('Priya', 'audit'));
    const record = JSON.stringify(await writing.round.does('Priya', 'exportAudit'));
    for (const text of [page, record]) {
      for (const act of ['proposal.answer', 'answer.', 'agreement', 'sessions.']) expect(text).not.toContain(act);
      expect(text).not.toContain(idOf(declining));
      expect(text).not.toContain(declining);
    }
    // It is kept and sealed all the same, and read by its author.
    const mine = await writing.round.does(declining, 'myData');
    expect(mine.rounds[0]?.acts.map(({ action }) => action)).toEqual(['answer.joined', 'proposal.answer']);
  });

  it('[S-10] is recorded when it is taken along, and read by those alone who are named on the round', async () => {
    expect((await writing.round.does('Omar', 'audit')).lines[0]).toMatchObject({ action: 'audit.export', by: { id: idOf('Priya') } });
    for (const who of [declining, 'Maya', 'Quinn', 'Toby'])
      expect((await writing.house.call(who, 'GET', `/api/admin/rounds/${spring}/audit`)).status).toBe(404);
  });

  it('[S-20] no free text and no name is in the chain', () => {
    const kept = JSON.stringify(rowsOf('trail'));
    expect(kept).not.toMatch(/canary/iu);
    expect(kept).not.toContain(idOf('Priya'));
  });
});

describe('whatever is altered is found', () => {
  it('[S-20] an act, what is veiled with it, a hash, the end, or an act that is gone', async () => {
    await sealAudit(deps());
    const [first] = rowsOf('trail~open~');
    const hidden = rowsOf('trail~discreet~').at(-1);
    const [head] = rowsOf('trail-head~open');
    if (first === undefined || hidden === undefined || head === undefined) throw new Error('Nothing was sealed.');
    const bodyOf = (row: Row) => row.fields.body as Record<string, unknown>;
    const otherwise = (row: Row, changed: object): Row['fields'] =>
      JSON.parse(JSON.stringify({ ...row.fields, body: { ...bodyOf(row), ...changed } }));
    await whileAltered(first, otherwise(first, { by: 'product' }), async () => expect(await faults()).toEqual(['round open altered']));
    await whileAltered(hidden, otherwise(hidden, { at: '2026-11-20T08:00:00.000Z' }), async () =>
      expect(await faults()).toEqual(['round discreet altered']),
    );
    await whileAltered(hidden, otherwise(hidden, { veiled: null }), async () => expect(await faults()).toEqual(['round discreet altered']));
    // Whoever can write rows but has not the key cannot say that the book ends elsewhere.
    await whileAltered(head, otherwise(head, { count: 1, hash: bodyOf(first)['hash'] }), async () => {
      expect(await faults()).toEqual(['round open seal-broken']);
      await writing.round.does('Priya', 'removeAdministrator', { personId: idOf('Stella') });
      // Nothing is added to what is not as it was.
      expect(await deps().audit.seal(place)).toEqual({ ok: false, error: { code: 'seal-broken' } });
    });
    expect(await faults()).toEqual([]);
    const gone = rowsOf('trail~open~').at(-1) as Row;
    await writing.house.table.remove(gone);
    expect(await faults()).toEqual(['round open ends-elsewhere']);
    await writing.house.table.commit({ partition: place, writes: [{ kind: 'insert', key: gone.key, fields: gone.fields }] });
    expect(await faults()).toEqual([]);
  });

  it('[S-20] without the vault nothing is sealed, everything goes on, and it is made up for', async () => {
    await sealAudit(deps());
    await writing.round.does('Priya', 'addAdministrator', { personId: idOf('Stella') });
    writing.house.vault.fails('vault-away');
    writing.house.clock.advance(601);
    expect(await sealAudit(deps())).toMatchObject({ sealed: 0, refused: 'vault-away' });
    expect((await writing.round.does('Omar', 'audit')).lines[0]).toMatchObject({ action: 'administrator.name', seq: null });
    expect((await writing.house.call('Priya', 'GET', `/api/admin/rounds/${spring}/audit/check`)).status).toBe(503);
    writing.house.vault.fails(null);
    await sealAudit(deps());
    expect(await faults()).toEqual([]);
    expect(rowsOf('audit~')).toEqual([]);
  });
});

describe('a record that was taken along', () => {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const save = (name: string, record: AuditExport): string => {
    writeFileSync(join(folder, name), JSON.stringify(record));
    return name;
  };
  const verify = (...args: readonly string[]) => {
    const said: string[] = [];
    const stream = { write: (text: string) => said.push(text) > 0 } as unknown as NodeJS.WriteStream;
    const code = verifyAuditCommand({ args, folder, variables: {}, now: new Date(0), streams: { result: stream, notes: stream } });
    return { code, said: said.join('') };
  };

  it('[S-20] is checked without the product, and against an earlier one', async () => {
    const { t } = wordsFor('en-GB');
    const earlier = await writing.round.does('Priya', 'exportAudit');
    await sealAudit(deps());
    const later = await writing.round.does('Priya', 'exportAudit');
    expect(verifyRecord(later, sha256).ok).toBe(true);
    const files = [save('later.json', later), save('earlier.json', earlier)] as const;
    expect(verify(files[0])).toMatchObject({ code: 0, said: expect.stringContaining(t('auditVerify.whole')) });
    expect(verify(files[0], '--since', files[1]).code).toBe(0);
    expect(verify(files[1], '--since', files[0])).toMatchObject({
      code: 1,
      said: expect.stringContaining(t('auditVerify.since.changed', { place: 'round' })),
    });
    const [book, ...others] = later.books;
    const links = book?.links.map((link) => (link.action === 'round.open' ? { ...link, at: '2026-11-01T09:00:00.000Z' } : link)) ?? [];
    const forged = save('forged.json', { ...later, books: [{ ...(book as AuditExport['books'][number]), links }, ...others] });
    expect(verify(forged).code).toBe(1);
    writeFileSync(join(folder, 'text.json'), 'not a record');
    for (const args of [['text.json'], ['missing.json'], [], ['--since', files[0]]]) expect(verify(...args).code).toBe(2);
  });

  it('[C-09] once a person is forgotten, their acts are nobody’s, and the chain is whole', async () => {
    const before = rowsOf('trail~');
    await deps().audit.forget(idOf('Priya'));
    expect(rowsOf('trail~')).toEqual(before);
    expect(await faults()).toEqual([]);
    const { lines } = await writing.round.does('Omar', 'audit');
    const { t } = wordsFor('en-GB');
    expect(lines.find(({ action }) => action === 'proposals.approve')?.by).toMatchObject({ name: t('audit.somebodyGone') });
  });

  it('[C-10] acts go after twenty-four months, from the beginning, and what is left still follows', async () => {
    expect(keptSince(instant('2028-11-21T09:00:00.000Z'))).toBe('2026-11-21T09:00:00.000Z');
    const kept = rowsOf('trail~open~').length;
    expect(kept).toBeGreaterThan(7);
    const { at } = (rowsOf('trail~open~')[4]?.fields.body ?? {}) as { readonly at: string };
    const before = instant(new Date(Date.parse(at) + 1).toISOString());
    await deps().audit.prune(place, before);
    expect(rowsOf('trail~open~').length).toBeLessThan(kept);
    expect(rowsOf('trail~').every(({ fields }) => (fields.body as { readonly at: string }).at >= before)).toBe(true);
    expect(await faults()).toEqual([]);
    expect(await deps().audit.prune(place, before)).toEqual({ ok: true, value: 0 });
    expect(verifyRecord(await writing.round.does('Priya', 'exportAudit'), sha256).ok).toBe(true);
    writing.house.clock.advance(25 * 31 * 24 * 3600);
    await sealAudit(deps(), true);
    await sealAudit(deps(), true);
    expect(rowsOf('trail~')).toEqual([]);
    expect(await deps().audit.check(place)).toMatchObject({ ok: true, value: { books: [{ fault: null }, { fault: null }] } });
  });
});
