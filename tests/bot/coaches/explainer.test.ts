import { explainerDrawing } from '@coaching-pairs/bot/draw-explainer';
import { explainer } from '@coaching-pairs/shared/coaches/explainer';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

const words = wordsFor('en-GB');
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('the explainer', () => {
  it('[TT-11] can be taken along: one page of PDF with a title, a language and tags for screen readers, the same each time', async () => {
    const draw = explainerDrawing();
    const sheet = textOf(await draw(words));
    expect(sheet.startsWith('%PDF-1.7')).toBe(true);
    expect(sheet.match(/\/Type \/Page\b/gu)).toHaveLength(1);
    for (const part of ['/Lang (en', '/DisplayDocTitle true', '/Marked true', '/StructTreeRoot', '/S /H1', '/S /H2', '/S /LI', '/S /P'])
      expect(sheet, part).toContain(part);
    expect(sheet.match(/\/S \/H2/gu)).toHaveLength(explainer.parts.length);
    expect(textOf(await explainerDrawing()(words))).toBe(sheet);
  });

  it('[TT-03] [TT-04] [TT-20] [TT-31] [TT-33] [TT-63] says who it is for, what it is not and where else to turn, what it is about, the promises, what a sponsor sees, and the limits', () => {
    const lines = Object.fromEntries(explainer.parts.map(({ title, lines: told }) => [title, told.map((line) => words.t(line))]));
    expect(lines['explainer.dyad.title']).toHaveLength(4);
    expect(lines['explainer.focus.title']).toHaveLength(5);
    expect(lines['explainer.promise.title']).toHaveLength(3);
    expect(lines['explainer.not.title']?.join(' ')).toMatch(/not mediation.*mediator.*not therapy.*doctor.*emergency/su);
    expect(lines['explainer.promise.title']?.join(' ')).toMatch(/24 hours.*ten minutes.*notifications/su);
    expect(lines['explainer.sponsor.title']?.join(' ')).toMatch(/approved its exact wording.*never/su);
    expect(lines['explainer.limits.title']?.join(' ')).toMatch(/law.*danger/su);
  });
});
