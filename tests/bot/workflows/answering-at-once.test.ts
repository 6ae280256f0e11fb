import { answerInvitation } from '@coaching-pairs/bot/workflows/answer-invitation';
import { answerProposal } from '@coaching-pairs/bot/workflows/answer-proposal';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { type Store, startStore } from '../../store-harness.js';
import { invariantsHold } from './invariants.js';
import { kickedOff, stepsOf } from './steps.js';
import { id, newOp, type Process, plainDirectory, startProcess, value } from './world.js';

const leaders = Array.from({ length: 30 }, (_, index) => `Leader${index}`);
const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...leaders].map((name) => personNamed(name, { under: 'Ruth' }))];

let store: Store;
let processes: readonly [Process, Process];
let round: RoundId;
beforeAll(async () => {
  store = await startStore();
  const one = startProcess(await store.table(), plainDirectory(people));
  processes = [one, startProcess(one.table, plainDirectory(people), one.clock, 'two')];
  round = await kickedOff(one, leaders.map(id));
  await stepsOf(one, round).invite();
});
afterAll(() => store.stop());

const depsOf = (turn: number): Process['deps'] => (turn % 2 === 0 ? processes[0] : processes[1]).deps;
const as = (personId: PersonId, opId: OperationId) => ({ roundId: round, opId, actor: { personId, name: '', opener: false } });
const joins = (turn: number, personId: PersonId, opId: OperationId) =>
  answerInvitation(depsOf(turn), { ...as(personId, opId), answer: 'joined', disclosureVersion });
const answers = (turn: number, { id: proposalId }: Proposal, personId: PersonId, answer: 'accept' | 'decline', opId = newOp()) =>
  answerProposal(depsOf(turn), { ...as(personId, opId), proposalId, answer });
const audited = async (action: string): Promise<number> =>
  (await processes[0].deps.rounds.audit(round)).filter((entry) => entry.action === action).length;
const told = async (kind: string): Promise<readonly string[]> =>
  (await processes[1].deps.rounds.unsent(round)).filter((message) => message.kind === kind).map(({ to }) => to);
const sent = () => stepsOf(processes[0], round).proposals('sent');

describe('[R-12] thirty leaders who answer at the same moment, through two processes', () => {
  it('[R-10] all join; whoever is heard twice, once by each process, has joined once', async () => {
    const said = leaders.map((name) => ({ personId: id(name), opId: newOp() }));
    const all = await Promise.all(
      said.flatMap(({ personId, opId }, turn) => [joins(turn, personId, opId), joins(turn + 1, personId, opId)]),
    );
    expect(all.filter((one) => !one.ok)).toEqual([]);
    expect(await audited('answer.joined')).toBe(30);
  });

  it('[CP-32] all accept, both of a match at once: every pair forms, nobody is told to try again, each second yes tells one partner', async () => {
    await stepsOf(processes[0], round).draft();
    await stepsOf(processes[0], round).send();
    const matches = await sent();
    expect(matches).toHaveLength(15);
    const [declined = expect.unreachable(), ...accepted] = matches;
    const all = await Promise.all(
      accepted.flatMap((match) => match.memberIds.map((personId, turn) => answers(turn, match, personId, 'accept'))),
    );
    expect(all.filter((one) => !one.ok)).toEqual([]);
    expect(all.map(value).sort()).toEqual([...Array(14).fill('formed'), ...Array(14).fill('waiting')]);
    const { content } = await stepsOf(processes[1], round).content();
    expect(content.pairs).toHaveLength(14);
    expect(new Set(await told('pair-formed')).size).toBe(14);
    expect(await told('pair-formed')).toHaveLength(14);
    expect(await audited('proposal.answer')).toBe(28);
    expect(declined.acceptedBy).toEqual([]);
  });

  it('[CP-33] of a yes and a no at once one truth is left: the match ends, and who said yes is told once that it is reworked', async () => {
    const [match = expect.unreachable()] = await sent();
    const [yes = id(''), no = id('')] = match.memberIds;
    await Promise.all([answers(0, match, yes, 'accept'), answers(1, match, no, 'decline')]);
    expect(await sent()).toEqual([]);
    expect(await told('being-reworked')).toEqual([yes]);
    expect(value(await answers(0, match, no, 'decline'))).toBe('declined');
    await invariantsHold(processes[0].deps.rounds, round);
  });

  it('a change that never gets through is given up after twelve tries, not for ever, and nothing is changed', async () => {
    const [first = expect.unreachable()] = leaders;
    let tries = 0;
    const { rounds } = processes[0].deps;
    const commit: typeof rounds.commit = async () => {
      tries += 1;
      return 'conflict';
    };
    const busy = { ...processes[0].deps, rounds: { ...rounds, commit } };
    const round2 = await kickedOff(processes[0], [id(first)]);
    await stepsOf(processes[0], round2).invite();
    const asked = { ...as(id(first), newOp()), roundId: round2 };
    const refused = await answerInvitation(busy, { ...asked, answer: 'joined', disclosureVersion });
    expect(refused).toEqual({ ok: false, error: { code: 'too-busy' } });
    expect(tries).toBe(12);
    expect((await rounds.participant(round2, id(first)))?.value.answer).toBe('none');
  });
});
