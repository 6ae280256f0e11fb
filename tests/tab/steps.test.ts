import { describe, expect, it } from 'vitest';
import { chosenAfter, planFor } from '../../tab/src/pages/admin/matching/selection.js';
import { nextOf } from '../../tab/src/pages/admin/round/steps.js';
import { boardOf } from './fake/board.js';
import { overviewOf } from './fake/round.js';
import { type Moment, peoplePartnerId, roundAt } from './fake/scenarios.js';

const overviewAt = (moment: Moment) => overviewOf(roundAt(moment), peoplePartnerId);

describe('the one next thing', () => {
  it.each([
    ['draft', 'audience', 'chooseAudience'],
    ['kick-off', 'kick-off', 'holdKickOff'],
    ['inviting', 'invitations', 'awaitAnswers'],
    ['matching', 'matching', 'send'],
    ['proposed', 'matching', 'awaitMatches'],
    ['active', 'announce', 'underWay'],
    ['closed', 'announce', 'closed'],
  ] as const)('of a round in %s is in the step %s: %s', (moment, step, thing) => {
    expect(nextOf(overviewAt(moment))).toEqual({ step, thing });
  });

  it('[CP-10] is the kick-off before anybody is invited, and then the invitations', () => {
    const round = overviewAt('kick-off');
    expect(nextOf(round).thing).toBe('holdKickOff');
    expect(nextOf({ ...round, kickOff: { on: '2026-11-25', heldAt: '2026-11-25T10:00:00.000Z', commonApproach: '' } }).thing).toBe(
      'invite',
    );
  });

  it('[CP-24b] is an uncertain line of management before the first sending', () => {
    expect(nextOf({ ...overviewAt('matching'), unconfirmed: 2 })).toEqual({ step: 'organisation', thing: 'resolveBeforeSending' });
  });

  it('is to announce once every match is settled', () => {
    const round = overviewAt('proposed');
    const settled = { ...round, tally: { ...round.tally, open: 0, drafts: 0 } };
    expect(nextOf({ ...settled, tally: { ...settled.tally, withoutPartner: 0 } }).thing).toBe('announce');
    expect(nextOf({ ...settled, tally: { ...settled.tally, withoutPartner: 4 } }).thing).toBe('draftNextWave');
  });
});

describe('choosing people on the matching board', () => {
  const round = roundAt('matching');
  const [first, second, third] = round.proposals;
  const board = boardOf({ ...round, proposals: round.proposals.filter((one) => one !== third) }, true);
  const ids = (draft: typeof first): readonly [string, string] => [draft?.members[0]?.id ?? '', draft?.members[1]?.id ?? ''];
  const [priya, sam] = ids(first);
  const [maya, tomas] = ids(second);
  const [ingrid, lucia] = ids(third);

  it('two of different drafts change places', () => {
    expect(planFor(board, [priya, maya])).toEqual({
      kind: 'swap',
      one: priya,
      other: maya,
      groups: [
        [maya, sam],
        [priya, tomas],
      ],
    });
  });
  it('one who is left over takes the place of another', () => {
    expect(planFor(board, [ingrid, maya])).toEqual({ kind: 'swap', one: ingrid, other: maya, groups: [[ingrid, tomas]] });
  });
  it('two who are left over become a match', () => {
    expect(planFor(board, [ingrid, lucia])).toEqual({ kind: 'pair', groups: [[ingrid, lucia]] });
  });
  it('two of one draft have nothing to change', () => {
    expect(planFor(board, [priya, sam])).toEqual({ kind: 'together' });
  });
  it('a press on somebody chosen lets them go, and a third takes the place of the second', () => {
    expect(chosenAfter(board, [priya, maya], priya)).toEqual([maya]);
    expect(chosenAfter(board, [priya, maya], tomas)).toEqual([priya, tomas]);
  });
});
