import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Round } from '@coaching-pairs/shared/round/round';
import {
  changeWishes,
  mayWish,
  mostTrusted,
  noWishes,
  rulesFromWishes,
  type Wishes,
  workClosely,
} from '@coaching-pairs/shared/round/wishes';
import { describe, expect, it } from 'vitest';
import { id, ids, joined, refusal, roundsFor, value } from './people.js';

const rounds = roundsFor();
const team = ['Sam', 'Tom', 'Lena', 'Aisha', 'Omar', 'Jonas', 'Maya'];
const population = new Set(ids(...team));
const sam = noWishes(id('Sam'));

type Lists = { readonly closely?: readonly PersonId[]; readonly trusted?: readonly PersonId[] };
const says = (
  { closely = [], trusted = [] }: Lists,
  {
    round = rounds.inviting,
    present = sam,
    participant = joined('Sam'),
  }: { round?: Round; present?: Wishes; participant?: Participant } = {},
) => changeWishes({ round, participant, population }, present, { closely, trusted });

describe('what somebody says in private as they join', () => {
  it('[CP-21] [CP-24c] holds whom they work closely with, and up to five people they would trust, each once', () => {
    expect(value(says({ closely: ids('Tom', 'Tom'), trusted: ids('Lena') }))).toEqual({
      by: id('Sam'),
      closely: ids('Tom'),
      trusted: ids('Lena'),
    });
    const five = ids('Lena', 'Aisha', 'Omar', 'Jonas', 'Maya');
    expect(five).toHaveLength(mostTrusted);
    expect(value(says({ trusted: five })).trusted).toEqual(five);
    expect(refusal(says({ trusted: [...five, id('Tom')] }))).toEqual({ code: 'too-many-wishes', list: 'trusted', most: 5 });
  });

  it('names nobody outside the round, nobody twice and never oneself', () => {
    expect(refusal(says({ closely: ids('Nora') }))).toEqual({ code: 'wish-unknown' });
    expect(refusal(says({ trusted: ids('Sam') }))).toEqual({ code: 'wish-unknown' });
    expect(refusal(says({ closely: ids('Tom'), trusted: ids('Tom', 'Lena') }))).toEqual({ code: 'wished-twice', personIds: ids('Tom') });
  });

  it('is taken from whoever is in, while people join and before any match is drafted; removing is always possible', () => {
    const present = { ...sam, closely: ids('Tom', 'Lena') };
    for (const round of Object.values(rounds)) {
      const isOpen = round.state === 'inviting';
      expect(mayWish(round, joined('Sam')), round.state).toBe(isOpen);
      expect(says({ closely: ids('Tom', 'Lena', 'Omar') }, { round, present }).ok, round.state).toBe(isOpen);
      expect(value(says({ closely: ids('Lena') }, { round, present })).closely).toEqual(ids('Lena'));
      expect(value(says({}, { round, present }))).toEqual(sam);
    }
    const silent = { ...joined('Sam'), answer: 'none' as const };
    expect(refusal(says({ closely: ids('Tom') }, { participant: silent }))).toEqual({ code: 'wishes-closed' });
  });

  it('[CP-21] [CP-24c] becomes rules: each entry by whom and about whom', () => {
    const tom = { by: id('Tom'), closely: ids('Lena'), trusted: ids('Sam') };
    const rules = rulesFromWishes([{ ...sam, closely: ids('Omar'), trusted: ids('Tom') }, tom]);
    expect(rules.worksClosely).toEqual([
      { by: id('Sam'), with: id('Omar') },
      { by: id('Tom'), with: id('Lena') },
    ]);
    expect(rules.trusts).toEqual([
      { by: id('Sam'), in: id('Tom') },
      { by: id('Tom'), in: id('Sam') },
    ]);
    expect(workClosely([tom], ids('Lena', 'Tom'))).toBe(true);
    expect(workClosely([tom], ids('Sam', 'Tom'))).toBe(false);
  });
});
