import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { each } from './driver/ask.js';
import { membersOf } from './driver/board.js';
import { wordsOf } from './driver/chat.js';
import { readOrganisation } from './driver/organisation.js';
import { inRepository } from './driver/product.js';
import type { Round } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
const administrator = 'Noor Sayegh';
const peoplePartner = 'Judith Amsel';
const oneMore = 'Felix Oram';
const thirteen = [...organisation.leaders.map(({ name }) => name), peoplePartner];

let sandbox: Sandbox;
let open: Round | undefined;
let stories = 0;
const idOf = (name: string): string => sandbox.as(name).id;

/** A round in which thirteen have joined, of fourteen who were invited. */
const joined = async (): Promise<Round> => {
  stories += 1;
  const entries = [...thirteen, oneMore].map(idOf);
  const opening = {
    leader: 'Helena Marsh',
    peoplePartner,
    operation: `odd-numbers-${stories}`,
    audience: { kind: 'list', entries },
  } as const;
  const round = await sandbox.opens(administrator, opening);
  open = round;
  await round.calls(routes.confirmTops, { personIds: [peoplePartner, oneMore].map(idOf) });
  await round.invites();
  await each(thirteen, 4, async (name) => void (await sandbox.as(name).clicks('join')));
  return round;
};

const numbers = async (round: Round) => {
  const { count, choice, reserve } = await round.calls(routes.draftNumbers);
  return { people: count, choice, reserve: reserve?.name ?? null };
};

const accept = (names: readonly string[]): Promise<unknown> =>
  each(names, 4, async (name) => void (await sandbox.as(name).clicks('acceptProposal', 'as-sent')));

beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
  await sandbox.as(administrator).calls(routes.saveFunctions, {}, { groups: [...organisation.groups] });
});
afterAll(() => sandbox?.remove());
afterEach(async () => {
  await open?.calls(routes.closeRound);
  open = undefined;
});

describe('thirteen people have joined, and what is offered for the odd number ends well', { timeout: 120_000 }, () => {
  it('[CP-30] one match has three people: it forms with the third yes, and everybody is in a match', async () => {
    const round = await joined();
    await round.does(routes.beginMatching, { odd: { kind: 'trio' } });
    const { sent, left } = await round.sends();
    expect([sent.map(({ members }) => members.length).toSorted(), left]).toEqual([[2, 2, 2, 2, 2, 3], []]);
    const trio = sent.find(({ members }) => members.length === 3);
    if (trio === undefined) throw new Error('No match has three people.');
    for (const { members } of trio.links)
      expect(organisation.functionOf(members[0]?.id ?? '') === organisation.functionOf(members[1]?.id ?? '')).toBe(false);
    expect(trio.links).toHaveLength(3);
    const [last = '', ...first] = membersOf(trio);
    await accept([...sent.filter((one) => one !== trio).flatMap(membersOf), ...first]);
    await round.settles();
    expect((await round.overview()).tally).toMatchObject({ pairs: 5, withoutPartner: 3 });
    await accept([last]);
    await round.settles();
    expect((await round.announces()).tally).toMatchObject({ pairs: 6, withoutPartner: 0 });
  });

  it('one more is invited: with fourteen everybody is in a pair', async () => {
    const round = await joined();
    expect(await numbers(round)).toEqual({ people: 13, choice: 'trio', reserve: null });
    await sandbox.as(oneMore).clicks('join');
    expect(await numbers(round)).toEqual({ people: 14, choice: 'trio', reserve: null });
    await round.does(routes.beginMatching, { odd: { kind: 'trio' } });
    const { drafts, left } = await round.board();
    expect([drafts.map(({ members }) => members.length), left]).toEqual([Array.from({ length: 7 }, () => 2), []]);
  });

  it('[CP-33] somebody stands by: reads only what everybody without a match reads, and is matched with the next who joins', async () => {
    const round = await joined();
    const reserve = { kind: 'reserve', personId: idOf(peoplePartner) } as const;
    await round.does(routes.beginMatching, { odd: reserve });
    expect((await round.board()).left).toMatchObject([{ person: { name: peoplePartner }, standsBy: true }]);
    expect(await numbers(round)).toEqual({ people: 13, choice: 'reserve', reserve: peoplePartner });
    const { sent, left } = await round.sends();
    expect([sent.length, left.map(({ person }) => person.name)]).toEqual([6, [peoplePartner]]);
    const waiting = sandbox.as(peoplePartner);
    expect((await waiting.round()).match).toEqual({ kind: 'none' });
    for (const { card } of await waiting.chat()) expect(wordsOf(card)).not.toMatch(/stand by|stands by|reserve|left over/iu);
    await accept(sent.flatMap(membersOf));
    await sandbox.as(oneMore).clicks('join');
    expect(await numbers(round)).toEqual({ people: 2, choice: 'trio', reserve: null });
    await round.does(routes.draftAgain, { odd: { kind: 'trio' } });
    await round.sends();
    await accept([peoplePartner, oneMore]);
    await round.settles();
    expect((await round.announces()).tally).toMatchObject({ pairs: 7, withoutPartner: 0 });
  });
});
