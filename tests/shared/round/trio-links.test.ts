import type { PersonId } from '@coaching-pairs/shared/ids';
import type { PairReason } from '@coaching-pairs/shared/matching/reasons';
import { trioLinks } from '@coaching-pairs/shared/round/trio-links';
import { describe, expect, it } from 'vitest';

const [sam, tom, ruth] = ['sam' as PersonId, 'tom' as PersonId, 'ruth' as PersonId];
const audience = { kind: 'public' } as const;
const distance = (steps: number): PairReason => ({ code: 'distance', steps, points: 0, audience });
const trust: PairReason = { code: 'mutual-trust', points: 0, audience: { kind: 'nobody' } };
const place = (location: string): PairReason => ({ code: 'same-place', location, points: 0, audience });

describe('a match of three', () => {
  it('has three links, each with its own reasons, also where trust stands before the others', () => {
    const reasons = [trust, distance(2), place('Leeds'), distance(3), trust, distance(4), place('Berlin')];
    expect(trioLinks({ memberIds: [ruth, sam, tom], reasons })).toEqual([
      { memberIds: [ruth, sam], reasons: [trust, distance(2), place('Leeds')] },
      { memberIds: [ruth, tom], reasons: [distance(3)] },
      { memberIds: [sam, tom], reasons: [trust, distance(4), place('Berlin')] },
    ]);
  });

  it('of which it cannot be told what belongs to whom has none, nor has a pair', () => {
    expect(trioLinks({ memberIds: [ruth, sam, tom], reasons: [distance(2), place('Leeds')] })).toEqual([]);
    expect(trioLinks({ memberIds: [ruth, sam, tom], reasons: [place('Leeds'), distance(2), distance(2), distance(2)] })).toEqual([]);
    expect(trioLinks({ memberIds: [ruth, sam], reasons: [distance(2)] })).toEqual([]);
  });
});
