import { otherPartnersOf } from '@coaching-pairs/bot/workflows/other-partners';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');

/** Two of Care, three who work elsewhere, and Noor, who reports to Sam. */
const drafted = async () => {
  const people = [
    personNamed('Ruth'),
    ...['Maya', 'Priya', 'Omar', 'Ines', 'Karl', 'Vera'].map((name) => personNamed(name, { under: 'Ruth' })),
    ...['Sam', 'Tom'].map((name) => personNamed(name, { under: 'Ruth', department: 'Care' })),
    personNamed('Noor', { under: 'Sam' }),
  ];
  const process = startProcess(memoryTable(), plainDirectory(people));
  const roundId = await allJoined(process, ids('Sam', 'Tom', 'Ines', 'Karl', 'Vera', 'Noor'));
  const steps = stepsOf(process, roundId);
  await steps.draft();
  const others = (name: string, by = priya) => otherPartnersOf(process.deps, words, { roundId, actor: by, personId: id(name) });
  return { steps, others };
};

describe('with whom somebody could be instead', () => {
  it('is told with reasons and cost, without whom they are drafted with, and with how many each rule keeps from them', async () => {
    const { steps, others } = await drafted();
    const draft = (await steps.proposals('draft')).find(({ memberIds }) => memberIds.includes(id('Sam')));
    const found = value(await others('Sam'));
    const offered = found.others.map(({ person }) => person.id);
    expect(offered.length).toBeGreaterThan(0);
    for (const member of draft?.memberIds ?? []) expect(offered).not.toContain(member);
    for (const name of ['Tom', 'Noor']) expect(offered).not.toContain(id(name));
    expect(found.others[0]?.reasons.join()).toContain('apart in the organisation');
    expect(found.others.every(({ cost }) => cost !== '')).toBe(true);
    expect(found.note).toContain('Nobody who is not listed costs less.');
    expect(found.ruledOut).toEqual(['1 in one line of management', '1 of the same function']);
  });

  it('[S-10] is for an administrator alone, and of nobody who is not free', async () => {
    const { steps, others } = await drafted();
    expect(await others('Sam', actor('Ines'))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await others('Maya')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await steps.sitOut('Karl');
    expect(await others('Karl')).toMatchObject({ ok: false, error: { code: 'not-free' } });
  });
});
