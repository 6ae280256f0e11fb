import { draftByHand, takeDraftApart } from '@coaching-pairs/bot/workflows/edit-board';
import { proofMatchesOf, proofOf } from '@coaching-pairs/bot/workflows/proof';
import { checkMatches } from '@coaching-pairs/shared/matching/proof-of-rules';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed, someday } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, startProcess, value } from './world.js';

/** Tom reports to Sam, who reports to Maya, who leads the round. */
const people = [
  personNamed('Ruth'),
  ...['Maya', 'Priya', 'Omar', 'Lena'].map((name) => personNamed(name, { under: 'Ruth' })),
  personNamed('Sam', { under: 'Maya' }),
  personNamed('Tom', { under: 'Sam' }),
];

describe('the proof for auditors', () => {
  it('[CP-24a] counts the matches that share a chain, but for those that lean on a reach, which are listed with their decision', async () => {
    const process = startProcess(memoryTable(), plainDirectory(people));
    const round = await allJoined(process, ids('Maya', 'Tom', 'Sam', 'Lena'));
    const steps = stepsOf(process, round);
    const proof = async (by = 'Priya') => proofOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: actor(by) });
    expect(value(await proof())).toMatchObject({ matches: [], exceptions: [], best: null });
    await steps.draft();
    for (const { id: proposalId } of await steps.proposals('draft'))
      value(await takeDraftApart(process.deps, { roundId: round, opId: newOp(), actor: actor('Omar'), proposalId }));
    value(await draftByHand(process.deps, { roundId: round, opId: newOp(), actor: actor('Omar'), memberIds: ids('Maya', 'Tom') }));
    const report = value(await proof());
    expect(report.matches).toMatchObject([{ holds: true, state: 'draft' }]);
    expect(report.checks[0]).toEqual({
      text: '0 of 1 match share a management chain, but the one that is listed under CP-24a.',
      holds: true,
    });
    expect(report.exceptions.map(({ text }) => text)).toEqual([expect.stringMatching(/^CP-24a: Maya is 2 levels above Tom, and leads/)]);
    expect(report.directoryAt).not.toBeNull();
    expect(await proof('Lena')).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('holds the first hundred matches by name, the others a page at a time, and all of them to be printed', async () => {
    const crowd = Array.from({ length: 220 }, (_none, index) => `Person${String(index).padStart(3, '0')}`);
    const all = [...people, ...crowd.map((name) => personNamed(name, { under: 'Ruth' }))];
    const process = startProcess(memoryTable(), plainDirectory(all));
    const round = await allJoined(process, ids(...crowd));
    await stepsOf(process, round).draft();
    const [words, asked] = [wordsFor('en-GB'), { roundId: round, actor: actor('Priya') }];
    const report = value(await proofOf(process.deps, words, asked));
    const whole = value(await proofOf(process.deps, words, asked, true));
    expect([report.matches.length, report.matchCount, whole.matches.length]).toEqual([100, 110, 110]);
    expect({ ...whole, matches: [], checkedAt: '' }).toEqual({ ...report, matches: [], checkedAt: '' });
    const more = value(await proofMatchesOf(process.deps, words, asked, report.matches.at(-1)?.members[0]?.id));
    expect([...report.matches, ...more.matches]).toEqual(whole.matches);
    expect(value(await proofMatchesOf(process.deps, words, asked))).toMatchObject({ matches: report.matches, total: 110 });
    expect(await proofMatchesOf(process.deps, words, { ...asked, actor: actor('Lena') })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('[CP-24d] tells of nothing that people have entered in private, and finds what any rule would refuse', () => {
    const rules = { ...plainRules(organise({ people, corrections: [], functions: [] }), someday), roundLeaderId: id('Maya') };
    const checked = checkMatches(
      { ...rules, worksClosely: [{ by: id('Lena'), with: id('Omar') }], repeatsAllowed: [[id('Priya'), id('Lena')]] },
      [ids('Maya', 'Tom'), ids('Maya', 'Sam'), ids('Lena', 'Omar'), ids('Priya', 'Lena')],
    );
    expect(checked.map(({ broken }) => broken)).toEqual([[], ['in-one-line'], [], []]);
    expect(checked.map(({ leansOn }) => leansOn?.levels ?? null)).toEqual([2, null, null, null]);
    expect(checked[3]?.again).toEqual([id('Priya'), id('Lena')]);
  });
});
