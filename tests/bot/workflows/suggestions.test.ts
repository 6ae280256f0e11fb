import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import { expireSuggestions } from '@coaching-pairs/bot/workflows/expire-suggestions';
import { nomineesOf } from '@coaching-pairs/bot/workflows/nominees';
import { proposalId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { invariantsHold } from './invariants.js';
import { asked, leaders, nameOf, strangers, words } from './suggestion-stage.js';
import { actor, id, newOp, priya, value } from './world.js';

describe('somebody names the partner they would rather have', () => {
  it('[CP-30] [CP-31] the match before them ends as declined, the one they name sees both and picks, and both others read the same words', async () => {
    const stage = await asked();
    const [one, other, oneBefore, otherBefore] = await strangers(stage);
    expect(value(await stage.names(one, id(other)))).toBe('asked');
    await invariantsHold(stage.deps.rounds, stage.round);
    expect(await stage.mine(one)).toMatchObject({ match: { kind: 'waiting', suggested: 'asked' }, maySuggest: false });
    const nominee = await stage.mine(other);
    expect(nominee.match).toMatchObject({ kind: 'asked', partners: [{ id: otherBefore }] });
    expect(nominee.questions).toMatchObject([{ partners: [{ id: id(one) }] }]);
    expect(await stage.told()).toEqual(expect.arrayContaining([`being-reworked ${oneBefore}`, `nominee-asked ${id(other)}`]));
    const [question] = nominee.questions;
    expect(value(await stage.says(other, question?.proposalId ?? '', 'accept'))).toBe('formed');
    await invariantsHold(stage.deps.rounds, stage.round);
    for (const who of [one, other]) expect((await stage.mine(who)).match.kind).toBe('paired');
    for (const who of [oneBefore, otherBefore]) expect((await stage.mine(nameOf(who))).match).toEqual({ kind: 'being-reworked' });
    expect(await stage.told()).toEqual(expect.arrayContaining([`being-reworked ${otherBefore}`, `pair-formed ${id(one)}`]));
  });

  it('[CP-31] [CP-24d] five who name somebody are as many as may wait for one answer: a sixth reads what is read of any other cause', async () => {
    const stage = await asked();
    const [one, other] = await strangers(stage);
    const { rounds } = stage.deps;
    const standing = async (count: number) => {
      const row = await rounds.participant(stage.round, id(other));
      if (row === null) return expect.unreachable();
      const asks = Array.from({ length: count }, (_none, place) => proposalId(`ask-${place}`));
      await rounds.commit({ roundId: stage.round, opId: newOp(), participants: [{ ...row, value: { ...row.value, asks } }], audit: [] });
      return value(await nomineesOf(stage.deps, words, { roundId: stage.round, actor: actor(one), query: other })).people[0];
    };
    expect((await standing(4))?.standing).toBe('possible');
    expect(await standing(5)).toMatchObject({ standing: 'not-possible', why: 'Not available this round.' });
    expect(await stage.names(one, id(other))).toMatchObject({ ok: false, error: { code: 'nominee', standing: { readable: [] } } });
  });

  it('[CP-32] [CP-33] the one who is named says no as quietly: their own match stands, and whoever named them reads only that it is being reworked', async () => {
    const stage = await asked();
    const [one, other] = await strangers(stage);
    value(await stage.names(one, id(other)));
    const before = (await stage.mine(other)).match;
    const [question] = (await stage.mine(other)).questions;
    expect(value(await stage.says(other, question?.proposalId ?? '', 'decline'))).toBe('declined');
    expect(await stage.mine(other)).toMatchObject({ match: before, questions: [] });
    expect(await stage.mine(one)).toMatchObject({ match: { kind: 'being-reworked' }, maySuggest: true });
    expect(await stage.told()).toContain(`being-reworked ${id(one)}`);
    expect(await stage.names(one, id(other))).toMatchObject({ ok: false, error: { code: 'nominee' } });
    await invariantsHold(stage.deps.rounds, stage.round);
  });

  it('[CP-31] saying yes to one’s own match passes over the suggestion; two who name each other have both said yes', async () => {
    const stage = await asked();
    const [one, other, oneBefore, otherBefore] = await strangers(stage);
    value(await stage.names(one, id(other)));
    const own = (await stage.mine(other)).match;
    expect(value(await stage.says(other, own.kind === 'asked' ? own.proposalId : '', 'accept'))).toBe('waiting');
    expect((await stage.mine(one)).match).toEqual({ kind: 'being-reworked' });
    expect((await stage.mine(other)).questions).toEqual([]);
    const third = leaders.find((name) => ![one, other].includes(name) && ![oneBefore, otherBefore].includes(id(name))) ?? '';
    expect(value(await stage.names(third, id(one)))).toBe('asked');
    expect(value(await stage.names(one, id(third)))).toBe('formed');
    await invariantsHold(stage.deps.rounds, stage.round);
  });

  it('[CP-24d] [CP-31] a name that is not possible says why where that is public, and nothing has changed', async () => {
    const stage = await asked();
    const own = await stage.partnerOf('Tom');
    const before = JSON.stringify(await stage.deps.rounds.everything(stage.round));
    const { people: found } = value(await nomineesOf(stage.deps, words, { roundId: stage.round, actor: actor('Tom'), query: '' }));
    expect(found.map(({ person }) => person.id)).not.toContain(own);
    expect(found.map(({ person }) => person.id)).not.toContain(id('Tom'));
    if (own !== id('Kofi'))
      expect(found.find(({ person }) => person.id === id('Kofi'))).toMatchObject({
        standing: 'not-possible',
        why: 'In one management chain: you → Kofi.',
      });
    expect(await stage.names('Tom', id('Kofi'))).toMatchObject({ ok: false, error: { code: 'nominee' } });
    for (const unknown of [id('Zoe'), id('Ruth'), id('Tom')])
      expect(await stage.names('Tom', unknown)).toMatchObject({ ok: false, error: { code: 'nominee', standing: { readable: [] } } });
    expect(JSON.stringify(await stage.deps.rounds.everything(stage.round))).toBe(before);
  });

  it('[R-10] naming the same person again changes nothing; another one needs the first taken back', async () => {
    const stage = await asked();
    const [one, other] = await strangers(stage);
    value(await stage.names(one, id(other)));
    const before = JSON.stringify(await stage.deps.rounds.everything(stage.round));
    expect(value(await stage.names(one, id(other)))).toBe('asked');
    expect(await stage.names(one, id('Nora'))).toMatchObject({ ok: false, error: { code: 'suggestion-open' } });
    expect(JSON.stringify(await stage.deps.rounds.everything(stage.round))).toBe(before);
    const { match } = await stage.mine(one);
    value(await stage.says(one, match.kind === 'waiting' ? match.proposalId : '', 'decline'));
    expect((await stage.mine(other)).questions).toEqual([]);
    expect((await stage.mine(one)).match).toEqual({ kind: 'being-reworked' });
  });
});

/** Somebody names one of their own function. */
const withinFunction = async () => {
  const stage = await asked();
  const [one, other, before] = await strangers(stage);
  for (const who of [one, other])
    value(await correctPerson(stage.deps, { roundId: stage.round, opId: newOp(), actor: priya, personId: id(who), functionName: 'Sales' }));
  expect(value(await stage.names(one, id(other)))).toBe('held');
  const { match } = await stage.mine(one);
  return { ...stage, one, other, before, suggestion: match.kind === 'waiting' ? match.proposalId : '' };
};

describe('two of one function', () => {
  it('[CP-31] go to the people partner for one tap; until then the one who is named knows nothing and can do nothing', async () => {
    const { mine, says, taps, board, told, one, other, suggestion, deps, round } = await withinFunction();
    expect(await told()).toContain(`tap-asked ${id('Priya')}`);
    expect(await told()).not.toContain(`nominee-asked ${id(other)}`);
    expect((await mine(other)).questions).toEqual([]);
    expect(await says(other, suggestion, 'accept')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await board('Priya')).suggestions).toMatchObject([{ id: suggestion, needsTap: true }]);
    expect((await board('Omar')).suggestions).toEqual([]);
    expect(await taps('Omar', suggestion, true)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    value(await taps('Priya', suggestion, true));
    expect(await told()).toContain(`nominee-asked ${id(other)}`);
    expect(value(await says(other, suggestion, 'accept'))).toBe('formed');
    await invariantsHold(deps.rounds, round);
    expect((await mine(one)).match.kind).toBe('paired');
  });

  it('[CP-33] what is not passed on reads as any match that is being reworked', async () => {
    const { mine, taps, told, one, suggestion } = await withinFunction();
    value(await taps('Priya', suggestion, false));
    expect((await mine(one)).match).toEqual({ kind: 'being-reworked' });
    expect(await told()).toContain(`being-reworked ${id(one)}`);
  });
});

describe('a suggestion that nobody answers', () => {
  const days = 86_400_000;

  it.each(['asked', 'held'] as const)('[CP-31] lapses after its last day: silence is never consent (%s)', async (how) => {
    const held = how === 'held' ? await withinFunction() : null;
    const stage = held ?? (await asked());
    const [one, other] = held === null ? await strangers(stage) : [held.one, held.other];
    if (held === null) value(await stage.names(one, id(other)));
    expect(await expireSuggestions(stage.deps)).toBe(0);
    stage.clock.advance(14 * days);
    expect(await expireSuggestions(stage.deps)).toBe(1);
    expect(await expireSuggestions(stage.deps)).toBe(0);
    expect((await stage.mine(one)).match).toEqual({ kind: 'being-reworked' });
    expect((await stage.mine(other)).questions).toEqual([]);
    await invariantsHold(stage.deps.rounds, stage.round);
  });
});
