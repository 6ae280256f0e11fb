import { operationId, plainDate } from '@coaching-pairs/shared/ids';
import {
  announceKickOff,
  announcePairs,
  beginAwayday,
  beginMatching,
  beginWave,
  closeRound,
  decideReach,
  holdKickOff,
  openInvitations,
  setAudience,
  takeBackReach,
} from '@coaching-pairs/shared/round/moves';
import { introductions, openRound, type Round, type RoundState, replan } from '@coaching-pairs/shared/round/round';
import { describe, expect, it } from 'vitest';
import { id, ids, minute, plan, refusal, roundsFor, value } from './people.js';

const rounds = roundsFor();
const made = { id: rounds.draft.id, seed: 1, disclosureVersion: 1, by: id('Priya'), at: minute(0) };
const by = id('Priya');
const act = { by, at: minute(5), opId: operationId('op-5') };
const audience = { kind: 'list', ids: ids('Maya') } as const;
const settled = { openProposals: 0, withoutPartner: [] };

describe('opening a round', () => {
  it.each(introductions)('[CP-01] is introduced by a %s, and names a round leader and a people partner', (introduction) => {
    const round = value(openRound({ ...plan, introduction }, made));
    expect(round).toMatchObject({ state: 'draft', introduction, leaderId: 'maya', peoplePartnerId: 'priya' });
  });

  it('makes the people partner an administrator of it, once', () => {
    expect(rounds.draft.administratorIds).toEqual(ids('Priya', 'Omar'));
    expect(value(openRound({ ...plan, administratorIds: ids('Priya', 'Omar') }, made)).administratorIds).toEqual(ids('Priya', 'Omar'));
  });

  it('needs a name, and answers before the start before the end', () => {
    const again = (own: Partial<typeof plan>) => [openRound({ ...plan, ...own }, made), replan(rounds.draft, { ...plan, ...own }, by)];
    for (const result of again({ name: '  ' })) expect(refusal(result)).toEqual({ code: 'name-missing' });
    for (const result of again({ answersBy: plainDate('2027-01-12') }))
      expect(refusal(result)).toEqual({ code: 'dates-out-of-order', first: 'answersBy', second: 'startsOn' });
    for (const result of again({ endsOn: plan.startsOn }))
      expect(refusal(result)).toEqual({ code: 'dates-out-of-order', first: 'startsOn', second: 'endsOn' });
    for (const result of again({ answersBy: plan.startsOn })) expect(result.ok).toBe(true);
  });

  it('may be planned anew while it is a draft', () => {
    const round = value(replan(rounds.withAudience, { ...plan, name: ' Summer ' }, by));
    expect(round).toMatchObject({ name: 'Summer', audience: { kind: 'list' }, id: 'spring' });
  });
});

const moves: readonly [name: string, move: (round: Round) => { readonly ok: boolean }, legal: readonly RoundState[]][] = [
  ['plan anew', (round) => replan(round, plan, by), ['draft']],
  ['choose the audience', (round) => setAudience(round, audience, null), ['draft']],
  ['call the kick-off', (round) => announceKickOff({ ...round, audience }, plainDate('2026-11-27')), ['draft']],
  ['hold the kick-off', (round) => holdKickOff(round, '', act), ['kick-off']],
  ['open invitations', (round) => openInvitations(round), ['kick-off']],
  ['begin matching', (round) => beginMatching(round, 2), ['inviting']],
  ['begin a wave', (round) => beginWave(round, []), ['matching', 'proposed', 'active']],
  ['announce the pairs', (round) => announcePairs(round, settled, []), ['proposed']],
  ['begin the Awayday', (round) => beginAwayday(round, 0), ['active']],
  ['close', (round) => closeRound(round, 0, minute(9)), ['draft', 'kick-off', 'inviting', 'matching', 'proposed', 'active', 'awayday']],
];
const inEachState: readonly Round[] = [
  rounds.draft,
  rounds.held,
  rounds.inviting,
  rounds.matching,
  rounds.proposed,
  rounds.active,
  rounds.awayday,
  rounds.closed,
];

describe('the moves of a round', () => {
  it.each(moves)('%s is legal in its own states alone', (_name, move, legal) => {
    for (const round of inEachState) {
      const result = move(round);
      expect([round.state, result.ok]).toEqual([round.state, legal.includes(round.state)]);
      if (!result.ok) expect(result).toMatchObject({ error: { code: 'wrong-state', state: round.state } });
    }
  });

  it('[CP-10] a kick-off is called for the whole population, so an audience comes first', () => {
    expect(refusal(announceKickOff(rounds.draft, plainDate('2026-11-27')))).toEqual({ code: 'audience-missing' });
    expect(rounds.kickOff.kickOff).toEqual({ on: '2026-11-27', heldAt: null, commonApproach: '', meeting: null });
  });

  it('[CP-10] invitations wait until the kick-off was held; the common approach agreed there is kept', () => {
    expect(refusal(openInvitations(rounds.kickOff))).toEqual({ code: 'kick-off-not-held' });
    expect(rounds.held.kickOff).toEqual({ on: '2026-11-27', heldAt: minute(1), commonApproach: 'We ask before we advise.', meeting: null });
  });

  it('matching begins once somebody has joined', () => {
    expect(refusal(beginMatching(rounds.inviting, 0))).toEqual({ code: 'nobody-joined' });
    expect(value(beginMatching(rounds.inviting, 1)).state).toBe('matching');
  });

  it('[CP-24d] every further sending is a wave of its own', () => {
    expect(rounds.proposed.waves).toBe(1);
    expect(value(beginWave(rounds.proposed, []))).toMatchObject({ waves: 2, state: 'proposed' });
    expect(value(beginWave(rounds.active, []))).toMatchObject({ state: 'active' });
  });

  it('pairs are announced once no proposal is open, and nobody stays alone unless named', () => {
    const left = { openProposals: 0, withoutPartner: ids('Tom', 'Aisha') };
    expect(refusal(announcePairs(rounds.proposed, { ...left, openProposals: 2 }, ids('Tom', 'Aisha')))).toEqual({
      code: 'proposals-open',
      count: 2,
    });
    expect(refusal(announcePairs(rounds.proposed, left, ids('Tom', 'Jonas')))).toEqual({
      code: 'without-partner',
      personIds: ids('Aisha'),
    });
    expect(value(announcePairs(rounds.proposed, left, ids('Aisha', 'Tom'))).state).toBe('active');
  });

  it('a round is not closed over open proposals', () => {
    expect(refusal(closeRound(rounds.proposed, 1, minute(9)))).toEqual({ code: 'proposals-open', count: 1 });
  });
});

describe('[CP-24a] how far below somebody their line is excluded', () => {
  const decision = (levels: number | 'whole') => ({ personId: id('Sam'), levels, by: id('Priya'), at: minute(6) });

  it('is recorded with the name of whoever decided, the last decision in force', () => {
    const twice = decideReach(decideReach(rounds.draft, decision('whole')), decision(2));
    expect(twice.reach).toEqual([{ personId: 'sam', levels: 2, by: 'priya', at: minute(6) }]);
  });

  it('is taken back for one person, as if nothing had been decided of them', () => {
    const decided = decideReach(rounds.draft, decision(2));
    expect(takeBackReach(decided, id('Ruth')).reach).toEqual(decided.reach);
    expect(takeBackReach(decided, id('Sam')).reach).toEqual([]);
  });

  it('is never less than the direct reports', () => {
    for (const levels of [0, -3, 0.5, 1.9]) expect(decideReach(rounds.draft, decision(levels)).reach[0]?.levels).toBe(1);
  });
});
