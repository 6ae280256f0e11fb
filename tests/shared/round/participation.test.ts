import { keptFromByHand, maySeeDecline } from '@coaching-pairs/shared/disclosure/declines';
import { pairId, proposalId } from '@coaching-pairs/shared/ids';
import { invited, isAnswerable, join, member, sitOut } from '@coaching-pairs/shared/round/participation';
import type { Ending } from '@coaching-pairs/shared/round/proposal';
import { freeToMatch, standingOf, tallyOf, triedTogether, withoutPartner } from '@coaching-pairs/shared/round/standing';
import { describe, expect, it } from 'vitest';
import { drafted, id, ids, joined, minute, refusal, roundsFor, sent, value } from './people.js';

const rounds = roundsFor();
const sam = member(id('Sam'));
const shown = (at = 20) => ({ disclosureVersion: rounds.inviting.disclosureVersion, at: minute(at) });
const paired = { kind: 'paired', proposalId: proposalId('p'), pairId: pairId('p') } as const;
const open = { kind: 'open', proposalId: proposalId('p') } as const;

describe("joining, and 'not this time'", () => {
  it('[CP-11] nobody is in a round without their own “I am in”', () => {
    expect(freeToMatch({ participants: [sam, value(sitOut(rounds.inviting, sam, minute(2)))], proposals: [], pairs: [] })).toEqual([]);
    expect(sam).toMatchObject({ answer: 'none', match: { kind: 'none' } });
  });

  it('[C-01] joining records which version of “who sees what” was shown, and a changed one must be read again', () => {
    const inviting = { ...rounds.inviting, disclosureVersion: 2 };
    expect(value(join(inviting, sam, { disclosureVersion: 2, at: minute(20) }))).toMatchObject({
      answer: 'joined',
      answeredAt: minute(20),
      disclosureVersion: 2,
    });
    expect(refusal(join(inviting, sam, shown()))).toEqual({ code: 'who-sees-what-changed', version: 2 });
  });

  it('answers are taken from the invitations until the pairs are announced', () => {
    for (const round of Object.values(rounds)) {
      const possible = ['inviting', 'matching', 'proposed'].includes(round.state);
      expect([round.state, isAnswerable(round)]).toEqual([round.state, possible]);
      expect([round.state, join(round, sam, shown()).ok]).toEqual([round.state, possible]);
      expect([round.state, sitOut(round, sam, minute(20)).ok]).toEqual([round.state, possible]);
    }
    expect(refusal(join(rounds.active, sam, shown()))).toMatchObject({ code: 'wrong-state', state: 'active' });
  });

  it('[R-10] the same answer again changes nothing, not even its time', () => {
    const first = value(join(rounds.inviting, sam, shown(20)));
    expect(value(join(rounds.inviting, first, shown(30)))).toBe(first);
    const out = value(sitOut(rounds.inviting, sam, minute(20)));
    expect(value(sitOut(rounds.inviting, out, minute(30)))).toBe(out);
    expect(value(join(rounds.inviting, sam, shown())).invitedAt).toBeNull();
    expect(invited(invited(sam, minute(3)), minute(4)).invitedAt).toBe(minute(3));
  });

  it('[CP-11] saying no keeps no reason and forgets what was agreed to; a change of mind is welcome', () => {
    const out = value(sitOut(rounds.proposed, joined('Sam', { match: open }), minute(25)));
    expect(out).toEqual({ ...sam, answer: 'sitting-out', answeredAt: minute(25), disclosureVersion: null, match: { kind: 'none' } });
    expect(value(join(rounds.proposed, out, shown())).answer).toBe('joined');
  });

  it('out of a formed pair nobody steps by a click', () => {
    expect(refusal(sitOut(rounds.proposed, joined('Sam', { match: paired }), minute(25)))).toEqual({ code: 'in-a-pair' });
  });
});

describe('where somebody stands', () => {
  const proposal = { ...sent('Sam', 'Tom'), id: proposalId('p') };

  it.each([
    ['not-joined', member(id('Sam')), null, false],
    ['free', joined('Sam'), null, false],
    ['drafted', joined('Sam'), null, true],
    ['asked', joined('Sam', { match: open }), proposal, false],
    ['waiting', joined('Sam', { match: open }), { ...proposal, acceptedBy: ids('Sam') }, false],
    ['asked', joined('Sam', { match: open }), { ...proposal, acceptedBy: ids('Tom') }, false],
    ['being-reworked', joined('Sam', { match: { kind: 'reworking' } }), null, true],
    ['paired', joined('Sam', { match: paired }), proposal, false],
  ] as const)('%s', (standing, participant, theirs, isDrafted) => {
    expect(standingOf(participant, theirs, isDrafted)).toBe(standing);
  });

  const content = {
    participants: [
      joined('Sam', { match: open }),
      joined('Tom', { match: open }),
      joined('Lena', { match: { kind: 'reworking' } }),
      joined('Jonas'),
      joined('Aisha', { match: paired }),
      member(id('Maya')),
      value(sitOut(rounds.inviting, member(id('Omar')), minute(2))),
    ],
    proposals: [proposal, drafted('Jonas', 'Lena'), { ...sent('Lena', 'Omar'), state: 'ended', ending: 'declined' } as const],
    pairs: [],
  };

  it('free to match is whoever joined and has no match before them; without a partner whoever joined and is in no pair', () => {
    expect(freeToMatch(content)).toEqual(ids('Lena', 'Jonas'));
    expect(withoutPartner(content)).toEqual(ids('Sam', 'Tom', 'Lena', 'Jonas'));
    expect(tallyOf(content)).toEqual({
      ...{ population: 7, joined: 5, sittingOut: 1, silent: 1, drafts: 1, open: 1, pairs: 0, withoutPartner: 4 },
    });
  });

  const ended = (ending: Ending, ...names: readonly string[]) => ({ ...sent(...names), state: 'ended', ending }) as const;

  it('[CP-33] a draft repeats neither a declined match nor a withdrawn one; whoever stepped back or was in one line is as free as before', () => {
    const others = [ended('withdrawn', 'Jonas', 'Tom'), ended('stepped-back', 'Jonas', 'Sam'), ended('in-one-line', 'Lena', 'Tom')];
    const all = { ...content, proposals: [...content.proposals, ...others] };
    expect(triedTogether(all)).toEqual([ids('Lena', 'Omar'), ids('Jonas', 'Tom')]);
  });

  it('[CP-33] by hand a withdrawn match may be made again by whoever may know of declines; to others it is as barred as a declined one', () => {
    const all = { ...content, proposals: [...content.proposals, ended('withdrawn', 'Jonas', 'Tom'), ended('withdrawn', 'Priya', 'Sam')] };
    const [declined, theirs, priyas] = [ids('Lena', 'Omar'), ids('Jonas', 'Tom'), ids('Priya', 'Sam')];
    expect(keptFromByHand(rounds.proposed, all, id('Priya'))).toEqual([declined, priyas]);
    expect(keptFromByHand(rounds.proposed, all, id('Omar'))).toEqual([declined, theirs]);
    for (const by of ['Maya', 'Tom']) expect(keptFromByHand(rounds.proposed, all, id(by))).toEqual([declined, theirs, priyas]);
  });
});

describe('[CP-33] who may learn who declined', () => {
  const may = (names: readonly string[], viewer: string, round = rounds.proposed) => maySeeDecline(round, sent(...names), id(viewer));

  it('the people partner, and neither the round leader, another administrator nor a member', () => {
    expect(may(['Sam', 'Tom'], 'Priya')).toBe(true);
    for (const viewer of ['Maya', 'Omar', 'Sam', 'Tom', 'Aisha']) expect([viewer, may(['Sam', 'Tom'], viewer)]).toEqual([viewer, false]);
  });

  it('of the people partner’s own match a second administrator, never the people partner', () => {
    expect(may(['Priya', 'Tom'], 'Omar')).toBe(true);
    for (const viewer of ['Priya', 'Tom', 'Maya', 'Sam']) expect([viewer, may(['Priya', 'Tom'], viewer)]).toEqual([viewer, false]);
    expect(may(['Omar', 'Priya'], 'Omar')).toBe(false);
  });

  it('not the round leader, not even as an administrator or the people partner', () => {
    expect(may(['Sam', 'Tom'], 'Maya', roundsFor({ administratorIds: ids('Maya') }).proposed)).toBe(false);
    expect(may(['Sam', 'Tom'], 'Maya', roundsFor({ peoplePartnerId: id('Maya') }).proposed)).toBe(false);
  });
});
