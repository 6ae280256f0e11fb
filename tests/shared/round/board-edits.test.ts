import { instant, operationId, personId, proposalId } from '@coaching-pairs/shared/ids';
import type { BoardEdit } from '@coaching-pairs/shared/round/board-edit';
import { mostEdits, undoEdit, withEdit, withoutEdits } from '@coaching-pairs/shared/round/board-edits';
import { draftChanges } from '@coaching-pairs/shared/round/draft-changes';
import { unlockedDrafts } from '@coaching-pairs/shared/round/locked';
import { beginWave } from '@coaching-pairs/shared/round/moves';
import { draftProposal, type Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { describe, expect, it } from 'vitest';
import { roundsFor } from './people.js';

const ids = (...names: readonly string[]) => names.map((name) => personId(name.toLowerCase()));
const draft = (...names: readonly string[]): Proposal =>
  draftProposal(proposalId(names.join('-')), ids(...names), [], { locked: false, byHand: false });
const edit = (name: string, before: readonly Proposal[], after: readonly Proposal[]): BoardEdit => ({
  ...{ id: operationId(name), kind: 'swap', personIds: ids('Ada', 'Cem'), by: personId('priya'), at: instant('2026-11-20T09:30:00.000Z') },
  ...{ before, after },
});
const everybody = new Set(ids('Ada', 'Ben', 'Cem', 'Dora', 'Eve'));
const [old, now] = [
  [draft('Ada', 'Ben'), draft('Cem', 'Dora')],
  [draft('Cem', 'Ben'), draft('Ada', 'Dora')],
];
const matching: Round = { ...roundsFor().proposed, state: 'matching' };
const swapped = withEdit(matching, edit('first', old, now));
const undo = (round: Round, name: string, proposals: readonly Proposal[], free = everybody) =>
  undoEdit(round, operationId(name), { proposals, free });
const movedOn = { ok: false, error: { code: 'board-moved-on' } };

describe('the last change of drafts by hand', () => {
  it('is taken back exactly: what it replaced stands there again, and the change before it is the last', () => {
    const twice = withEdit(swapped, edit('second', [], [draft('Eve')]));
    const undone = undo(twice, 'second', [...now, draft('Eve')]);
    if (!undone.ok) return expect.unreachable();
    expect(undone.value).toEqual({ round: swapped, removed: [draft('Eve')], restored: [] });
    expect(undo(undone.value.round, 'first', now)).toEqual({ ok: true, value: { round: matching, removed: now, restored: old } });
  });

  it('is refused when another has come since, when what came of it has changed, and when somebody is not free any more', () => {
    expect(undo(swapped, 'second', now)).toEqual(movedOn);
    expect(undo(matching, 'first', old)).toEqual(movedOn);
    expect(undo(swapped, 'first', now.slice(1))).toEqual(movedOn);
    expect(undo(swapped, 'first', [draft('Cem', 'Ben'), { ...draft('Ada', 'Dora'), locked: true }])).toEqual(movedOn);
    expect(undo(swapped, 'first', now, new Set(ids('Ada', 'Ben', 'Cem')))).toEqual(movedOn);
    const apart = withEdit(matching, edit('apart', [draft('Ada', 'Ben')], []));
    expect(undo(apart, 'apart', [draft('Ada', 'Eve')])).toEqual(movedOn);
  });

  it('is forgotten once matches are approved, and the oldest once there are many', () => {
    expect(beginWave(swapped, [])).toMatchObject({ ok: true, value: { boardEdits: [] } });
    expect(withoutEdits(matching)).toBe(matching);
    const many = Array.from({ length: mostEdits + 2 }, (_, place) => edit(`edit-${place}`, [], []));
    expect(many.reduce(withEdit, matching).boardEdits.map(({ id }) => id)).toEqual(many.slice(2).map(({ id }) => id));
  });
});

describe('drafting again', () => {
  it('tells by who is in them which matches stay, which are new and which are gone', () => {
    const before = [ids('Ada', 'Ben'), ids('Cem', 'Dora'), ids('Eve', 'Finn')];
    expect(draftChanges(before, [ids('Ben', 'Ada'), ids('Cem', 'Eve'), ids('Dora', 'Finn')])).toEqual({
      ...{ kept: 1, fresh: [1, 2], gone: [ids('Cem', 'Dora'), ids('Eve', 'Finn')] },
    });
    expect(draftChanges([], before)).toBeNull();
  });
});

describe('a locked draft', () => {
  it('is neither taken apart nor changed, and says whom it keeps together; any other may be', () => {
    const [first, second] = now;
    if (first === undefined || second === undefined) return expect.unreachable();
    expect(unlockedDrafts([first, second])).toEqual({ ok: true, value: [first, second] });
    const refused = { ok: false, error: { code: 'draft-locked', personIds: second.memberIds } };
    expect(unlockedDrafts([first, { ...second, locked: true }])).toEqual(refused);
  });
});
