import {
  type AgendaItem,
  agendaLimits,
  clockAfter,
  concernsOf,
  defaultAgenda,
  feedbackMinutes,
  timed,
  totalOf,
  usualLength,
} from '@coaching-pairs/shared/awayday/agenda';
import {
  type AgendaEditing,
  addItem,
  editingOf,
  moveItem,
  removeItem,
  renameItem,
  replaceItems,
  resizeItem,
  undoEdit,
} from '@coaching-pairs/shared/awayday/agenda-editing';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const { t } = wordsFor('en');
const kinds = (items: readonly AgendaItem[]) => items.map(({ kind }) => kind);
const codes = (items: readonly AgendaItem[], choosing = false) => concernsOf(items, 420, choosing).map(({ code }) => code);
const full = defaultAgenda('full', false);

describe('the agenda of an Awayday', () => {
  it('[CP-80] has feedback pairs for 45 minutes early in the morning, and the whole team together in the afternoon', () => {
    const all = timed(full);
    const at = (kind: AgendaItem['kind']) => all.find(({ item }) => item.kind === kind);
    expect([at('feedback')?.from, at('feedback')?.item.minutes]).toEqual([45, feedbackMinutes]);
    expect(clockAfter('09:00', at('feedback')?.from ?? 0)).toBe('09:45');
    for (const kind of ['insights', 'team', 'next'] as const) expect(at(kind)?.from, kind).toBeGreaterThanOrEqual(at('lunch')?.to ?? 999);
    expect(full.at(-1)?.kind).toBe('next');
  });

  it('[CP-80] runs both parts back to back in half a day', () => {
    const half = kinds(defaultAgenda('half', false));
    expect(half.indexOf('insights')).toBe(half.indexOf('feedback') + 1);
    expect(half).not.toContain('lunch');
  });

  it('[CP-80] has time for choosing partners where they are chosen in the open, and adds up in every form', () => {
    for (const form of ['full', 'half'] as const)
      for (const choosing of [true, false]) {
        const items = defaultAgenda(form, choosing);
        expect(kinds(items).includes('choosing')).toBe(choosing);
        expect(concernsOf(items, usualLength[form], choosing)).toEqual([]);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }
  });

  it('[CP-80] is the same as on the sheets of the kit', () => {
    for (const form of ['full', 'half'] as const) {
      const items = defaultAgenda(form, false);
      const begins = [...timed(items).map(({ from }) => from), usualLength[form]].map((from) => clockAfter('09:00', from));
      expect(t(`kit.awayday-${form}.text`).match(/^\d\d:\d\d/gmu), form).toEqual(begins);
    }
  });

  it('says plainly by how much it is too long or too short, and what is missing', () => {
    expect(concernsOf(full, 400, false)).toEqual([{ code: 'over', minutes: 20 }]);
    expect(concernsOf(full, 450, false)).toEqual([{ code: 'free', minutes: 30 }]);
    expect(t('awayday.concern.over', { minutes: 1 })).toContain('1 minute longer');
    const without = full.filter(({ kind }) => kind !== 'feedback');
    expect(codes(without)).toEqual(['free', 'no-feedback']);
    expect(codes([...without, ...full.filter(({ kind }) => kind === 'feedback')])).toEqual(['feedback-late', 'insights-first']);
    expect(codes(full, true)).toEqual(['no-choosing']);
    expect(codes(full.map((item) => (item.kind === 'feedback' ? { ...item, minutes: 30 } : item)))).toEqual(['free', 'feedback-short']);
    expect(codes(full.filter(({ kind }) => kind !== 'insights'))).toEqual(['free', 'no-insights']);
  });

  it('tells the time past midnight, too', () => {
    expect([clockAfter('09:05', 55), clockAfter('23:30', 45)]).toEqual(['10:00', '00:15']);
  });
});

describe('changing an agenda', () => {
  const [first, second] = full;
  const id = first?.id ?? '';

  it('renames, moves, makes longer, adds, removes and begins again, each to be undone', () => {
    const renamed = renameItem(editingOf(full), id, ' Tea ');
    expect(renamed.items[0]?.wording).toBe('Tea');
    const moved = moveItem(renamed, id, 1);
    expect(kinds(moved.items).slice(0, 2)).toEqual([second?.kind, first?.kind]);
    const longer = resizeItem(moved, id, 40);
    expect(totalOf(longer.items)).toBe(totalOf(full) + 10);
    const added = addItem(longer, { id: 'walk', kind: 'other', wording: 'A walk', minutes: 30 });
    const removed = removeItem(added, second?.id ?? '');
    expect(removed.items.map(({ id: one }) => one)).not.toContain(second?.id);
    const again = replaceItems(removed, full);
    let back: AgendaEditing = again;
    for (const step of [removed, added, longer, moved, renamed]) {
      back = undoEdit(back);
      expect(back.items).toEqual(step.items);
    }
    expect(undoEdit(undoEdit(back)).items).toEqual(full);
  });

  it('what changes nothing is no step to be undone', () => {
    const begun = editingOf(full);
    for (const same of [moveItem(begun, id, -1), resizeItem(begun, id, first?.minutes ?? 0), renameItem(begun, id, ' '), undoEdit(begun)])
      expect(same).toBe(begun);
    const own = editingOf([{ id: 'own', kind: 'other', wording: 'A walk', minutes: 30 }]);
    // What the organisers added has no words that ship, and a day has at least one part.
    expect([renameItem(own, 'own', ''), removeItem(own, 'own')]).toEqual([own, own]);
  });

  it('whatever is done, it stays within its limits, and all steps back lead to the beginning', () => {
    const step = fc.record({ what: fc.constantFrom('rename', 'move', 'size', 'add', 'remove'), at: fc.nat(40), by: fc.integer() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = editingOf(full);
        for (const [place, { what, at, by }] of steps.entries()) {
          const item = now.items[at % now.items.length]?.id ?? '';
          if (what === 'rename') now = renameItem(now, item, 'x'.repeat(Math.abs(by) % 300));
          if (what === 'move') now = moveItem(now, item, by < 0 ? -1 : 1);
          if (what === 'size') now = resizeItem(now, item, by);
          if (what === 'add') now = addItem(now, { id: `new-${place}`, kind: 'break', wording: null, minutes: 15 });
          if (what === 'remove') now = removeItem(now, item);
        }
        const { items } = now;
        expect(items.length).toBeGreaterThan(0);
        expect(items.length).toBeLessThanOrEqual(agendaLimits.items);
        for (const { minutes, wording } of items) {
          expect(minutes >= agendaLimits.shortest && minutes <= agendaLimits.longest).toBe(true);
          expect((wording ?? '').length).toBeLessThanOrEqual(agendaLimits.wording);
        }
        while (now.before.length > 0) now = undoEdit(now);
        expect(now.items).toEqual(full);
      }),
      { numRuns: 100 },
    );
  });
});
