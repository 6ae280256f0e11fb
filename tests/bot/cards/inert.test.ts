// @vitest-environment jsdom
import { plain } from '@coaching-pairs/bot/cards/card';
import { htmlOf } from '@coaching-pairs/local/page/cards/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const shown = (text: string): HTMLElement => {
  const element = document.createElement('div');
  element.innerHTML = htmlOf(text);
  return element;
};

const pieces = [
  '[x](javascript:alert(1))',
  '![i](https://a.example)',
  '<at>Sam</at>',
  '**',
  '_',
  '`',
  '~~',
  '- ',
  '1. ',
  '+ ',
  '\n',
  '\\',
  '#',
  '> ',
  '|',
  '*',
  ' ',
  'Zoë',
  "O'Neil-Schäfer",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('[S-14] whatever somebody is called', () => {
  it('nothing but a paragraph comes of it, and it reads as it was written', () => {
    fc.assert(
      fc.property(text, (name) => {
        const element = shown(`${plain(name)} leads this round`);
        expect([...element.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['P']);
        // An entity such as &lt; reads as the sign it stands for, and is still only a sign.
        if (!name.includes('&')) {
          const written = `${name.replace(/[\s\p{Cc}]+/gu, ' ').trim()} leads this round`;
          expect(element.textContent?.trim().replace(/\s+/gu, ' ')).toBe(written.trim().replace(/\s+/gu, ' '));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
