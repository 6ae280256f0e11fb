import { dottedLinesOf } from '@coaching-pairs/shared/matching/dotted-lines';
import { describe, expect, it } from 'vitest';
import { company, id } from '../organisation/company.js';

const org = company()
  .has('Helena')
  .has('Sam', { under: 'Helena' })
  .has('Ruth', { under: 'Helena' })
  .has('Lena', { under: 'Ruth' })
  .has('Tom', { under: 'Sam' })
  .has('Zoe', { under: 'Tom' })
  .correct('Tom', { alsoUnder: 'Lena' })
  .organisation();

const shown = (reach: Parameters<typeof dottedLinesOf>[1]['reach']) =>
  dottedLinesOf(org, { reach, roundLeaderId: id('Helena') })
    .map(({ upper, lower }) => `${upper} ${lower}`)
    .sort();

describe('[CP-22] a second manager', () => {
  it('excludes like the first: with everybody above them, for the person and everybody below; the round leader by their reach', () => {
    expect(shown([])).toEqual(['lena tom', 'lena zoe', 'ruth tom', 'ruth zoe']);
  });

  it('[CP-24a] reaches no further down than the upper person’s reach', () => {
    expect(shown([{ personId: id('Ruth'), levels: 1 }])).toEqual(['lena tom', 'lena zoe']);
    expect(shown([{ personId: id('Helena'), levels: 'whole' }])).toEqual([
      'helena tom',
      'helena zoe',
      'lena tom',
      'lena zoe',
      'ruth tom',
      'ruth zoe',
    ]);
  });
});
