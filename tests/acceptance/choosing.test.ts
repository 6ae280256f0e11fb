import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { titleOf } from './driver/chat.js';
import { readOrganisation } from './driver/organisation.js';
import { inRepository } from './driver/product.js';
import { type Round, until } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
const names = organisation.leaders.map(({ name }) => name);
const leader = 'Helena Marsh';
const administrator = 'Noor Sayegh';

type Two = readonly [string, string];

let sandbox: Sandbox;
let round: Round;

const idOf = (name: string): string => sandbox.as(name).id;
/** Of different functions, and neither in the other's line, but for whoever leads the round and stands further above than one level. */
const mayMeet = (one: string, other: string): boolean => {
  const levels = organisation.levelsBetween(idOf(one), idOf(other));
  const isApart = levels === undefined || (levels > 1 && [one, other].includes(leader));
  return one !== other && isApart && organisation.functionOf(idOf(one)) !== organisation.functionOf(idOf(other));
};

/** All of them in pairs that the rules allow. */
const paired = (people: readonly string[]): readonly Two[] | null => {
  const [first, ...rest] = people;
  if (first === undefined) return [];
  for (const other of rest.filter((one) => mayMeet(first, one))) {
    const others = paired(rest.filter((one) => one !== other));
    if (others !== null) return [[first, other], ...others];
  }
  return null;
};

const board = (name: string) => sandbox.as(name).calls(routes.choosingBoard, { roundId: round.id });
const asks = (name: string, whom: string) => sandbox.as(name).calls(routes.askPartner, { roundId: round.id }, { personId: idOf(whom) });
const answers = async (name: string, answer: 'accept' | 'decline') => {
  const { questions } = await board(name);
  const proposalId = questions[0]?.proposalId ?? 'nobody-asks';
  return sandbox.as(name).calls(routes.answerAsk, { roundId: round.id, proposalId }, { answer });
};
/** The newest card of somebody once it is about this; a card comes a moment after the board says the same. */
const cardOf = (name: string, title: string) =>
  until(
    `${title}, for ${name}`,
    async () => titleOf((await sandbox.as(name).chat()).at(-1)?.card),
    (said) => said === title,
  );

beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
  round = await sandbox.opens(administrator, { leader, peoplePartner: 'Ravi Menon', mode: 'open-choice' });
  await sandbox.as(administrator).calls(routes.saveFunctions, {}, { groups: [...organisation.groups] });
  await round.invites();
  for (const name of names)
    await sandbox.as(name).calls(routes.answerInvitation, { roundId: round.id }, { answer: 'joined', disclosureVersion: 1 });
  await round.calls(routes.openChoosing);
});
afterAll(() => sandbox?.remove());

describe('twelve leaders who choose their partners in the open', { timeout: 120_000 }, () => {
  it('[CP-20] [CP-22] [CP-32] [CP-33] from an open board to a frozen one: nobody impossible is offered, and pairs form by card and in the tab', async () => {
    for (const name of names) {
      const { possible } = await board(name);
      expect([name, possible.map((one) => one.name).sort()]).toEqual([name, names.filter((one) => mayMeet(name, one)).sort()]);
    }
    const pairs = paired(names) ?? expect.unreachable('These twelve cannot all be paired.');
    const [[ana, ben], [cleo, dev], [edda, finn], ...others] = pairs as [Two, Two, Two, ...Two[]];
    const last = others.pop() ?? expect.unreachable();

    // One asks, and the other says yes on the card.
    await asks(ana, ben);
    await cardOf(ben, `${ana} asks you to be partners`);
    await sandbox.as(ben).clicks('acceptProposal');
    expect((await board(ana)).mine).toMatchObject({ kind: 'paired', partners: [{ name: ben }] });

    // One asks somebody who would rather not, on the card, and reads nothing but that it did not come about.
    const [refuses] = names.filter((name) => mayMeet(cleo, name) && ![ana, ben, dev].includes(name));
    await asks(cleo, refuses ?? '');
    await cardOf(refuses ?? '', `${cleo} asks you to be partners`);
    await sandbox.as(refuses ?? '').clicks('declineProposal');
    expect((await board(cleo)).mine).toEqual({ kind: 'again' });
    await asks(cleo, dev);
    expect((await answers(dev, 'accept')).mine.kind).toBe('paired');

    // Two ask each other.
    await asks(edda, finn);
    expect((await asks(finn, edda)).mine).toMatchObject({ kind: 'paired', partners: [{ name: edda }] });

    for (const [one, other] of others) {
      await asks(one, other);
      await answers(other, 'accept');
    }
    // Those who are left are helped by the round leader, who reads how many, and by nobody else.
    const seen = await Promise.all(names.map(async (name) => [name, (await board(name)).left] as const));
    expect(seen.filter(([, left]) => left !== null)).toEqual([[leader, 2]]);
    await round.calls(routes.pairInPerson, { personIds: [idOf(last[0]), idOf(last[1])], said: 'both-yes' });

    const { tally } = await round.announces();
    expect(tally.pairs).toBe(6);
    for (const name of names) await cardOf(name, 'The coaching pairs are formed');
    for (const [one, other] of pairs)
      expect(await sandbox.as(one).round()).toMatchObject({ state: 'active', match: { kind: 'paired', partners: [{ name: other }] } });
    expect(await board(ana)).toMatchObject({ stage: 'frozen', possible: [], questions: [], left: null });
    const late = await sandbox.as(ana).asks(routes.askPartner, { roundId: round.id }, { personId: idOf(cleo) });
    expect(late).toMatchObject({ ok: false, error: { status: 409 } });
  });
});
