import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { untranslated } from '../pseudo.js';

describe('the search for texts outside the catalogue', () => {
  const { t, list } = wordsFor('qps-ploc');

  it('lets pass what comes from the catalogue, facts and figures', () => {
    expect(
      untranslated([t('product.name'), t('product.people', { count: 3 }), 'Priya Nair', '12 / 6', list(['Priya Nair'])], ['Priya Nair']),
    ).toEqual([]);
  });

  it('finds a text that was written into the code', () => {
    expect(untranslated([t('product.name'), 'Accept', `${t('product.name')} today`])).toEqual(['Accept', `${t('product.name')} today`]);
  });
});
