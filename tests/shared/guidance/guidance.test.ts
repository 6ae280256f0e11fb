import { elements } from '@coaching-pairs/shared/guidance/elements';
import { guidePlaces, type HouseNote, writeNote } from '@coaching-pairs/shared/guidance/house-notes';
import { guideFor, isDriftCheckDue, sessionGuides } from '@coaching-pairs/shared/guidance/session-guides';
import { skillCards } from '@coaching-pairs/shared/guidance/skill-cards';
import { momentAfter, stagesOf, turnOrder } from '@coaching-pairs/shared/guidance/turns';
import { instant, personId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const { t } = wordsFor('en-GB');
const people = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 2, maxLength: 3 });

describe('the turns of a session', () => {
  it('[CP-61] everybody has exactly the same time, whatever the length, and no second is lost', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 15, max: 240 }), fc.integer({ min: 1, max: 30 }), (members, minutes, session) => {
        const stages = stagesOf(turnOrder(members, session, false), minutes);
        const turns = stages.flatMap((stage) => (stage.kind === 'turn' ? [stage] : []));
        expect(turns.map(({ personId: id }) => id).sort()).toEqual([...members].sort());
        expect(new Set(turns.map(({ seconds }) => seconds)).size).toBe(1);
        expect(stages.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(minutes * 60);
      }),
    );
    expect(stagesOf(['ana', 'ben'], 60).map(({ seconds }) => seconds / 60)).toEqual([5, 25, 25, 5]);
  });

  it('[CP-61] who begins changes with every session, so that each begins as often; the same for whoever looks', () => {
    fc.assert(
      fc.property(people, (members) => {
        const begins = Array.from({ length: 6 }, (_none, at) => turnOrder(members, at + 1, false)[0]);
        for (const one of members) expect(begins.filter((id) => id === one)).toHaveLength(6 / members.length);
        for (const [at, first] of begins.entries()) {
          expect(turnOrder([...members].reverse(), at + 1, false)[0]).toBe(first);
          expect(turnOrder(members, at + 1, true)[0]).not.toBe(first);
        }
      }),
    );
  });

  it('tells which part it is, and how much of it is left', () => {
    const stages = stagesOf(['ana', 'ben'], 60);
    expect([0, 299, 300, 1_799, 1_800, 3_599].map((elapsed) => momentAfter(stages, elapsed))).toEqual([
      ...[
        { at: 0, left: 300 },
        { at: 0, left: 1 },
        { at: 1, left: 1_500 },
        { at: 1, left: 1 },
        { at: 2, left: 1_500 },
        { at: 3, left: 1 },
      ],
    ]);
    expect(momentAfter(stages, 3_600)).toEqual({ at: 4, left: 0 });
  });
});

describe('guidance', () => {
  it('[CP-50] there is a guide for each of the six meetings, each element is in the foreground once, in order', () => {
    expect(sessionGuides.map(({ meeting }) => meeting)).toEqual([0, 1, 2, 3, 4, 5, 6, null]);
    expect(sessionGuides.flatMap(({ focus }) => focus)).toEqual(elements.map(({ name }) => name));
    expect([guideFor(2).name, guideFor(7).name, guideFor(99).name]).toEqual(['meeting-2', 'free', 'free']);
  });

  it('[CP-51] challenging oneself is the centrepiece, alone; each brings an issue of their own and goes first, and a meeting is given to it', () => {
    expect(elements.filter(({ centrepiece }) => centrepiece).map(({ name }) => name)).toEqual(['selfChallenge']);
    expect(t('guidance.element.selfChallenge.fact')).toMatch(
      /heart of it.*Each brings a real and awkward issue of their own; going first/u,
    );
    const meeting = sessionGuides.find(({ focus }) => focus.some((name) => name === 'selfChallenge'));
    expect([meeting?.meeting, t('guide.meeting-4.1')]).toEqual([4, expect.stringContaining('Each of you brings')]);
    expect(t('guide.meeting-1.4')).toContain('Each of you brings one challenge');
  });

  it('[CP-52] accountability is each one’s own and the whole team’s, and no blame', () => {
    const fact = t('guidance.element.accountability.fact');
    for (const said of [
      'Each answers for their own part',
      'the team for how all of us do',
      'the opposite of looking for somebody to blame',
    ])
      expect(fact).toContain(said);
    expect(t('guidance.element.accountability.prompt')).toMatch(/What will you do, by when, and who in the team/u);
  });

  it('[CP-62] the question to oneself comes after the second and the fourth meeting alone', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].filter(isDriftCheckDue)).toEqual([2, 4]);
  });

  it('[CP-95] a note of the house stands beside each piece, in the place of the one before; an empty one goes', () => {
    const named = [...sessionGuides, ...skillCards].map(({ name }) => name);
    expect(['rules', 'elements', ...named].sort()).toEqual([...guidePlaces].sort());
    const note = (text: string): HouseNote => ({ about: 'heavy', text, by: personId('priya'), at: instant('2027-01-11T09:00:00.000Z') });
    const first = writeNote([], note(' The employee line: 555 0100. '));
    expect(first).toEqual([note('The employee line: 555 0100.')]);
    expect(writeNote(first, note('The employee line: 555 0100.'))).toBe(first);
    expect(writeNote(first, note('Ask Priya.'))).toEqual([note('Ask Priya.')]);
    expect(writeNote(first, note('  '))).toEqual([]);
  });
});
