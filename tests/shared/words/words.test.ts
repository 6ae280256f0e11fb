import { instant, plainDate } from '@coaching-pairs/shared/ids';
import { wordsFor, wordsFrom } from '@coaching-pairs/shared/words/words';
import { describe, expect, expectTypeOf, it } from 'vitest';

const texts = {
  en: { 'product.name': 'Pairs', 'product.people': '{count, plural, one {# person} other {# people}}' },
  de: { 'product.name': 'Paare', 'product.people': '{count, plural, one {# Mensch} other {# Menschen}}' },
  'de-AT': { 'product.name': 'Paarln' },
};
const noon = instant('2026-11-20T11:05:00.000Z');

describe('the language of a message', () => {
  const words = wordsFrom(texts);

  it('is the reader’s own where the message exists in it', () => {
    expect(words('de-AT').t('product.name')).toBe('Paarln');
  });

  it('falls back message by message: de-AT, then de, then en', () => {
    expect(words('de-AT').t('product.people', { count: 2 })).toBe('2 Menschen');
    expect(words('de-CH').t('product.name')).toBe('Paare');
    expect(words('fr').t('product.people', { count: 1 })).toBe('1 person');
  });

  it('takes a locale as clients and directories write it', () => {
    expect(words('de_at').locale).toBe('de-AT');
    expect(words('en-us').locale).toBe('en-US');
    expect([words('').locale, words(undefined).locale, words('no such thing!').locale]).toEqual(['en-GB', 'en-GB', 'en-GB']);
  });

  it('names a message that no language has instead of failing', () => {
    expect(wordsFrom({ en: {} })('en').t('product.name')).toBe('[product.name]');
  });
});

describe('the words of a locale', () => {
  it('are made once, however it is written, and not kept for locales without end', () => {
    expect(wordsFor('de_AT')).toBe(wordsFor('de-at'));
    for (let count = 0; count < 150; count += 1) wordsFor(`en-x-made${count}`);
    expect(wordsFor('en-x-made149')).not.toBe(wordsFor('en-x-made149'));
    expect(wordsFor('en-x-made149').t('failed', { correlationId: '7' })).toBe(wordsFor('en').t('failed', { correlationId: '7' }));
  });
});

describe('the compiler', () => {
  it('refuses an unknown message and a missing or unknown argument', () => {
    const { t } = wordsFor('en');
    // @ts-expect-error no such message
    expect(t('no.such.message')).toBe('[no.such.message]');
    // @ts-expect-error an argument that the message does not have
    expect(t('product.people', { count: 1, who: 'Priya' })).toBe('1 person');
    // @ts-expect-error the count is missing
    expect(() => t('product.people')).toThrow();
    expectTypeOf(t('product.name')).toBeString();
  });
});

describe('dates, numbers and lists', () => {
  it('are written as the reader writes them', () => {
    const [british, german] = [wordsFor('en-GB'), wordsFrom(texts)('de')];
    expect(british.date(plainDate('2026-11-20'))).toBe('20 November 2026');
    expect(german.date(plainDate('2026-11-20'))).toBe('20. November 2026');
    expect([british.number(1234.5), german.number(1234.5)]).toEqual(['1,234.5', '1.234,5']);
    expect(british.list(['Anna', 'Ben', 'Chen'])).toBe('Anna, Ben and Chen');
    expect(british.list(['Anna', 'Ben'], 'or')).toBe('Anna or Ben');
    expect(german.list(['Anna', 'Ben'])).toBe('Anna und Ben');
  });

  it('are in the language of the messages, in the manner of where the reader is', () => {
    const [spanish, brazilian] = [wordsFor('es'), wordsFor('pt-BR')];
    expect([spanish.locale, brazilian.locale, wordsFor('de-AT').locale, wordsFrom(texts)('de-CH').locale]).toEqual([
      'en-ES',
      'en-BR',
      'en-AT',
      'de-CH',
    ]);
    expect(spanish.date(plainDate('2026-12-02'))).toBe('2 December 2026');
    expect(spanish.list(['Ana', 'Ben'])).toBe('Ana and Ben');
    expect(spanish.number(1234.5)).toBe('1.234,5');
  });

  it('show an instant on the clock of the reader’s zone and name the zone', () => {
    const words = wordsFor('en-GB');
    expect(words.time(noon, 'Europe/Paris')).toBe('12:05 CET');
    expect(words.dateTime(noon, 'Europe/London')).toMatch(/^Friday,? 20 November 2026 at 11:05 GMT$/);
    expect(words.dateAt(instant('2026-11-20T23:30:00.000Z'), 'Asia/Tokyo')).toBe('21 November 2026');
  });

  it('fall back to UTC, named, for a zone nobody knows', () => {
    expect(wordsFor('en-GB').time(noon, 'Mars/Olympus')).toBe('11:05 UTC');
  });
});

describe('the pseudo-locale', () => {
  const words = wordsFor('qps-ploc');

  it('accents and brackets every text of the catalogue and keeps what is filled in', () => {
    expect(words.t('product.name')).toBe('[Çóáçĥíñğ Ƥáíŕš]');
    expect(words.t('product.people', { count: 12 })).toBe('[12 ƥéóƥļé]');
  });

  it('brackets dates and lists as well', () => {
    expect(words.date(plainDate('2026-11-20'))).toMatch(/^\[.*2026.*\]$/);
    expect(words.list(['Anna', 'Ben'])).toBe('[Anna and Ben]');
  });
});
