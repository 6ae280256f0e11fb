import { kitSheets, writeSheet } from '@coaching-pairs/shared/guidance/kit';
import { instant, personId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

const { t } = wordsFor('en');
const written = {
  sheet: 'declining',
  text: ' In our own words. ',
  by: personId('priya'),
  at: instant('2026-11-21T10:00:00.000Z'),
} as const;

describe('the kit of those who organise a round', () => {
  it('[CP-10] [CP-80] [CP-83] has a sheet for each occasion: what is said, what is private, and how an hour or a day goes', () => {
    for (const sheet of kitSheets) expect(t(`kit.${sheet}.text`).length, sheet).toBeGreaterThan(100);
    expect(t('kit.kick-off.text')).toMatch(/six elements[\s\S]*private[\s\S]*say no[\s\S]*common approach[\s\S]*Questions/u);
    for (const day of ['awayday-full', 'awayday-half'] as const)
      expect(t(`kit.${day}.text`)).toMatch(/Feedback pairs: 45 minutes[\s\S]*insights/u);
    expect(t('kit.feedback.text').match(/^\d\. /gmu)).toHaveLength(6);
  });

  it('[CP-84] [CP-86] the script for insights picks nobody and keeps no list', () => {
    expect(t('kit.insights.text')).toMatch(/Nobody has to[\s\S]*Never pick somebody[\s\S]*Keep no list/u);
    expect(t('kit.insights.text')).toContain('makes it easier for the next');
  });

  it('[CP-95] a sheet is rewritten, keeps its day where nothing changed, and is brought back by an empty text', () => {
    const kit = writeSheet([], written);
    expect(kit).toEqual([{ ...written, text: 'In our own words.' }]);
    expect(writeSheet(kit, { ...written, at: instant('2026-12-01T10:00:00.000Z') })).toBe(kit);
    expect(writeSheet(kit, { ...written, text: ' ' })).toEqual([]);
    expect(writeSheet([], { ...written, text: '' })).toEqual([]);
  });
});
