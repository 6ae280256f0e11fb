import { matchCommand, withinOneEdit, wordsOf } from '@coaching-pairs/bot/bolt/command-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const phrases = ['help', 'my pair', 'my', 'status', 'join', 'sit out', 'qui est mon binôme'];

describe('what a leader may type', () => {
  it.each([
    ['help', 'help'],
    ['HELP!', 'help'],
    ['  help me, please ', 'help'],
    ['hlep', 'help'],
    ['helpp', 'help'],
    ['hel', 'help'],
    ['My pair?', 'my pair'],
    ['my  pair', 'my pair'],
    ['my piar', 'my pair'],
    ['my diary', 'my'],
    ['<at>Coaching Pairs</at> status', 'status'],
    ['Statsu', 'status'],
    ['sit out this time', 'sit out'],
    ['sit-out', 'sit out'],
    ['Qui est mon binome ?', 'qui est mon binôme'],
  ])('“%s” means “%s”', (text, phrase) => {
    expect(matchCommand(phrases, text)).toBe(phrase);
  });

  it.each(['', '?', 'hello', 'sit', 'set out', 'sit ou', 'hp', 'I will not join', 'joking about', 'halp me statsu'.slice(5)])(
    '“%s” is none of the commands',
    (text) => {
      expect(matchCommand(['help', 'sit out', 'join', 'leave'], text)).toBeUndefined();
    },
  );

  it('the longest command wins, and among equals the one typed without a mistake', () => {
    expect(matchCommand(['my', 'my pair'], 'my pair')).toBe('my pair');
    expect(matchCommand(['join', 'joins'], 'joins')).toBe('joins');
    expect(matchCommand(['joins', 'join'], 'join')).toBe('join');
  });

  it('any one letter added, dropped, changed or swapped is forgiven, two are not', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/u);
    fc.assert(
      fc.property(word, fc.nat(), fc.stringMatching(/^[0-9]$/u), (typed, seed, digit) => {
        const at = seed % typed.length;
        const [before, after] = [typed.slice(0, at), typed.slice(at)];
        expect(withinOneEdit(typed, before + digit + after)).toBe(true);
        expect(withinOneEdit(typed, before + after.slice(1))).toBe(true);
        expect(withinOneEdit(typed, before + digit + after.slice(1))).toBe(true);
        expect(withinOneEdit(typed, before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2))).toBe(true);
        expect(withinOneEdit(typed, `${digit}${before}${digit}${after}`)).toBe(false);
        expect(withinOneEdit(`${digit}${typed}`, `${typed}${digit}${digit}`)).toBe(false);
      }),
    );
  });

  it('words are never empty, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => wordsOf(text).every((word) => word !== '')));
  });
});
