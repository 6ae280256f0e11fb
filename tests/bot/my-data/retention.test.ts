import { sendingPartitions } from '@coaching-pairs/bot/partitions';
import { renderMessage } from '@coaching-pairs/bot/render-message';
import type { Deps } from '@coaching-pairs/bot/workflows/deps';
import { forgetPairTexts } from '@coaching-pairs/bot/workflows/my-data/forget-texts';
import { endMyPair } from '@coaching-pairs/bot/workflows/pair/end-pair';
import { planReminders } from '@coaching-pairs/bot/workflows/plan-reminders';
import { reconcile, reconciler } from '@coaching-pairs/bot/workflows/reconcile';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { instant, operationId, type PairId, personId, roundId, sessionId } from '@coaching-pairs/shared/ids';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { note, openWritingHouse, type WritingHouse } from '../notes/writing-house.js';

let writing: WritingHouse;
let ana: string;
let ben: string;
let pairs: readonly PairId[];
const spring = roundId('r-spring-000001');
const canary = 'canary-shared';

const pairOf = async (who: string): Promise<PairId> => {
  const match = (await writing.house.deps.rounds.participant(spring, idOf(who)))?.value.match;
  if (match?.kind !== 'paired') throw new Error(`${who} is in no pair.`);
  return match.pairId;
};
const agrees = (who: string) =>
  writing.round.does(who, 'changePair', {
    change: { kind: 'agree', base: 0, terms: { ...firstTerms(2), confidentiality: canary }, words: noWords },
  });
const meets = (who: string, pairId: PairId): Promise<unknown> => {
  const session: Session = {
    ...{ id: sessionId(`s-${pairId}`), pairId, organiserId: idOf(who), start: instant('2027-01-12T10:00:00.000Z'), minutes: 60 },
    ...{ place: 'teams', isPrivate: true, state: 'on', event: null, pending: null },
  };
  const change = { roundId: spring, opId: operationId(`session-${pairId}`), sessions: [{ value: session, etag: null }], audit: [] };
  return writing.house.deps.rounds.commit(change);
};

beforeAll(async () => {
  writing = await openWritingHouse();
  [ana, ben] = writing.pair;
  pairs = [await pairOf(ana), await pairOf(writing.otherPair[0])];
  await agrees(ana);
  await meets(ana, await pairOf(ana));
  // The other pair has written nothing down.
  await writing.writes(ana, note('kept after all'));
  await writing.round.does('Priya', 'closeRound');
});
afterAll(() => writing.close());

const deps = (): Deps => writing.house.deps;
const moveTo = (at: string): void => writing.house.clock.advance((Date.parse(at) - Date.parse(deps().clock.now())) / 1000);
const warnings = async () => (await deps().rounds.messages(spring)).filter(({ kind }) => kind === 'pair-texts-end');
const shared = async () => [
  ...(await deps().agreements.names(spring)),
  ...(await deps().rounds.allSessions(spring)),
  ...(await deps().agreements.withKey()),
];

describe('what a pair shares, after its round was closed on 20 November', () => {
  it('[C-10] is announced to end once, to the pair alone, on a day in the last week; nothing else is told any more', async () => {
    for (let day = 21; day <= 46; day += 1) {
      moveTo(new Date(Date.UTC(2026, 10, day, 7)).toISOString());
      await planReminders(deps());
      await reconcile(deps());
    }
    const found = await warnings();
    expect(found.map(({ to, localIntent }) => [to, localIntent]).sort()).toEqual(
      [
        [idOf(ana), '2026-12-14T09:00'],
        [idOf(ben), '2026-12-14T09:00'],
      ].sort(),
    );
    expect(await deps().rounds.unsent(spring)).toHaveLength(2);
  });

  it('the sender looks at a closed round for so long, and no longer', async () => {
    const looked: [string, number][] = [];
    for (const day of ['2026-11-25', '2026-12-12', '2026-12-21', '2027-03-01']) {
      moveTo(`${day}T13:00:00.000Z`);
      let count = 0;
      for await (const _partition of sendingPartitions(deps())) count += 1;
      looked.push([day, count]);
    }
    expect(looked).toEqual([
      ['2026-11-25', 0],
      ['2026-12-12', 1],
      ['2026-12-21', 0],
      ['2027-03-01', 0],
    ]);
  });

  it('[C-10] [C-12] the message says until when, and its notification nothing', async () => {
    moveTo('2026-12-16T10:00:00.000Z');
    const [message] = await warnings();
    if (message === undefined) throw new Error('Nobody was told.');
    expect(await stillWanted(deps())(message)).toBe(true);
    expect(await stillWanted(deps())({ ...message, kind: 'pair-ended', wantedIf: 'always' })).toBe(false);
    expect(await stillWanted(deps())({ ...message, to: personId(idOf(writing.otherPair[0])) })).toBe(false);
    const rendered = await renderMessage(deps(), 'app', async () => wordsFor('en-GB'))(message);
    expect(JSON.stringify(rendered)).toContain('20 December 2026');
    expect(rendered?.kind === 'card' && rendered.summary).toBe(wordsFor('en-GB').t('summary.news'));
    expect(JSON.stringify(rendered)).not.toContain(canary);
  });

  it('[C-10] is there on the thirtieth day, and gone on the day after, whatever dies meanwhile; notes stay', async () => {
    moveTo('2026-12-20T23:59:00.000Z');
    await forgetPairTexts(deps());
    expect(await shared()).toHaveLength(3);
    moveTo('2026-12-21T12:00:00.000Z');
    const dying: Deps = {
      ...deps(),
      rounds: {
        ...deps().rounds,
        commit: async () => {
          throw new Error('killed');
        },
      },
    };
    await expect(forgetPairTexts(dying)).rejects.toThrow('killed');
    // Its key went first: from then on nobody can read it.
    expect((await deps().agreements.all(spring, pairs[0] as PairId)).ok).toBe(true);
    expect(await deps().agreements.all(spring, pairs[0] as PairId)).toMatchObject({ value: [] });
    await reconciler(deps())();
    expect(await shared()).toEqual([]);
    expect(await forgetPairTexts(deps())).toBe(0);
    const rows = writing.house.everyRow();
    expect(rows.filter(({ key }) => /^(agreement|session)~/u.test(key))).toEqual([]);
    expect(await deps().notes.all(idOf(ana))).toMatchObject({ value: { notes: [{ value: { content: note('kept after all') } }] } });
    // With whom they were paired stays, so that nobody gets the same partner twice (CP-15).
    expect((await deps().rounds.pairs(spring)).map(({ id }) => id).sort()).toEqual([...pairs].sort());
    expect((await deps().rounds.audit(spring)).filter(({ action }) => action === 'pair.forget')).toMatchObject([{ by: 'product' }]);
  });
});

describe('a pair that has ended, of which nobody lived to destroy the key', () => {
  it('[C-07] loses it within the hour', async () => {
    const fresh = await openWritingHouse();
    const [who] = fresh.pair;
    await fresh.round.does(who, 'changePair', { change: { kind: 'agree', base: 0, terms: firstTerms(2), words: noWords } });
    const [key] = await fresh.house.deps.agreements.withKey();
    const spared: Deps['agreements'] = { ...fresh.house.deps.agreements, destroyKey: async () => undefined };
    const actor = { personId: idOf(who), name: who, opener: false };
    await endMyPair({ ...fresh.house.deps, agreements: spared }, { roundId: spring, actor, opId: operationId('end-the-pair') });
    expect(await fresh.house.deps.agreements.withKey()).toEqual([key]);
    await forgetPairTexts(fresh.house.deps);
    expect(await fresh.house.deps.agreements.withKey()).toEqual([]);
    await fresh.close();
  });
});
