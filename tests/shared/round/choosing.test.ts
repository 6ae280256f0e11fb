import { keptFromByHand, maySeeDecline, tappersOf } from '@coaching-pairs/shared/disclosure/declines';
import { pairId, proposalId } from '@coaching-pairs/shared/ids';
import { removeAdministrator } from '@coaching-pairs/shared/round/administrators';
import {
  askedAlready,
  askedNoMore,
  freezeChoosing,
  isAskedByMany,
  isStrayAsk,
  leftCount,
  mayAsk,
  openChoosing,
  pairedInPerson,
  saidNoTo,
  standingAfter,
} from '@coaching-pairs/shared/round/choosing';
import { endPair } from '@coaching-pairs/shared/round/ending';
import { beginMatching } from '@coaching-pairs/shared/round/moves';
import { nominate } from '@coaching-pairs/shared/round/nomination';
import { join, sitOut } from '@coaching-pairs/shared/round/participation';
import { declineProposal, endProposal, type Proposal, pairOf } from '@coaching-pairs/shared/round/proposal';
import { openRound, type Round, replan } from '@coaching-pairs/shared/round/round';
import { settleEnd, settlePair } from '@coaching-pairs/shared/round/settling';
import { seemsReworked, triedTogether } from '@coaching-pairs/shared/round/standing';
import { describe, expect, it } from 'vitest';
import { id, ids, joined, minute, plan, refusal, roundsFor, value } from './people.js';

const rounds = roundsFor();
const inviting: Round = { ...rounds.inviting, mode: 'open-choice' };
const choosing = value(openChoosing(inviting, 2));
const ask = (by: string, nominee: string): Proposal =>
  nominate({
    id: proposalId(`${by}-${nominee}`.toLowerCase()),
    by: id(by),
    nominee: id(nominee),
    reasons: [],
    held: false,
    onBoard: true,
    at: minute(20),
  });
const pair = pairId('p');
const made = { id: rounds.draft.id, seed: 1, disclosureVersion: 1, by: id('Priya'), at: minute(0) };

describe('the mode of a round', () => {
  it('[CP-25] is proposed unless something else is said, and can be changed until the kick-off is called', () => {
    expect(value(openRound(plan, made)).mode).toBe('proposed');
    const open = value(openRound({ ...plan, mode: 'open-choice' }, made));
    expect(open.mode).toBe('open-choice');
    expect(value(replan(open, plan, id('Priya'))).mode).toBe('open-choice');
    expect(value(replan(open, { ...plan, mode: 'proposed' }, id('Priya'))).mode).toBe('proposed');
    expect(refusal(replan(rounds.kickOff, { ...plan, mode: 'open-choice' }, id('Priya')))).toMatchObject({ code: 'wrong-state' });
  });

  it('[CP-25] decides between drafting matches and opening the board', () => {
    expect(refusal(beginMatching(inviting, 4))).toEqual({ code: 'other-mode', mode: 'open-choice' });
    expect(refusal(openChoosing(rounds.inviting, 4))).toEqual({ code: 'other-mode', mode: 'proposed' });
    expect(refusal(openChoosing(inviting, 1))).toEqual({ code: 'nobody-joined' });
    expect(choosing.state).toBe('choosing');
    for (const round of [rounds.draft, rounds.kickOff, choosing, rounds.active]) {
      expect(refusal(openChoosing({ ...round, mode: 'open-choice' }, 4))).toMatchObject({ code: 'wrong-state' });
    }
  });

  it('[CP-11] whoever answers late may still join, or leave, until the board is frozen', () => {
    const shown = { disclosureVersion: choosing.disclosureVersion, at: minute(21) };
    expect(value(join(choosing, { ...joined('Tom'), answer: 'none' }, shown)).answer).toBe('joined');
    expect(value(sitOut(choosing, joined('Tom'), minute(21))).answer).toBe('sitting-out');
    const frozen = value(freezeChoosing(choosing));
    expect(frozen).toMatchObject({ state: 'active', announced: true });
    expect(refusal(join(frozen, { ...joined('Tom'), answer: 'none' }, shown))).toMatchObject({ code: 'wrong-state' });
    expect(refusal(freezeChoosing(rounds.proposed))).toMatchObject({ code: 'wrong-state' });
  });
});

describe('asking on the board', () => {
  it('[CP-32] is one ask at a time, for whoever joined and is in no pair', () => {
    const asked = ask('Tom', 'Lena');
    const tom = joined('Tom');
    expect(mayAsk(choosing, tom, null)).toEqual({ ok: true, value: tom });
    expect(mayAsk(choosing, joined('Tom', { match: { kind: 'reworking' } }), null).ok).toBe(true);
    expect(refusal(mayAsk(choosing, joined('Tom', { match: { kind: 'open', proposalId: asked.id } }), asked))).toEqual({
      code: 'ask-open',
    });
    expect(refusal(mayAsk(choosing, { ...tom, answer: 'none' }, null))).toEqual({ code: 'not-choosing' });
    const formed = pairedInPerson({ id: proposalId('room'), memberIds: [id('Tom'), id('Lena')], reasons: [], at: minute(22) });
    const { people } = settlePair({ people: [tom, joined('Lena')], proposals: [] }, formed, pair, minute(22));
    expect(people.map((one) => refusal(mayAsk(choosing, one, formed)).code)).toEqual(['in-a-pair', 'in-a-pair']);
    expect(refusal(mayAsk(rounds.proposed, tom, null))).toMatchObject({ code: 'wrong-state' });
  });

  it('[CP-30] whoever said no is not asked again by the same, and may ask them; who took an ask back may ask again', () => {
    const declined = value(declineProposal(ask('Tom', 'Lena'), id('Lena'), minute(23)));
    const takenBack = value(declineProposal(ask('Tom', 'Aisha'), id('Tom'), minute(23)));
    const lapsed = endProposal(ask('Tom', 'Jonas'), 'expired', minute(23));
    const all = [declined, takenBack, lapsed];
    expect([...saidNoTo(all, id('Tom'))]).toEqual([id('Lena')]);
    expect(saidNoTo(all, id('Lena')).size).toBe(0);
  });

  it('[CP-32] two who ask each other have both said yes', () => {
    const asked = ask('Tom', 'Lena');
    expect(askedAlready([asked], { asks: [asked.id] }, id('Tom'))).toBe(asked);
    expect(askedAlready([asked], { asks: [] }, id('Tom'))).toBeNull();
    const over = endProposal(asked, 'chosen-otherwise', minute(24));
    expect(askedAlready([over], { asks: [asked.id] }, id('Tom'))).toBeNull();
  });

  it('nobody is asked by more than they can answer', () => {
    const asks = Array.from({ length: 5 }, (_none, place) => proposalId(`ask-${place}`));
    expect(isAskedByMany({ asks })).toBe(true);
    expect(isAskedByMany({ asks: asks.slice(1) })).toBe(false);
  });

  it('an ask that was sent while the board froze waits for nobody; what somebody suggests afterwards does', () => {
    const frozen = value(freezeChoosing(choosing));
    const asked = ask('Tom', 'Lena');
    expect(isStrayAsk(choosing, asked)).toBe(false);
    expect(isStrayAsk(frozen, asked)).toBe(true);
    expect(isStrayAsk(frozen, { ...asked, onBoard: false })).toBe(false);
    expect(isStrayAsk(frozen, endProposal(asked, 'expired', minute(25)))).toBe(false);
  });

  it('[CP-33] whose ask came to nothing reads it until they ask again, and nobody else can read it of them', () => {
    const asked = ask('Tom', 'Lena');
    const declined = value(declineProposal(asked, id('Lena'), minute(23)));
    const people = [joined('Tom', { match: { kind: 'open', proposalId: asked.id } }), joined('Lena', { asks: [asked.id] })];
    const after = settleEnd({ people, proposals: [asked] }, declined);
    expect(after.people).toEqual([joined('Tom'), joined('Lena')]);
    expect(after.people.map((one) => seemsReworked(one, null))).toEqual([false, false]);
    expect(people.map((one) => seemsReworked(one, one.personId === id('Tom') ? asked : null))).toEqual([false, false]);
    expect(standingAfter([declined], id('Tom'))).toBe('again');
    expect(standingAfter([declined], id('Lena'))).toBe('free');
    const takenBack = value(declineProposal(ask('Tom', 'Aisha'), id('Tom'), minute(24)));
    expect(standingAfter([takenBack, declined], id('Tom'))).toBe('free');
  });

  it('[CP-33] whose pair has ended on the board is free, both alike, and neither is offered to the other again', () => {
    const asked = ask('Tom', 'Lena');
    const match = { kind: 'paired', proposalId: asked.id, pairId: pair } as const;
    const formed = { ...asked, state: 'formed' as const, acceptedBy: asked.memberIds };
    const scene = {
      pair: pairOf(formed, pair, minute(22)),
      proposal: formed,
      people: [joined('Tom', { match }), joined('Lena', { match })],
    };
    const { people, proposal } = value(endPair(choosing, scene, minute(24)));
    expect(people).toEqual([joined('Tom', { former: [pair] }), joined('Lena', { former: [pair] })]);
    expect(people.map(({ personId }) => standingAfter([proposal], personId))).toEqual(['ended', 'ended']);
    expect([askedNoMore([proposal], id('Tom')).has(id('Lena')), askedNoMore([proposal], id('Lena')).has(id('Tom'))]).toEqual([true, true]);
    const later = value(declineProposal(ask('Lena', 'Jonas'), id('Jonas'), minute(25)));
    expect(['Tom', 'Lena', 'Jonas'].map((name) => standingAfter([later, proposal], id(name)))).toEqual(['ended', 'again', 'free']);
  });

  it('how many are left counts those who joined and are in no pair, asked or not', () => {
    const asked = ask('Tom', 'Lena');
    const people = [
      joined('Tom', { match: { kind: 'open', proposalId: asked.id } }),
      joined('Lena', { asks: [asked.id] }),
      joined('Aisha', { match: { kind: 'reworking' } }),
      joined('Jonas', { match: { kind: 'paired', proposalId: asked.id, pairId: pair } }),
      { ...joined('Sam'), answer: 'sitting-out' as const },
    ];
    expect(leftCount(people)).toBe(3);
  });
});

describe('what two ask each other', () => {
  const declined = value(declineProposal(ask('Tom', 'Lena'), id('Lena'), minute(23)));
  const own = value(declineProposal(ask('Priya', 'Lena'), id('Lena'), minute(23)));

  it('[CP-33] is known to nobody who looks after the round, in whatever role and whatever state it comes to', () => {
    for (const round of [choosing, value(freezeChoosing(choosing))]) {
      for (const viewer of ids('Priya', 'Omar', 'Maya', 'Sam')) {
        for (const match of [declined, own]) {
          expect(maySeeDecline(round, match, viewer)).toBe(false);
          expect(tappersOf(round, match)).toEqual([]);
        }
      }
    }
    expect(maySeeDecline(rounds.proposed, declined, id('Priya'))).toBe(true);
  });

  it('[CP-33] keeps nobody from being put together later, which would tell of it', () => {
    const content = { participants: [], pairs: [], proposals: [declined] };
    const suggested = { ...declined, onBoard: false };
    expect(keptFromByHand(choosing, content, id('Priya'))).toEqual([]);
    expect(keptFromByHand(rounds.proposed, { ...content, proposals: [suggested] }, id('Priya'))).toEqual([declined.memberIds]);
    expect(triedTogether(content)).toEqual([]);
    // A pair that has ended is known to all who took part.
    expect(triedTogether({ proposals: [{ ...ask('Tom', 'Aisha'), state: 'ended', ending: 'pair-ended' }] })).toEqual([ids('Aisha', 'Tom')]);
  });

  it('[CP-33] does not show in whether an administrator can be removed', () => {
    expect(removeAdministrator(choosing, id('Omar'), [ask('Priya', 'Lena')]).ok).toBe(true);
    expect(removeAdministrator(rounds.proposed, id('Omar'), [ask('Priya', 'Lena')]).ok).toBe(false);
  });
});
