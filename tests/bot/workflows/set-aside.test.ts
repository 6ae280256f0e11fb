import { pausePerson } from '@coaching-pairs/bot/workflows/pause-person';
import { toBeMatched } from '@coaching-pairs/bot/workflows/to-be-matched';
import { plainDate } from '@coaching-pairs/shared/ids';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { startingClock } from '../reminders/lived.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { id, ids, plainDirectory, startProcess, value } from './world.js';

describe('somebody whom organisers have set aside', () => {
  it.each([
    ['Pacific/Auckland', '2026-12-13T10:30', '2026-12-13T11:30'],
    ['America/Los_Angeles', '2026-12-14T07:30', '2026-12-14T08:30'],
  ])('[R-16] is back on the board and in the drafts at one moment, by the day of a round in %s', async (timeZone, before, after) => {
    const clock = startingClock(Date.parse('2026-11-23T10:00:00Z'));
    const people = [personNamed('Ruth'), ...['Maya', 'Sam', 'Tom', 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth' }))];
    const process = startProcess(memoryTable(), plainDirectory(people), clock);
    const round = await allJoined(process, ids('Sam', 'Tom'));
    const steps = stepsOf(process, round);
    value(await pausePerson(process.deps, { ...steps.asked(), personId: id('Sam'), until: plainDate('2026-12-14') }));
    for (const [at, isBack] of [[before, false] as const, [after, true] as const]) {
      clock.advance(Date.parse(`${at}:00Z`) - clock.millis());
      const all = await steps.content();
      const there = { ...all, round: { ...all.round, value: { ...all.round.value, timeZone } } };
      const aside = asideIn(there.round.value, all.content.participants, process.deps.clock.now());
      expect([aside.has(id('Sam')), (await toBeMatched(process.deps, there)).includes(id('Sam'))], at).toEqual([!isBack, isBack]);
    }
  });
});
