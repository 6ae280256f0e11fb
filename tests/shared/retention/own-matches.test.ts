import { ownMatches } from '@coaching-pairs/shared/retention/own-matches';
import { describe, expect, it } from 'vitest';
import { id, ids, minute, sent } from '../round/people.js';

describe('the matches of somebody, for themselves', () => {
  const match = { ...sent('Sam', 'Tom'), sentAt: minute(30), state: 'ended', ending: 'declined', endedAt: minute(60) } as const;

  it('[C-08] [CP-33] hold their own answer, and of a no of the other only that it came to nothing', () => {
    const declined = { ...match, acceptedBy: ids('Tom'), declinedBy: id('Sam') };
    expect(ownMatches(id('Sam'), [declined])).toMatchObject([{ partnerIds: ids('Tom'), answer: 'declined', outcome: 'came-to-nothing' }]);
    const [theirs] = ownMatches(id('Tom'), [declined]);
    expect(theirs).toMatchObject({ partnerIds: ids('Sam'), answer: 'accepted', outcome: 'came-to-nothing' });
    // However it came to nothing, it reads the same.
    for (const ending of ['withdrawn', 'stepped-back', 'chosen-otherwise', 'expired', 'in-one-line'] as const)
      expect(ownMatches(id('Tom'), [{ ...declined, declinedBy: null, ending }])).toEqual([theirs]);
  });

  it('[C-08] are none that they were never asked about, and no draft', () => {
    const held = { ...match, state: 'ended', ending: 'not-passed-on', sentAt: null, nominatedBy: id('Sam') } as const;
    expect(ownMatches(id('Sam'), [held])).toMatchObject([{ suggestedByMe: true, sentAt: null, outcome: 'came-to-nothing' }]);
    expect(ownMatches(id('Tom'), [held])).toEqual([]);
    expect(ownMatches(id('Lena'), [match])).toEqual([]);
    expect(ownMatches(id('Sam'), [{ ...match, state: 'draft', ending: null, sentAt: null }])).toEqual([]);
    // Who named whom is not told to whom was named.
    const asked = { ...match, state: 'sent', ending: null, nominatedBy: id('Sam') } as const;
    expect(ownMatches(id('Tom'), [asked])).toMatchObject([{ suggestedByMe: false, outcome: 'open' }]);
  });
});
