import { auditPlaceOf } from '@coaching-pairs/bot/ports/audit';
import { auditTrail } from '@coaching-pairs/bot/storage/audit/trail';
import type { Act } from '@coaching-pairs/shared/audit/acts';
import { instant, operationId, type PersonId, roundId } from '@coaching-pairs/shared/ids';
import { expect, it } from 'vitest';
import { memoryTable } from '../workflows/memory-table.js';
import { stillClock } from '../workflows/suggestion-stage.js';
import { id, plainDirectory, startProcess, value } from '../workflows/world.js';

const place = auditPlaceOf(roundId('r-spring'));
const by: PersonId = id('Sam');

/** What the check says after one act, at a time of that day. */
const checkedAt = async (action: Act, time: string) => {
  const table = memoryTable();
  const { deps } = startProcess(table, plainDirectory([]), stillClock());
  const at = instant('2026-11-20T09:41:27.000Z');
  await deps.audit.note(place, operationId('an-act'), { at, by, action, subject: {}, result: 'done' });
  const now = instant(`2026-11-20T${time}:00.000Z`);
  return value(await auditTrail(table, deps.sealing, { now: () => now }).check(place)).waitingSince;
};

it.each(['proposal.answer', 'sessions.book', 'agreement.save', 'person.back'] as const)(
  '[CP-33] [S-20] the check does not tell the minute of %s: it counts once sealing has stopped, by its hour',
  async (action) => {
    expect(await checkedAt(action, '09:42')).toBeNull();
    expect(await checkedAt(action, '10:41')).toBeNull();
    expect(await checkedAt(action, '10:42')).toBe('2026-11-20T09:00:00.000Z');
  },
);

it('[S-20] of what administrators read anyway it tells at once since when it waits', async () => {
  expect(await checkedAt('proposals.approve', '09:42')).toBe('2026-11-20T09:41:27.000Z');
});
