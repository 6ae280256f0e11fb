import { personId } from '@coaching-pairs/shared/ids';
import type { PairReason } from '@coaching-pairs/shared/matching/reasons';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

const path = ['Priya', 'Sam', 'Ana', 'Tom'].map(personId);
const beyond = (reach: number): PairReason => ({ code: 'beyond-reach', path, reach, points: 0, audience: { kind: 'public' } });
const told = (reach: number) => pairReasonTexts(wordsFor('en'), [beyond(reach)], { kind: 'organiser' }, (id) => id);

describe('the words of a reason', () => {
  it('[CP-24a] tell how far below the upper one the line is ruled out, whoever decided that', () => {
    expect(told(1)).toEqual(['In one line of management (Priya → Sam → Ana → Tom); below Priya only direct reports are ruled out']);
    expect(told(2)).toEqual(['In one line of management (Priya → Sam → Ana → Tom); below Priya only the first 2 levels are ruled out']);
  });
});
