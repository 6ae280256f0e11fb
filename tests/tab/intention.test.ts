import { describe, expect, it } from 'vitest';
import { newIntention } from '../../tab/src/data/intention.js';
import { Refusal } from '../../tab/src/refusal.js';

const counting = () => {
  let count = 0;
  return newIntention(() => {
    count += 1;
    return `operation-${count}`;
  });
};

describe('the operation id of what somebody means to do', () => {
  it('[R-11] stays the same when the answer was lost and they try again', () => {
    const intention = counting();
    const first = intention.idFor({ answer: 'joined' });
    intention.settled(new Refusal({ code: 'unreachable', status: 0 }));
    expect(intention.idFor({ answer: 'joined' })).toBe(first);
    intention.settled(new Refusal({ code: 'busy', status: 503 }));
    expect(intention.idFor({ answer: 'joined' })).toBe(first);
  });

  it('is a new one after an answer of either kind', () => {
    const intention = counting();
    const first = intention.idFor('lock');
    intention.settled(null);
    const second = intention.idFor('lock');
    intention.settled(new Refusal({ code: 'not-open', status: 409 }));
    expect(new Set([first, second, intention.idFor('lock')]).size).toBe(3);
  });

  it('is a new one for something else', () => {
    const intention = counting();
    expect(intention.idFor({ answer: 'accept' })).not.toBe(intention.idFor({ answer: 'decline' }));
  });
});
