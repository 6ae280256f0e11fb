import type { PersonId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { findingsOf } from '@coaching-pairs/shared/organisation/findings';
import { chainDoubtText, findingTexts } from '@coaching-pairs/shared/words/finding-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { company, id } from './company.js';

const words = wordsFor('en-GB');
const org = company()
  .has('Priya')
  .has('Omar', { under: 'Gone' })
  .has('Old', { under: 'Priya', enabled: false })
  .has('Ben', { under: 'Old', department: null })
  .has('Mia', { under: 'Lea' })
  .has('Lea', { under: 'Mia' })
  .organisation();
const nameOf = (person: PersonId): string => org.people.get(person)?.name ?? person;

describe('findings in words', () => {
  it('name everybody concerned', () => {
    expect(findingTexts(words, findingsOf(org), nameOf)).toEqual([
      '6 people were read.',
      'One person has no manager: Priya.',
      'One person has a manager who is not in the organisation: Omar.',
      'One person has a manager whose account is blocked: Ben.',
      'One account is blocked: Old.',
      'These report to each other in a circle: Lea → Mia → Lea.',
      'One person is in no department: Ben.',
    ]);
  });

  it('cut a long list of names short', () => {
    const many = Array.from({ length: 15 }, (_, index) => `P${index}`)
      .reduce((all, name) => all.has(name), company())
      .organisation();
    expect(findingTexts(words, findingsOf(many), (person) => person)[1]).toMatch(/^15 people have no manager: p0, p1, .* and 3 more\.$/);
  });

  it('say in one sentence that all is well', () => {
    const well = company().has('Priya').correct('Priya', { under: null }).organisation();
    expect(findingTexts(words, findingsOf(well), nameOf)).toEqual(['1 person was read, and nothing needs looking at.']);
  });

  it('[CP-24b] say why a chain is not confirmed', () => {
    const doubt = (name: string): string => {
      const found = confirmation(org, id(name), null);
      return found.status === 'unconfirmed' ? chainDoubtText(words, found.doubt, nameOf) : '';
    };
    expect(['Omar', 'Ben', 'Mia', 'Priya', 'Nobody'].map(doubt)).toEqual([
      'Omar has a manager who is not in the organisation.',
      'Ben has a manager whose account is blocked: Old.',
      'These report to each other in a circle: Lea → Mia → Lea.',
      'Priya has no manager, and nobody has confirmed that there is none.',
      'nobody is not in the organisation.',
    ]);
  });
});
