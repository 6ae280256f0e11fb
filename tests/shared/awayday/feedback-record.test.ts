import {
  areNamesOpen,
  awaitedNames,
  changeNames,
  closingOf,
  proposedNamesBy,
  takesPart,
} from '@coaching-pairs/shared/awayday/feedback-names';
import {
  askForNames,
  type Feedback,
  lockGroup,
  mayMake,
  moveNamesBy,
  pairsMade,
  swapInGroups,
  toldCounts,
} from '@coaching-pairs/shared/awayday/feedback-record';
import { instant, plainDate } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { describe, expect, it } from 'vitest';
import { id, roundsFor } from '../round/people.js';

const round = { ...roundsFor().active, timeZone: 'Europe/London' };
const asked = instant('2027-05-10T09:00:00.000Z');
const friday = plainDate('2027-05-21');
const afterwards = instant('2027-05-21T23:00:00.000Z');

const feedback = (): Feedback => {
  const opened = askForNames(round, friday, asked);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const found = (...groups: readonly (readonly string[])[]) => ({
  groups: groups.map((group) => group.map(id)),
  ...{ alone: [], counts: { mutual: 0, first: 6, second: 5, neither: 7 }, proof: { value: 0, bound: 0 } },
});
const member = (answer: Participant['answer']): Participant => ({
  ...{ personId: id('Ana'), answer, invitedAt: null, answeredAt: null, disclosureVersion: null },
  ...{ match: { kind: 'none' }, asks: [], former: [], pausedUntil: null, askedLateAt: null },
});
const says = (attends: boolean | null, first?: string, second?: string) => ({
  ...{ by: id('Ana'), attends },
  named: first === undefined || second === undefined ? null : { first: id(first), second: id(second) },
});

describe('the time for names', () => {
  it('[CP-81] ends when the last day is over where the round is at home, and can be moved until pairs are made', () => {
    expect(closingOf(feedback(), round.timeZone)).toBe('2027-05-21T23:00:00.000Z');
    expect(areNamesOpen(feedback(), round, instant('2027-05-21T22:59:00.000Z'))).toBe(true);
    expect(areNamesOpen(feedback(), round, afterwards)).toBe(false);
    const moved = moveNamesBy(round, feedback(), plainDate('2027-05-24'), afterwards);
    expect(moved.ok && areNamesOpen(moved.value, round, afterwards)).toBe(true);
    const made = pairsMade(feedback(), found(['Ana', 'Ben']), afterwards);
    expect(moveNamesBy(round, made, plainDate('2027-05-24'), afterwards)).toMatchObject({ error: { code: 'feedback-made' } });
    expect(askForNames(round, plainDate('2027-05-09'), asked)).toMatchObject({ error: { code: 'day-passed' } });
    expect(askForNames({ ...round, state: 'proposed' }, friday, asked)).toMatchObject({ error: { code: 'wrong-state' } });
    expect(proposedNamesBy(plainDate('2027-05-28'), plainDate('2027-05-10'))).toBe('2027-05-21');
    expect(proposedNamesBy(plainDate('2027-05-28'), plainDate('2027-05-26'))).toBe('2027-05-27');
  });

  it('[CP-81] takes two names of the wider team while it runs, and none afterwards', () => {
    const people = { participants: ['Ana', 'Ben', 'Cem', 'Dee'].map(id), coachingPairs: [['Ana', 'Ben'].map(id)] };
    const change = (now: typeof asked, first: string) => changeNames({ round, asking: feedback(), people, now }, says(true, first, 'Dee'));
    expect(change(asked, 'Cem')).toMatchObject({ ok: true });
    expect(change(asked, 'Ben')).toMatchObject({ error: { code: 'nominates-coaching-partner' } });
    expect(change(afterwards, 'Cem')).toMatchObject({ error: { code: 'names-closed' } });
  });

  it('[CP-81] whoever is in takes part unless they say no, whoever sits out only if they say yes; only the first are reminded, once', () => {
    expect([takesPart(member('joined'), null), takesPart(member('sitting-out'), null)]).toEqual([true, false]);
    expect([takesPart(member('joined'), says(false)), takesPart(member('none'), says(true))]).toEqual([false, true]);
    const reminded = (answer: Participant['answer'], said: ReturnType<typeof says> | null, now = asked) =>
      awaitedNames(round, feedback(), member(answer), said, now).map(({ since, until }) => [since, until]);
    expect(reminded('joined', null)).toEqual([['2027-05-19T00:00:00.000Z', friday]]);
    expect(reminded('joined', says(true))).toHaveLength(1);
    for (const said of [says(false), says(true, 'Cem', 'Dee')]) expect(reminded('joined', said)).toEqual([]);
    expect([...reminded('sitting-out', null), ...reminded('none', says(true)), ...reminded('joined', null, afterwards)]).toEqual([]);
  });
});

describe('the feedback pairs before they are announced', () => {
  const made = pairsMade(feedback(), found(['Ana', 'Ben'], ['Cem', 'Dee'], ['Eva', 'Fay']), afterwards);

  it('[CP-82] are made only once names are closed', () => {
    expect(mayMake(round, feedback(), asked)).toMatchObject({ error: { code: 'names-still-open', until: friday } });
    expect(mayMake(round, feedback(), afterwards)).toMatchObject({ ok: true });
    expect(mayMake(round, null, afterwards)).toMatchObject({ error: { code: 'names-not-asked' } });
    expect(mayMake(round, { ...made, announcedAt: afterwards }, afterwards)).toMatchObject({ error: { code: 'feedback-announced' } });
  });

  it('[CP-24d] are made again three times at most, and only of ten people or more, as trying would tell whom somebody named', () => {
    const many = found(...Array.from({ length: 6 }, (_, at) => [`P${at}`, `Q${at}`]));
    const once = pairsMade(feedback(), many, afterwards);
    expect(mayMake(round, once, afterwards)).toMatchObject({ ok: true });
    const thrice = pairsMade(pairsMade(once, many, afterwards), many, afterwards);
    expect(mayMake(round, thrice, afterwards)).toMatchObject({ error: { code: 'feedback-made-often' } });
    expect(mayMake(round, made, afterwards)).toMatchObject({ error: { code: 'too-few-to-make' } });
  });

  it('[CP-82] are swapped by hand and then locked, but never into a coaching pair', () => {
    const coachingPairs = [['Ana', 'Cem'].map(id)];
    const swapped = swapInGroups(made, [id('Ben'), id('Dee')], coachingPairs);
    expect(swapped.ok && swapped.value.groups.map(({ memberIds, locked }) => [memberIds, locked])).toEqual([
      [['Ana', 'Dee'].map(id), true],
      [['Cem', 'Ben'].map(id), true],
      [['Eva', 'Fay'].map(id), false],
    ]);
    const refused = swapInGroups(made, [id('Ben'), id('Cem')], coachingPairs);
    expect(refused).toMatchObject({ error: { code: 'coaching-partners-together', personIds: ['Ana', 'Cem'].map(id) } });
    expect(swapInGroups(made, [id('Ana'), id('Ben')], [])).toMatchObject({ error: { code: 'feedback-changed' } });
    expect(lockGroup(made, ['Ana', 'Cem'].map(id), true)).toMatchObject({ error: { code: 'feedback-changed' } });
  });

  it('[C-03] [CP-24d] numbers are those of the first time, and none where fewer than five would stand behind one', () => {
    expect(made.counts).toEqual({ first: 6, second: 5, neither: 7 });
    const again = pairsMade(made, { ...found(['Ana', 'Ben']), counts: { mutual: 0, first: 8, second: 5, neither: 5 } }, afterwards);
    expect(again.counts).toEqual(made.counts);
    for (const counts of [
      { first: 4, second: 5, neither: 7 },
      { first: 9, second: 9, neither: 0 },
    ])
      expect(toldCounts({ mutual: 0, ...counts })).toBeNull();
  });
});
