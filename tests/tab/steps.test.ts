import { describe, expect, it } from 'vitest';
import { bringingTogether, chosenAfter, planFor } from '../../tab/src/pages/admin/matching/selection.js';
import { isRematching, isWaiting, nextOf } from '../../tab/src/pages/admin/round/steps.js';
import { boardOf } from './fake/board.js';
import { overviewOf } from './fake/round.js';
import { type Moment, peoplePartnerId, roundAt } from './fake/scenarios.js';

const today = '2026-11-20';
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
    expect(nextOf(overviewAt(moment), today)).toEqual({ step, thing });
  });

  it('[CP-10] is the kick-off before anybody is invited, and then the invitations', () => {
    const round = overviewAt('kick-off');
    expect(nextOf(round, today).thing).toBe('holdKickOff');
    expect(
      nextOf({ ...round, kickOff: { on: '2026-11-25', heldAt: '2026-11-25T10:00:00.000Z', commonApproach: '', meeting: null } }, today)
        .thing,
    ).toBe('invite');
  });

  it('[CP-24b] is an uncertain line of management before the first sending', () => {
    expect(nextOf({ ...overviewAt('matching'), unconfirmed: 2 }, today)).toEqual({ step: 'organisation', thing: 'resolveBeforeSending' });
  });

  it('is to announce once every match is settled', () => {
    const round = overviewAt('proposed');
    const settled = { ...round, tally: { ...round.tally, open: 0, drafts: 0 } };
    expect(nextOf({ ...settled, tally: { ...settled.tally, withoutPartner: 0 } }, today).thing).toBe('announce');
    const apart = { ...settled, tally: { ...settled.tally, withoutPartner: 4 } };
    expect(nextOf(apart, today).thing).toBe('draftNextWave');
    const drafted = { id: 'w', kind: 'draft-matches', state: 'done' as const, done: 0, total: null, text: '', mayGoOn: false };
    expect(nextOf({ ...apart, works: [drafted] }, today)).toEqual({ step: 'announce', thing: 'announceWithout' });
  });
});

describe('once a pair has ended', () => {
  const active = overviewAt('active');
  const ended = { ...active, notices: [{ code: 'pair-ended', severity: 'info' as const, text: '', people: [] }] };

  it('its people are matched anew on the board, though the round is under way', () => {
    expect(nextOf(ended, today)).toEqual({ step: 'matching', thing: 'rematch' });
    expect(nextOf({ ...ended, tally: { ...ended.tally, drafts: 1 } }, today)).toEqual({ step: 'matching', thing: 'sendNextWave' });
    expect(nextOf({ ...ended, tally: { ...ended.tally, open: 1 } }, today)).toEqual({ step: 'matching', thing: 'awaitMatches' });
    expect([isRematching(ended), isRematching(active)]).toEqual([true, false]);
  });
});

describe('while something goes on', () => {
  const running = (kind: string) => [{ id: 'w', kind, state: 'running' as const, done: 1, total: 3, text: '', mayGoOn: false }];

  it.each([
    ['draft', 'read-directory', 'reading'],
    ['kick-off', 'tell-kick-off', 'telling'],
    ['matching', 'draft-matches', 'drafting'],
    ['inviting', 'draft-matches', 'drafting'],
    ['matching', 'send-proposals', 'sending'],
    ['proposed', 'send-proposals', 'sending'],
  ] as const)('a round in %s with %s says so instead of a next thing: %s', (moment, kind, thing) => {
    expect(nextOf({ ...overviewAt(moment), works: running(kind) }, today).thing).toBe(thing);
    expect(isWaiting(thing)).toBe(true);
  });

  it('no next wave is asked for while messages of the last one are on their way', () => {
    const round = overviewAt('proposed');
    const drafted = { ...round, tally: { ...round.tally, drafts: 1 } };
    expect(nextOf({ ...drafted, toDeliver: 3 }, today).thing).toBe('delivering');
    expect(nextOf({ ...drafted, toDeliver: 0 }, today).thing).toBe('sendNextWave');
  });

  it('the day named for answers being over by the bot’s clock, matching is next', () => {
    const round = overviewAt('inviting');
    expect(nextOf(round, round.answersBy).thing).toBe('awaitAnswers');
    expect(nextOf(round, '2026-12-05')).toEqual({ step: 'matching', thing: 'answersOver' });
  });
});

describe('choosing people on the matching board', () => {
  const round = roundAt('matching');
  const [first, second, third] = round.proposals;
  const board = boardOf({ ...round, proposals: round.proposals.filter((one) => one !== third) }, peoplePartnerId);
  const named = (id: string) => ({ id, name: id, functionName: null });
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
  it('whoever is in the way changes places, so that two come together', () => {
    const other = (id: string, ...beside: string[]) => ({ person: named(id), beside: beside.map(named) });
    expect(bringingTogether(board, priya, other(maya, tomas))).toEqual([sam, maya]);
    expect(planFor(board, bringingTogether(board, priya, other(maya, tomas)))).toMatchObject({
      groups: [
        [priya, maya],
        [sam, tomas],
      ],
    });
    expect(bringingTogether(board, priya, other(ingrid))).toEqual([sam, ingrid]);
    expect(planFor(board, bringingTogether(board, ingrid, other(maya, tomas)))).toMatchObject({ groups: [[maya, ingrid]] });
    expect(bringingTogether(board, ingrid, other(lucia))).toEqual([ingrid, lucia]);
  });
  it('a press on somebody chosen lets them go, and a third takes the place of the second', () => {
    expect(chosenAfter(board, [priya, maya], priya)).toEqual([maya]);
    expect(chosenAfter(board, [priya, maya], tomas)).toEqual([priya, tomas]);
  });
});
