import { renderMessage } from '@coaching-pairs/bot/render-message';
import { operationId, roundId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { joiners } from '../api/played-round.js';
import { type ChoosingHouse, openChoosingHouse } from './choosing-house.js';

describe('a board that is open', () => {
  let world: ChoosingHouse;
  beforeAll(async () => {
    world = await openChoosingHouse();
  });
  afterAll(() => world.house.close());

  it('[CP-20] [CP-22] offers nobody whom a rule keeps from somebody, and refuses them in one and the same words', async () => {
    const { possible, left } = await world.board('Ana');
    expect(world.named(possible)).toEqual(joiners.filter((name) => name !== 'Ana' && name !== 'Edda'));
    expect(left).toBeNull();
    const refusals = await Promise.all(
      ['Edda', 'Nils', 'Maya', 'Stella', 'Ana'].map((name) => world.tries('Ana', 'askPartner', { personId: idOf(name) })),
    );
    const said = refusals.map(({ text }) => JSON.parse(text).error.message);
    expect(new Set(said)).toEqual(new Set(['They cannot be asked at the moment. Please ask somebody else.']));
  });

  it('[CP-32] a pair is seen by whoever waits, and an ask by the one who is asked alone', async () => {
    const [cleo, finn] = [await world.board('Cleo'), await world.board('Finn')];
    const [ofCleo, ofFinn] = [world.news('Cleo', cleo.version), world.news('Finn', finn.version)];
    await world.asks('Ana', 'Finn');
    expect((await ofFinn).board?.questions).toMatchObject([{ by: { id: idOf('Ana') } }]);
    expect((await world.board('Cleo')).version).toBe(cleo.version);
    await world.answers('Finn', 'accept');
    const { board, version } = await ofCleo;
    expect(board?.pairs.map(world.named)).toEqual([['Ana', 'Finn']]);
    expect(world.named(board?.possible ?? [])).not.toContain('Ana');
    // It is the very board that Cleo would be shown if she asked for it, and nobody else's.
    expect(board).toEqual(await world.board('Cleo'));
    expect(version).toBe(board?.version);
  });

  it('two who both ask a third: one is the partner, and the other reads a kind word, as does whoever answers too late', async () => {
    await world.asks('Ben', 'Hugo');
    await world.asks('Gwen', 'Hugo');
    const { questions } = await world.board('Hugo');
    expect(questions).toHaveLength(2);
    const ofGwen = questions.find(({ by }) => by.id === idOf('Gwen'))?.proposalId ?? '';
    await world.round.does('Hugo', 'answerAsk', { answer: 'accept' }, { proposalId: questions[0]?.proposalId ?? '' });
    expect((await world.board('Ben')).mine.kind).toBe('paired');
    expect((await world.board('Gwen')).mine).toEqual({ kind: 'again' });
    const late = await world.tries('Hugo', 'answerAsk', { answer: 'accept' }, { proposalId: ofGwen });
    expect([late.status, late.code]).toEqual([409, 'ask-over']);
    expect(late.text).toContain('That says nothing about either of you');
  });

  it('[CP-20] [CP-21] [CP-24d] a yes is looked at by every rule of its moment, and what came between reads like any ask that is over', async () => {
    const { deps } = world.house;
    const id = roundId(world.round.id);
    const apart = (is: boolean) => world.round.does('Priya', 'keepApart', { one: idOf('Cleo'), other: idOf('Edda'), apart: is });
    const inFunction = (functionName: string) => world.round.does('Omar', 'correctPerson', { functionName }, { personId: idOf('Dev') });
    const nameClosely = (who: string, whom: string) => {
      const wishes = [{ value: { by: idOf(who), closely: [idOf(whom)], trusted: [] }, etag: null }];
      return deps.rounds.commit({ roundId: id, opId: operationId(`named-${who}`), audit: [], wishes });
    };
    const late = async (asker: string, nominee: string, comesBetween: () => Promise<unknown>, goesAgain: () => Promise<unknown>) => {
      await world.asks(asker, nominee);
      const proposalId = (await world.board(nominee)).questions[0]?.proposalId ?? expect.unreachable();
      await comesBetween();
      const refused = await world.tries(nominee, 'answerAsk', { answer: 'accept' }, { proposalId });
      const after = [(await world.board(asker)).mine, (await world.board(nominee)).mine, (await world.board(nominee)).questions];
      await goesAgain();
      return { said: [refused.status, refused.code, JSON.parse(refused.text).error.message], after };
    };
    const forget = (who: string) => world.round.does(who, 'saveWishes', { closely: [], trusted: [] });
    const keptApart = await late(
      'Cleo',
      'Edda',
      () => apart(true),
      () => apart(false),
    );
    expect(keptApart.said.slice(0, 2)).toEqual([409, 'ask-over']);
    expect(keptApart.after).toEqual([{ kind: 'again' }, { kind: 'free' }, []]);
    expect(
      await late(
        'Dev',
        'Edda',
        () => inFunction('Treasury'),
        () => inFunction('Legal'),
      ),
    ).toEqual(keptApart);
    expect(
      await late(
        'Dev',
        'Edda',
        () => nameClosely('Dev', 'Edda'),
        () => forget('Dev'),
      ),
    ).toEqual(keptApart);
    expect(
      await late(
        'Dev',
        'Edda',
        () => nameClosely('Edda', 'Dev'),
        () => forget('Edda'),
      ),
    ).toEqual(keptApart);
    const told = (await deps.rounds.messages(id)).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === 'in-one-line' || kind === 'being-reworked')).toEqual([]);
  });

  it('[CP-33] either of a pair may end it while the board is open: both are free there alike, and nothing tells who ended it', async () => {
    const { deps } = world.house;
    const id = roundId(world.round.id);
    const { left } = await world.board('Maya');
    await world.pairs('Dev', 'Edda');
    const before = await world.board('Cleo');
    const seen = world.news('Cleo', before.version);
    expect((await world.round.does('Edda', 'pairSpace')).mayEnd).toBe(true);
    await world.round.does('Edda', 'changePair', { change: { kind: 'end' } });
    expect((await seen).version).not.toBe(before.version);
    expect((await world.board('Cleo')).pairs.map(world.named)).not.toContainEqual(['Dev', 'Edda']);
    expect((await world.board('Maya')).left).toBe(left);
    for (const [who, other] of [
      ['Dev', 'Edda'],
      ['Edda', 'Dev'],
    ] as const) {
      const { mine, possible } = await world.board(who);
      expect([mine, world.named(possible).includes(other), world.named(possible).includes('Gwen')]).toEqual([
        { kind: 'ended' },
        false,
        true,
      ]);
      expect((await world.tries(who, 'askPartner', { personId: idOf(other) })).code).toBe('cannot-be-asked');
      expect((await world.round.does(who, 'me')).rounds[0]?.match).toEqual({ kind: 'none' });
    }
    const told = (await deps.rounds.messages(id)).filter(({ kind }) => kind === 'pair-ended' || kind === 'new-match-wanted');
    expect(told.map(({ kind, to, subject }) => [kind, to, subject.place]).sort()).toEqual([
      ['pair-ended', idOf('Dev'), 'room'],
      ['pair-ended', idOf('Edda'), 'room'],
    ]);
    const [card] = await Promise.all(told.map(renderMessage(deps, 'app', async () => wordsFor('en-GB'))));
    expect(JSON.stringify(card)).toContain('Both of you are free on the board again');
    const ended = (await deps.rounds.audit(id)).filter(({ action }) => action === 'pair.end');
    expect(ended.map(({ by }) => by)).toEqual(['product']);
  });

  it('[CP-73] the card of an ask says who asks, and with a yes it is the pair’s; once it is over it says nothing of why', async () => {
    const { deps } = world.house;
    await world.asks('Cleo', 'Edda');
    const id = roundId(world.round.id);
    const cardsFor = async (who: string) => {
      const asked = (await deps.rounds.messages(id)).filter(({ kind, to }) => kind === 'nominee-asked' && to === idOf(who));
      return JSON.stringify(await Promise.all(asked.map(renderMessage(deps, 'app', async () => wordsFor('en-GB')))));
    };
    const open = await cardsFor('Edda');
    expect(open).toContain(`${fullName('Cleo')} asks you to be partners`);
    expect(open).not.toMatch(/We suggest|Please answer by|being reworked/u);
    await world.answers('Edda', 'decline');
    expect(await cardsFor('Edda')).toContain('This ask is no longer open');
    expect(await cardsFor('Edda')).not.toContain(fullName('Cleo'));
  });

  it('[CP-03] the round leader reads how many are left, and nobody else does; no page lists them', async () => {
    expect((await world.board('Maya')).left).toBe(4);
    for (const who of ['Priya', 'Omar', 'Ben', 'Dev']) expect([who, (await world.board(who)).left]).toEqual([who, null]);
    const { people } = await world.round.does('Priya', 'people');
    expect(new Set(people.filter(({ answer }) => answer === 'joined').map(({ standing }) => standing))).toEqual(new Set(['choosing']));
    expect((await world.round.does('Priya', 'board')).left).toEqual([]);
  });

  it('a phone that waits is answered when the process goes, and nobody waits any more', async () => {
    const { version } = await world.board('Dev');
    const waiting = world.news('Dev', version);
    world.house.deps.boards.stop();
    expect(await waiting).toEqual({ version, board: null });
    expect(await world.news('Dev', version)).toEqual({ version, board: null });
  });

  it('[R-12] an ask that is sent as the board freezes lasts not a moment', async () => {
    const { deps } = world.house;
    await world.asks('Dev', 'Gwen');
    await world.freezes();
    const late = await world.tries('Cleo', 'askPartner', { personId: idOf('Gwen') });
    expect([late.status, late.code]).toEqual([409, 'wrong-state']);
    const { proposals, participants } = (await deps.rounds.everything(roundId(world.round.id)))?.content ?? expect.unreachable();
    expect(proposals.filter(({ state }) => state === 'sent')).toEqual([]);
    expect(participants.flatMap(({ asks }) => asks)).toEqual([]);
    expect((await world.board('Dev')).mine).toEqual({ kind: 'without' });
    expect((await world.round.does('Ben', 'me')).rounds[0]).toMatchObject({ state: 'active', match: { kind: 'paired' } });
  });
});
