import { feedbackMinutes } from '@coaching-pairs/shared/awayday/agenda';
import { feedbackParts, partText } from '@coaching-pairs/shared/guidance/feedback-guide';
import { turnsAlone } from '@coaching-pairs/shared/guidance/turns';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

const { t } = wordsFor('en');
const textsFor = (wasInAPair: boolean): readonly string[] => feedbackParts.map((part) => t(partText(part, wasInAPair)));

describe('the forty-five minutes of a feedback pair', () => {
  it('[CP-83] are two exact halves, or three exact thirds, and nothing else', () => {
    expect(turnsAlone(['one', 'other'], feedbackMinutes).map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['turn', 1_350],
      ['turn', 1_350],
    ]);
    expect(turnsAlone(['one', 'other', 'third'], feedbackMinutes).map(({ seconds }) => seconds)).toEqual([900, 900, 900]);
    expect(turnsAlone([], feedbackMinutes)).toEqual([]);
  });

  it('[CP-83] have all six parts in each turn', () => {
    const [take, confident, improving, true_, add, defensive] = textsFor(true);
    expect(take).toContain('coaching partner');
    expect(confident).toMatch(/one or two .* more confident now/u);
    expect(improving).toMatch(/one or two .* still improving/u);
    expect(true_).toContain('“Does this ring true to you?”');
    expect(add).toContain('step forward with more confidence?”');
    expect(defensive).toMatch(/aloud.*not to be defensive/u);
  });

  it('[CP-83] [CP-11] whoever was in no pair speaks of their own work, and no word says that they were in none', () => {
    const [apart, ...others] = textsFor(false);
    expect(others).toEqual(textsFor(true).slice(1));
    expect(apart).not.toMatch(/partner|pair|sat|joined|not/u);
  });
});
