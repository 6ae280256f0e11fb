import { instant, type PairId, personId, plainDate, type SessionId } from '@coaching-pairs/shared/ids';
import { firstFigure, isFigureDue, nextFigure } from '@coaching-pairs/shared/progress/rhythm-figure';
import { fewestPairs, type RhythmShare, type RhythmSheet, shareOf } from '@coaching-pairs/shared/progress/rhythm-share';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectNoRhythmWorkedOut, readByWeeks, rhythmsWorkedOut, someRhythms, steadied } from '../disclosure/lived-rhythm.js';
import { ids, roundsFor } from '../round/people.js';

const active: Round = { ...roundsFor().active, startsOn: plainDate('2027-01-11'), endsOn: plainDate('2027-07-12') };
const at = (day: string) => instant(`${day}T09:00:00.000Z`);
const pairsOf = (count: number, own: (pair: number) => Partial<Pair> = () => ({})): readonly Pair[] =>
  Array.from({ length: count }, (_none, pair) => ({
    ...{ id: `pair-${pair}` as PairId, memberIds: ids(`A${pair}`, `B${pair}`), proposalId: `p-${pair}` as Pair['proposalId'] },
    ...{ formedAt: at('2027-01-04'), endedAt: null, ...own(pair) },
  }));
const heldBy = (pair: number, day: string): Session => ({
  ...{ id: `s ${pair} ${day}` as SessionId, pairId: `pair-${pair}` as PairId, organiserId: personId('sam'), start: at(day), minutes: 60 },
  ...{ place: 'teams', isPrivate: true, state: 'on', event: null, pending: null },
});
const figure = (pairs: readonly Pair[], sessions: readonly Session[], day: string, sheet: RhythmSheet | null = null, round = active) =>
  nextFigure({ round, pairs, sessions, sheet, now: at(day) });

describe('[CP-72] the share of pairs on their rhythm', () => {
  it('counts who met in the last five weeks or has a session ahead, and is told in tens of per cent', () => {
    // Four met on 1 February, two have booked, and the others did neither.
    const sessions = [...[0, 1, 2, 3].map((pair) => heldBy(pair, '2027-02-01')), heldBy(4, '2027-05-03'), heldBy(5, '2027-04-05')];
    expect(figure(pairsOf(10), sessions, '2027-02-22')?.figure).toEqual({ on: '2027-02-22', share: { kind: 'about', percent: 60 } });
    expect(figure(pairsOf(10), sessions, '2027-03-22')?.figure.share).toEqual({ kind: 'at-most', percent: 30 });
    expect(figure(pairsOf(10), [], '2027-02-22')?.figure.share).toEqual({ kind: 'at-most', percent: 30 });
  });

  it('[C-03] comes once seven pairs, and most of all, have had five weeks', () => {
    expect([firstFigure(active), figure(pairsOf(7), [], '2027-02-15'), fewestPairs]).toEqual(['2027-02-16', null, 7]);
    expect(figure(pairsOf(7), [], '2027-02-16')?.figure.share).toEqual({ kind: 'at-most', percent: 50 });
    expect(figure(pairsOf(6), [], '2027-02-16')).toBeNull();
    const late = pairsOf(16, (pair) => (pair < 8 ? {} : { formedAt: at('2027-02-10') }));
    expect([figure(late, [], '2027-02-16'), figure(late, [], '2027-03-20')?.sheet?.pairIds.length]).toEqual([null, 16]);
  });

  it('[C-03] is made once a week, while the round is under way', () => {
    const made = { ...active, rhythm: { on: plainDate('2027-02-17'), share: shareOf(5, 10) } };
    const due = (day: string, round: Round = made) => isFigureDue(round, at(day));
    expect([due('2027-02-17'), due('2027-02-21'), due('2027-02-22')]).toEqual([false, false, true]);
    expect(due('2027-02-22', { ...made, state: 'awayday' })).toBe(false);
    expect(due('2027-02-22', { ...made, rhythm: { ...made.rhythm, share: null } })).toBe(false);
    expect(figure(pairsOf(10), [], '2027-02-18', null, made)).toBeNull();
  });

  it('[C-03] speaks of the same pairs every week: who ends counts on as they stood, who forms later is not counted', () => {
    const first = figure(pairsOf(10), [heldBy(0, '2027-03-30')], '2027-02-22');
    const ended = pairsOf(12, (pair) => (pair === 0 ? { endedAt: at('2027-02-24') } : pair > 9 ? { formedAt: at('2027-01-05') } : {}));
    const second = figure(
      ended,
      [10, 11].map((pair) => heldBy(pair, '2027-05-03')),
      '2027-03-01',
      first?.sheet,
    );
    expect(second?.sheet).toEqual(first?.sheet);
    expect(second?.figure.share).toEqual(first?.figure.share);
  });

  it('[C-03] there is none any more once too many of its pairs have ended, however the others meet', () => {
    const sheet = figure(pairsOf(10), [], '2027-02-22')?.sheet ?? null;
    const withEnded = (count: number) =>
      figure(
        pairsOf(10, (pair) => (pair < count ? { endedAt: at('2027-02-24') } : {})),
        [],
        '2027-03-01',
        sheet,
      );
    expect([withEnded(3)?.figure.share === null, withEnded(4)]).toEqual([
      false,
      { figure: { on: '2027-03-01', share: null }, sheet: null },
    ]);
  });

  it('is true in every case', () => {
    const holds = ({ kind, percent }: RhythmShare, part: number): boolean =>
      kind === 'at-most' ? part <= percent : kind === 'at-least' ? part >= percent : Math.abs(part - percent) <= 5;
    for (let pairs = fewestPairs; pairs <= 60; pairs += 1)
      for (let on = 0; on <= pairs; on += 1) expect([pairs, on, holds(shareOf(on, pairs), (on * 100) / pairs)]).toEqual([pairs, on, true]);
  });
});

describe('[C-03] what can be worked out of it', () => {
  it('of one figure nothing, for administrators who know everything of one pair or of two, whatever their number', () => {
    for (let pairs = fewestPairs; pairs <= 60; pairs += 1) {
      const shares = Array.from({ length: pairs + 1 }, (_none, on) => JSON.stringify(shareOf(on, pairs)));
      for (const share of new Set(shares))
        for (const [known, own] of [
          [0, 0],
          [1, 0],
          [1, 1],
          [2, 0],
          [2, 1],
          [2, 2],
        ] as const) {
          const others = shares.flatMap((one, on) => (one === share ? [on - own] : [])).filter((on) => on >= 0 && on <= pairs - known);
          const ofOneKind = [0, pairs - known].some((all) => others.length > 0 && others.every((on) => on === all));
          expect([pairs, share, known, own, ofOneKind]).toEqual([pairs, share, known, own, false]);
        }
    }
  });

  it('of several weeks nothing either, while pairs end and whether or not it is known that the others keep their ways', () => {
    expectNoRhythmWorkedOut(120);
  });

  it('but much of numbers that are exact and leave out who has ended: the same attacker finds it there', () => {
    const exact = fc
      .sample(someRhythms, { numRuns: 40, seed: 7 })
      .map(steadied)
      .filter((life) => {
        const reads = readByWeeks({ ...life, ends: life.ends.map(() => 9) });
        const naive = reads.map(({ share, made }, week) => ({ share, made: made.filter((_one, pair) => (life.ends[pair] ?? 9) > week) }));
        const counted = naive.map(({ made }) => ({
          made,
          on: made.filter((one) => life.weeks[0]?.[Math.floor(one / 10)] === true).length,
        }));
        return rhythmsWorkedOut(
          life,
          counted.map(({ made, on }) => ({ made, share: { kind: 'about', percent: on } })),
          true,
          (on) => ({
            kind: 'about',
            percent: on,
          }),
        ).some(({ answers }) => answers.size > 0);
      });
    expect(exact.length).toBeGreaterThan(5);
  });
});
