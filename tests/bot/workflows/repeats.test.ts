import { recordRepeats } from '@coaching-pairs/bot/workflows/allow-repeats';
import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { proposalId } from '@coaching-pairs/shared/ids';
import { draftProposal } from '@coaching-pairs/shared/round/proposal';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');
const [sam, lena] = ids('Sam', 'Lena');

/** Sam and Lena were partners in a round that is over; in the next nobody else has joined. */
const secondRound = async () => {
  const people = [
    personNamed('Ruth'),
    ...['Maya', 'Priya', 'Omar', 'Sam', 'Lena', 'Tom'].map((name) => personNamed(name, { under: 'Ruth' })),
  ];
  const process = startProcess(memoryTable(), plainDirectory(people));
  const first = stepsOf(process, await allJoined(process, ids('Sam', 'Lena')));
  await first.draft();
  await first.send();
  await first.allAccept();
  await first.announce();
  const roundId = await allJoined(process, ids('Sam', 'Lena'), { name: 'Leadership team, autumn' });
  const steps = stepsOf(process, roundId);
  await steps.draft();
  const board = async () => value(await boardOf(process.deps, words, { roundId, actor: priya }));
  const says = (allowed: boolean, by = priya, pair = [sam, lena] as const) => {
    const [one, other] = pair;
    if (one === undefined || other === undefined) throw new Error('nobody');
    return recordRepeats(process.deps, { roundId, opId: newOp(), actor: by, pairs: [[one, other]], allowed });
  };
  const audit = async () => (await process.deps.rounds.audit(roundId)).filter(({ action }) => action.startsWith('repeats.'));
  return { process, roundId, steps, board, says, audit };
};

describe('earlier partners of whom nobody else is possible', () => {
  it('[CP-15] are offered to meet again, and do once an administrator has recorded it, with name and day', async () => {
    const { steps, board, says, audit } = await secondRound();
    const offered = await board();
    expect(offered).toMatchObject({ drafts: [], repeats: [] });
    const offer = offered.help.find(({ repeats }) => repeats.length > 0);
    expect(offer).toMatchObject({ step: null, done: false, repeats: [[{ name: 'Lena' }, { name: 'Sam' }]] });
    expect(offer?.text).toContain('Let one pair of earlier partners meet again');

    value(await says(true, actor('Omar')));
    const allowed = await board();
    expect(allowed.repeats).toMatchObject([{ members: [{ name: 'Lena' }, { name: 'Sam' }], by: { name: 'Omar' } }]);
    expect(allowed.help.find(({ repeats }) => repeats.length > 0)).toMatchObject({ done: true });
    await steps.draft();
    const drafted = await board();
    expect(drafted.drafts).toMatchObject([{ members: [{ name: 'Lena' }, { name: 'Sam' }] }]);
    expect(drafted.drafts[0]?.reasons.join()).toContain('Partners before, one round ago, which an administrator of the round has allowed');
    const pairs = [sam, lena].sort().join(' ');
    expect(await audit()).toMatchObject([{ action: 'repeats.allow', by: actor('Omar').personId, subject: { pairs, why: 'nobody-else' } }]);
  });

  it('[CP-15] are kept apart again once it is taken back, which nothing that leans on it may be in the way of', async () => {
    const { steps, board, says, audit } = await secondRound();
    value(await says(true));
    value(await says(true));
    await steps.draft();
    expect(await says(false)).toMatchObject({ ok: false, error: { code: 'repeat-in-use' } });
    const [draft] = await steps.proposals('draft');
    if (draft === undefined) return expect.unreachable();
    await steps.sitOut('Sam');
    await steps.draft();
    value(await steps.join('Sam'));
    value(await says(false));
    value(await says(false));
    await steps.draft();
    expect(await board()).toMatchObject({ drafts: [], repeats: [] });
    expect((await audit()).map(({ action }) => action)).toEqual(['repeats.allow', 'repeats.take-back']);
  });

  it('[CP-33] do not tell an administrator of a suggestion that is not theirs to know, when they are taken back', async () => {
    const { process, roundId, says } = await secondRound();
    if (sam === undefined || lena === undefined) return expect.unreachable();
    value(await says(true));
    const draft = draftProposal(proposalId('suggested'), [sam, lena], [], { locked: false, byHand: false });
    const suggestion = { ...draft, state: 'sent', nominatedBy: sam } as const;
    await process.deps.rounds.commit({ roundId, opId: newOp(), proposals: [{ value: suggestion, etag: null }], audit: [] });
    expect(await says(false)).toMatchObject({ ok: false, error: { code: 'repeat-in-use' } });
    expect(await says(false, actor('Omar'))).toMatchObject({ ok: true });
  });

  it('[CP-15] are allowed by nobody but an administrator who is not one of them, and only where a draft has found that it helps', async () => {
    const { says, steps, board } = await secondRound();
    const refused = async (code: string, ...given: Parameters<typeof says>) =>
      expect(await says(...given)).toMatchObject({ ok: false, error: { code } });
    await refused('not-found', true, actor('Maya'));
    await refused('not-found', true, priya, ids('Sam', 'Tom') as unknown as Parameters<typeof says>[2]);
    await steps.sitOut('Sam');
    await steps.draft();
    await refused('repeat-not-offered', true);
    expect(await board()).toMatchObject({ repeats: [] });
  });

  it('[CP-15] whoever administers the round and is one of them leaves it to another', async () => {
    const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', 'Sam'].map((name) => personNamed(name, { under: 'Ruth' }))];
    const process = startProcess(memoryTable(), plainDirectory(people));
    const roundId = await allJoined(process, ids('Sam', 'Priya'));
    const asked = { roundId, opId: newOp(), pairs: [ids('Sam', 'Priya') as unknown as readonly [never, never]], allowed: true };
    expect(await recordRepeats(process.deps, { ...asked, actor: priya })).toMatchObject({ ok: false, error: { code: 'own-match' } });
  });
});
