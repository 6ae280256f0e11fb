import { readFileSync } from 'node:fs';
import { limits } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { impactAssessment } from '@coaching-pairs/shared/privacy/assessment';
import type { PrivacyDocument } from '@coaching-pairs/shared/privacy/document';
import { markdownOf } from '@coaching-pairs/shared/privacy/markdown';
import { keptKinds, privacyDate, privacyNotice } from '@coaching-pairs/shared/privacy/notice';
import { auditMonths, goneAfterDays, longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import { pseudoLocale } from '@coaching-pairs/shared/words/locale';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { untranslated } from '../../pseudo.js';

const words = wordsFor('en-GB');
const kept = (file: string): string => readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');

const textsOf = ({ title, lead, parts }: PrivacyDocument): readonly string[] => [
  ...[title, lead],
  ...parts.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => {
      if (block.kind === 'table') return [...block.heads, ...block.rows.flat()];
      return block.kind === 'list' ? block.items : [block.text];
    }),
  ]),
];

describe('the privacy notice and the impact assessment', () => {
  it('[C-11] are the same in the app and in the documents of the organisation', () => {
    expect(kept('privacy-notice.md'), 'run npm run docs:privacy').toBe(markdownOf(privacyNotice(words, 'document')));
    expect(kept('dpia.md'), 'run npm run docs:privacy').toBe(markdownOf(impactAssessment(words)));
  });

  it('[C-11] are dated, name the lawful ground, and leave to the organisation what only it can say', () => {
    for (const document of [privacyNotice(words, 'document'), impactAssessment(words)]) {
      const all = textsOf(document).join(' ');
      expect(document.lead).toContain(words.date(privacyDate));
      expect(all).toContain('legitimate interests');
      expect(all).toContain('Consent is not relied on');
      expect(document.parts.some(({ blocks }) => blocks.some(({ kind }) => kind === 'blank'))).toBe(true);
    }
    const page = privacyNotice(words, 'page');
    expect(page.parts.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'blank')).toEqual([]);
    expect(textsOf(page).join(' ')).not.toContain('[');
  });

  it('[C-10] [C-11] say of every kind of data who reads it and for how long, with the spans that are kept to', () => {
    const page = privacyNotice(words, 'page');
    const [table] = page.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
    expect(table?.rows).toHaveLength(keptKinds.length);
    for (const row of table?.rows ?? []) expect(row.map((cell) => cell !== '')).toEqual([true, true, true]);
    const all = textsOf(page).join(' ');
    for (const span of [`${longestKeptDays} days at most after`, `${auditMonths} months`, `for ${goneAfterDays} days`])
      expect(all).toContain(span);
    for (const name of limits) expect(all).toContain(words.t(`limits.${name}`));
  });

  it('are wholly in the language of their reader', () => {
    const pseudo = wordsFor(pseudoLocale);
    for (const document of [privacyNotice(pseudo, 'document'), impactAssessment(pseudo)])
      expect(untranslated(textsOf(document))).toEqual([]);
  });
});
