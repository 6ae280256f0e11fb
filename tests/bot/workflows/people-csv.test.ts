import { applyPeopleFile, checkPeopleFile, peopleFileOf } from '@coaching-pairs/bot/workflows/people-csv';
import { peopleOf } from '@coaching-pairs/bot/workflows/people-page';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { kickedOff } from './steps.js';
import { ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');

const house = async () => {
  const people = [
    personNamed('Ruth'),
    ...['Maya', 'Sam', 'Tom', 'Lena', 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth' })),
  ];
  const process = startProcess(memoryTable(), plainDirectory(people));
  const { deps } = process;
  const asked = { roundId: await kickedOff(process, ids('Sam', 'Tom', 'Lena')), actor: priya };
  return {
    deps,
    file: async () => value(await peopleFileOf(deps, words, asked)).text,
    checks: async (text: string) => value(await checkPeopleFile(deps, words, { ...asked, text })),
    applies: (text: string, version: string, opId = newOp()) => applyPeopleFile(deps, words, { ...asked, opId, text, version }),
    shown: async (text: string) => value(await peopleOf(deps, words, asked, { text })).people[0],
  };
};

describe('people put right with a file', () => {
  it('[S-14] [CP-24b] opens in a spreadsheet, and changes all that was looked at before, once', async () => {
    const { file, checks, applies, shown, deps } = await house();
    const taken = await file();
    expect(taken.startsWith('\uFEFFid,name,department,managerId,function,dottedManagerId,apart\r\nlena,Lena,Lena,ruth,Lena,,\r\n')).toBe(
      true,
    );
    expect(await checks(taken)).toMatchObject({ faultCount: 0, changeCount: 0 });
    const changed = taken.replace('tom,Tom,Tom,ruth,Tom,,', 'tom,Tom,Tom,sam,Care,lena,lena');
    const looked = await checks(changed);
    expect(looked.changes.map(({ line, person, text }) => `${line} ${person.name}: ${text}`)).toEqual([
      '4 Tom: Manager: Sam instead of Ruth',
      '4 Tom: Function: Care instead of Tom',
      '4 Tom: Second manager: Lena instead of nobody',
      '4 Tom: Kept apart from Lena',
    ]);
    expect((await shown('tom'))?.corrected).toEqual([]);
    const opId = newOp();
    expect(await applies(changed, looked.version, opId)).toEqual({ ok: true, value: { changes: 4 } });
    expect((await applies(changed, looked.version, opId)).ok).toBe(true);
    expect(await shown('tom')).toMatchObject({
      manager: { name: 'Sam' },
      secondManager: { name: 'Lena' },
      person: { functionName: 'Care' },
    });
    const { corrections, apart } = await deps.organisation.snapshot();
    expect([corrections.length, apart.pairs.length]).toEqual([1, 1]);
    expect(await file()).toContain('tom,Tom,Tom,sam,Care,lena,lena');
    expect((await deps.organisation.audit()).filter(({ action }) => action === 'person.correct')).toHaveLength(1);
  });

  it('is not carried out where anything is wrong, or has changed since it was looked at', async () => {
    const { checks, applies, deps } = await house();
    const faulty = 'id,function\r\ntom,Care\r\nnobody,Care\r\n';
    const looked = await checks(faulty);
    expect(looked).toMatchObject({
      faultCount: 1,
      changeCount: 0,
      faults: [expect.stringMatching(/^Line 3, column id: nobody of this round/u)],
    });
    expect((await checks('id\n"tom')).faults).toEqual([expect.stringMatching(/^Line 2: a quotation mark is opened/u)]);
    expect(await applies(faulty, looked.version)).toMatchObject({ error: { code: 'people-file-faulty' } });
    const good = 'id,function\r\ntom,Care\r\n';
    const { version } = await checks(good);
    await deps.organisation.correct([
      { personId: ids('Sam')[0] ?? expect.unreachable(), functionName: 'Tax', by: priya.personId, at: deps.clock.now() },
    ]);
    expect(await applies(good, version)).toMatchObject({ error: { code: 'people-moved-on' } });
    expect((await deps.organisation.snapshot()).corrections).toHaveLength(1);
  });
});
