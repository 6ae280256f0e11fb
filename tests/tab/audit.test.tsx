import type { AuditCheck, AuditExport, AuditLine, AuditPage as Page } from '@coaching-pairs/shared/wire/audit';
import { auditFormat } from '@coaching-pairs/shared/wire/audit';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AuditPage } from '../../tab/src/pages/admin/audit/audit-page.js';
import { someone } from '../bot/cards/every-card.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const priya = someone('Priya Raman');
const line = (action: AuditLine['action'], own: Partial<AuditLine> = {}): AuditLine => ({
  ...{ seq: 1, at: '2026-11-20T09:30:00.000Z', by: priya, action, about: null, count: null, everywhere: false },
  ...own,
});
const lines = [
  line('administrator.name', { seq: null, about: someone('Stella Novak') }),
  line('functions.save', { seq: 2, count: 3, everywhere: true }),
  line('round.open', { by: null }),
];
const page = (shown: readonly AuditLine[], more = 0): Page => ({ name: 'Spring', lines: [...shown], more, sealedAt: null });
const whole: AuditCheck = { at: '2026-11-20T10:00:00.000Z', books: [{ place: 'round', book: 'open', fault: null }], waitingSince: null };
const record: AuditExport = {
  ...{ format: auditFormat, madeAt: '2026-11-20T10:00:00.000Z', round: { id: 'r1', name: 'Spring' }, books: [], people: [] },
};

type Asked = { readonly query?: { readonly q?: string } };

/** The page over a bot that answers so; what was asked of it. */
const shown = (answers: { readonly audit?: (q: string) => Page | Error; readonly check?: AuditCheck } = {}) => {
  const asked: string[] = [];
  const call = (route: unknown, { query }: Asked = {}) => {
    if (route === routes.checkAudit) return Promise.resolve(answers.check ?? whole);
    if (route === routes.exportAudit) return Promise.resolve(record);
    asked.push(query?.q ?? '');
    const answer = (answers.audit ?? (() => page(lines, 7)))(query?.q ?? '');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  render(overBot(<AuditPage roundId="r1" />, call));
  return asked;
};

it('[S-20] says who did what in sentences, what waits for its seal, and that there is more', async () => {
  shown();
  const rows = (await screen.findAllByRole('row')).map((row) => row.textContent);
  expect(rows[1]).toContain('Administrator named · Being sealed');
  expect(rows[1]).toContain('Stella Novak');
  expect(rows[2]).toContain('Departments grouped into functions');
  expect(rows[2]).toContain('3 people or groups · All rounds');
  expect(rows[3]).toMatch(/Coaching Pairs.*Round opened as a draft/u);
  expect(screen.getByText(/7 older lines are not shown/u)).toBeDefined();
  expect(screen.getByText(/What people do for themselves is not listed/u)).toBeDefined();
});

it('is searched by name or act, and says what to do when nothing holds it', async () => {
  const holding = (q: string) => lines.filter(({ about }) => about?.name.toLowerCase().includes(q.toLowerCase()));
  const asked = shown({ audit: (q) => page(q === '' ? lines : holding(q)) });
  await screen.findAllByRole('row');
  const search = (value: string) =>
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search by name or act' }), { target: { value } });
  search(' nobody ');
  await screen.findByText('No line holds this. Try a part of a name, or another word.');
  expect(asked.at(-1)).toBe('nobody');
  search('stella');
  expect((await screen.findAllByRole('row')).map((row) => row.textContent?.includes('Stella Novak'))).toEqual([false, true]);
  search('');
  await expect.poll(() => screen.queryAllByRole('row').length, { timeout: 20_000 }).toBe(4);
  expect(asked.at(-1)).toBe('stella');
});

it('says so where nothing was done yet, and where the bot does not answer', async () => {
  shown({ audit: () => page([]) });
  await screen.findByText('Nothing has been done in this round yet.');
  cleanup();
  shown({ audit: () => new Error('Nobody answers.') });
  await screen.findByRole('button', { name: 'Try again' });
});

it('[S-20] is checked from end to end when asked to, and a book that was altered is named', async () => {
  shown();
  fireEvent.click(await screen.findByRole('button', { name: 'Check the record' }));
  await screen.findByText(/Nothing was changed, taken out or added/u);
  cleanup();
  const broken: AuditCheck = {
    ...whole,
    books: [{ place: 'round', book: 'discreet', fault: 'altered' }],
    waitingSince: '2026-11-20T09:59:00.000Z',
  };
  shown({ check: broken });
  fireEvent.click(await screen.findByRole('button', { name: 'Check the record' }));
  await screen.findByText('Lines of this round that nobody can read here: A line was changed.');
  expect(screen.getByText(/The record is not as it was sealed/u)).toBeDefined();
  expect(screen.getByText(/are not sealed yet/u)).toBeDefined();
});

it('[S-20] is taken along as a table and as it is sealed', async () => {
  const saved: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => undefined });
  HTMLAnchorElement.prototype.click = () => undefined;
  shown();
  fireEvent.click(await screen.findByRole('button', { name: 'Save as a table (CSV)' }));
  await screen.findByText('Saved. A line of it was added to the record.');
  fireEvent.click(screen.getByRole('button', { name: 'Save the sealed record (JSON)' }));
  await expect.poll(() => saved.map(({ type }) => type)).toEqual(['text/csv', 'application/json']);
});
