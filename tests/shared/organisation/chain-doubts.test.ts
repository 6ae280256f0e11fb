import type { PersonId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { chainDoubtText } from '@coaching-pairs/shared/words/finding-text';
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

describe('a line of management that is in doubt', () => {
  it('[CP-24b] is told with the reason', () => {
    const doubt = (name: string): string => {
      const found = confirmation(org, id(name), null);
      return found.status === 'unconfirmed' ? chainDoubtText(words, found.doubt, nameOf) : '';
    };
    expect(['Omar', 'Ben', 'Mia', 'Priya', 'Nobody'].map(doubt)).toEqual([
      'The manager of Omar is not in the directory.',
      'Old, the manager of Ben, has a blocked account.',
      'These report to each other in a circle: Lea → Mia → Lea.',
      'Priya has no manager in the directory.',
      'This person is not in the directory.',
    ]);
  });
});
