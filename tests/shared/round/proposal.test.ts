import { type PersonId, pairId } from '@coaching-pairs/shared/ids';
import {
  acceptProposal,
  declineProposal,
  endProposal,
  isOverdue,
  type Proposal,
  pairOf,
  partnersOf,
  sendProposal,
  withdrawProposal,
} from '@coaching-pairs/shared/round/proposal';
import { daysAfter } from '@coaching-pairs/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drafted, id, ids, minute, refusal, sent, value } from './people.js';

const yes = (proposal: Proposal, ...names: readonly string[]): Proposal =>
  names.reduce((now, name) => value(acceptProposal(now, id(name))), proposal);

describe('a proposal', () => {
  it('puts nobody first: its members stand in the order of their ids', () => {
    expect(drafted('Tom', 'Aisha', 'Sam').memberIds).toEqual(ids('Aisha', 'Sam', 'Tom'));
    expect(partnersOf(drafted('Tom', 'Aisha', 'Sam').memberIds, id('Sam'))).toEqual(ids('Aisha', 'Tom'));
  });

  it('[CP-30] is overdue once its last day is over, and not on it', () => {
    const open = sent('Sam', 'Tom');
    const day = open.answerBy ?? expect.unreachable();
    expect([isOverdue(open, day), isOverdue(open, daysAfter(day, 1))]).toEqual([false, true]);
  });

  it('is a draft for the organisers until it is sent: nobody can answer it (CP-25)', () => {
    expect(refusal(acceptProposal(drafted('Sam', 'Tom'), id('Sam')))).toEqual({ code: 'not-open', state: 'draft' });
    expect(refusal(declineProposal(drafted('Sam', 'Tom'), id('Sam'), minute(12)))).toEqual({ code: 'not-open', state: 'draft' });
  });

  it('[CP-30] becomes a pair with the last yes, of two as of three', () => {
    expect(yes(sent('Sam', 'Tom'), 'Sam').state).toBe('sent');
    expect(yes(sent('Sam', 'Tom'), 'Sam', 'Tom').state).toBe('formed');
    expect(yes(sent('Sam', 'Tom', 'Aisha'), 'Tom', 'Sam').state).toBe('sent');
    expect(yes(sent('Sam', 'Tom', 'Aisha'), 'Tom', 'Sam', 'Aisha').state).toBe('formed');
    const formed = yes(sent('Sam', 'Tom'), 'Sam', 'Tom');
    expect(pairOf(formed, pairId('p'), minute(15))).toEqual({
      id: 'p',
      memberIds: ids('Sam', 'Tom'),
      proposalId: 'sam-tom',
      formedAt: minute(15),
      endedAt: null,
    });
  });

  it('[CP-30] may be declined as of right, also after one’s own yes, without a reason', () => {
    const declined = value(declineProposal(yes(sent('Sam', 'Tom'), 'Sam'), id('Sam'), minute(12)));
    expect(declined).toMatchObject({ state: 'ended', ending: 'declined', declinedBy: 'sam', endedAt: minute(12) });
    expect(Object.keys(declined)).toEqual(Object.keys(sent('Sam', 'Tom')));
  });

  it('cannot be declined once all have said yes', () => {
    expect(refusal(declineProposal(yes(sent('Sam', 'Tom'), 'Sam', 'Tom'), id('Tom'), minute(12)))).toEqual({ code: 'already-formed' });
  });

  it('is answered by its members alone', () => {
    for (const proposal of [sent('Sam', 'Tom'), yes(sent('Sam', 'Tom'), 'Sam', 'Tom')]) {
      expect(refusal(acceptProposal(proposal, id('Lena')))).toEqual({ code: 'not-a-member' });
      expect(refusal(declineProposal(proposal, id('Lena'), minute(12)))).toEqual({ code: 'not-a-member' });
    }
  });

  it('[S-07] that is over changes no more', () => {
    const over = value(declineProposal(sent('Sam', 'Tom'), id('Tom'), minute(12)));
    expect(refusal(acceptProposal(over, id('Sam')))).toEqual({ code: 'not-open', state: 'ended' });
    expect(refusal(declineProposal(over, id('Sam'), minute(13)))).toEqual({ code: 'not-open', state: 'ended' });
    expect(refusal(sendProposal(over, 2, minute(13)))).toEqual({ code: 'not-open', state: 'ended' });
    for (const settled of [over, yes(sent('Sam', 'Tom'), 'Sam', 'Tom')])
      expect(endProposal(settled, 'withdrawn', minute(13))).toBe(settled);
    const early = value(declineProposal(yes(sent('Sam', 'Tom'), 'Sam'), id('Tom'), minute(12)));
    expect(refusal(acceptProposal(early, id('Sam')))).toEqual({ code: 'not-open', state: 'ended' });
  });

  it('can be withdrawn while an answer is missing, whether nobody or somebody has said yes, and looks the same afterwards but for the yes', () => {
    for (const open of [sent('Sam', 'Tom'), yes(sent('Sam', 'Tom'), 'Sam'), yes(sent('Sam', 'Tom', 'Aisha'), 'Tom', 'Aisha')]) {
      const over = { state: 'ended', ending: 'withdrawn', endedAt: minute(12), declinedBy: null };
      expect(value(withdrawProposal(open, id('Priya'), minute(12)))).toEqual({ ...open, ...over });
    }
    expect(refusal(withdrawProposal(yes(sent('Sam', 'Tom'), 'Sam', 'Tom'), id('Priya'), minute(12)))).toEqual({ code: 'already-formed' });
    expect(refusal(withdrawProposal(drafted('Sam', 'Tom'), id('Priya'), minute(12)))).toEqual({ code: 'not-open', state: 'draft' });
  });

  it('[CP-33] is not withdrawn by its own members, whatever its state; of one that is over nobody learns how it ended by asking', () => {
    const declined = value(declineProposal(sent('Priya', 'Tom'), id('Tom'), minute(12)));
    const withdrawn = value(withdrawProposal(sent('Priya', 'Tom'), id('Omar'), minute(12)));
    for (const proposal of [sent('Priya', 'Tom'), declined, withdrawn, yes(sent('Priya', 'Tom'), 'Priya', 'Tom')])
      expect(refusal(withdrawProposal(proposal, id('Priya'), minute(13)))).toEqual({ code: 'own-match' });
    for (const over of [declined, withdrawn]) expect(value(withdrawProposal(over, id('Omar'), minute(13)))).toBe(over);
  });

  it('[R-10] repeated clicks and a repeated sending change nothing', () => {
    const once = yes(sent('Sam', 'Tom'), 'Sam');
    expect(value(acceptProposal(once, id('Sam')))).toBe(once);
    const formed = yes(once, 'Tom');
    expect(value(acceptProposal(formed, id('Tom')))).toBe(formed);
    const over = value(declineProposal(once, id('Tom'), minute(12)));
    expect(value(declineProposal(over, id('Tom'), minute(13)))).toBe(over);
    expect(value(sendProposal(once, 2, minute(14)))).toBe(once);
  });

  it('[CP-32] whatever is clicked in whatever order: a pair needs every yes and no decline, and one decline ends it', () => {
    const names = ['Sam', 'Tom', 'Aisha'];
    const click = fc.record({ by: fc.constantFrom(...names, 'Lena'), answer: fc.constantFrom('accept', 'decline') });
    fc.assert(
      fc.property(fc.constantFrom(2, 3), fc.array(click, { maxLength: 12 }), (size, clicks) => {
        const members = names.slice(0, size);
        const said = new Set<string>();
        let declined: string | null = null;
        let proposal = sent(...members);
        for (const { by, answer } of clicks) {
          const open = proposal.state === 'sent';
          const result = answer === 'accept' ? acceptProposal(proposal, id(by)) : declineProposal(proposal, id(by), minute(20));
          if (open && members.includes(by)) {
            if (answer === 'accept') said.add(by);
            else declined = by;
          }
          proposal = result.ok ? result.value : proposal;
        }
        const expected = declined !== null ? 'ended' : said.size === size ? 'formed' : 'sent';
        expect([proposal.state, proposal.declinedBy]).toEqual([expected, declined === null ? null : id(declined)]);
        expect(new Set<PersonId>(proposal.acceptedBy)).toEqual(new Set(ids(...said)));
      }),
    );
  });
});
