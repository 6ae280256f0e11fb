import type { Table } from '@coaching-pairs/bot/ports/store';
import { organisationStore } from '@coaching-pairs/bot/storage/organisation';
import { answerInvitation } from '@coaching-pairs/bot/workflows/answer-invitation';
import { answerProposal } from '@coaching-pairs/bot/workflows/answer-proposal';
import type { Actor } from '@coaching-pairs/bot/workflows/deps';
import { expireSuggestions } from '@coaching-pairs/bot/workflows/expire-suggestions';
import { settleSuggestion } from '@coaching-pairs/bot/workflows/settle-suggestion';
import { suggestPartner } from '@coaching-pairs/bot/workflows/suggest-partner';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import { instant, type PersonId, personId, proposalId, roundId } from '@coaching-pairs/shared/ids';
import { held, isOpen } from '@coaching-pairs/shared/round/nomination';
import { member, type Participant } from '@coaching-pairs/shared/round/participation';
import { draftProposal, type Proposal, sendProposal } from '@coaching-pairs/shared/round/proposal';
import { openRound } from '@coaching-pairs/shared/round/round';
import fc from 'fast-check';
import { expect } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { newOp, plainDirectory, plan, priya, startProcess, value } from './world.js';

const at = instant('2026-11-23T09:00:00.000Z');
const round = roundId('interleaved');
const names = ['Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Nora'];
/** Nora reports to Sam; Tom and Lena belong to one function. */
export const people = [
  personNamed('Ruth'),
  ...['Maya', 'Priya', 'Omar', 'Sam', 'Aisha', 'Jonas'].map((name) => personNamed(name, { under: 'Ruth' })),
  ...['Tom', 'Lena'].map((name) => personNamed(name, { under: 'Ruth', department: 'Sales' })),
  personNamed('Nora', { under: 'Sam' }),
];
const against: readonly (readonly string[])[] = [['nora', 'sam']];

const verbs = ['accept', 'decline', 'nominate', 'nominate', 'withdraw', 'pass', 'keep', 'leave', 'expire'] as const;
type Act = { readonly verb: (typeof verbs)[number]; readonly who: number; readonly which: number };
/** What happens, some of it at the same moment. */
export const interleaving = fc.array(
  fc.array(fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(5), which: fc.nat(11) }), { minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 6 },
);

/** Three matches that are with their people, in an empty table; nothing of it depends on a clock. */
export const seeded = async (table: Table): Promise<void> => {
  await organisationStore(table).savePeople(people, []);
  const { deps } = startProcess(table, plainDirectory([...people]));
  const made = { id: round, seed: 7, disclosureVersion: 1, by: priya.personId, at };
  const opened = { ...value(openRound(plan, made)), state: 'proposed' as const, topId: personId('ruth'), waves: 1 };
  const ids = names.map((name) => personId(name.toLowerCase()));
  const twos = [0, 2, 4].map((place) => [ids[place], ids[place + 1]].filter((id): id is PersonId => id !== undefined));
  const proposals = twos.map((members, place): Proposal => {
    const draft = draftProposal(proposalId(`match-${place}`), members, [], { locked: false, byHand: false });
    return value(sendProposal(draft, 1, at));
  });
  const participants = ids.map((id, place): Participant => {
    const match = { kind: 'open', proposalId: proposalId(`match-${Math.floor(place / 2)}`) } as const;
    return { ...member(id), answer: 'joined', disclosureVersion: 1, match };
  });
  const written = <T>(values: readonly T[]) => values.map((one) => ({ value: one, etag: null }));
  const rows = { round: { value: opened, etag: null }, participants: written(participants), proposals: written(proposals) };
  expect(await deps.rounds.commit({ roundId: round, opId: newOp(), ...rows, audit: [] })).toBe('committed');
};

/** Two processes over one table, in which people act at the same moment. */
export const playSuggestions = async (table: Table, groups: readonly (readonly Act[])[]): Promise<void> => {
  let now = Date.parse(at);
  const clock = { now: () => instant(new Date(now).toISOString()), advance: () => undefined };
  const two = ['one', 'two'].map((instance) => startProcess(table, plainDirectory([...people]), clock, instance));
  const depsOf = (place: number) => two[place % 2]?.deps ?? expect.unreachable();
  const content = async () => (await depsOf(0).rounds.everything(round))?.content ?? expect.unreachable();
  const asked = (who: Actor) => ({ roundId: round, opId: newOp(), actor: who });

  const act = async ({ verb, who, which }: Act, place: number) => {
    const deps = depsOf(place);
    const { participants, proposals } = await content();
    const me = participants[who % participants.length] ?? expect.unreachable();
    const actor = { personId: me.personId, name: '', opener: false };
    const [mine, open] = [held(me), proposals.filter(isOpen)];
    const one = open[which % Math.max(1, open.length)]?.id ?? proposalId('none');
    const before = mine[which % Math.max(1, mine.length)] ?? proposalId('none');
    const nominee = participants[which % participants.length]?.personId ?? me.personId;
    if (verb === 'accept' || verb === 'decline') return answerProposal(deps, { ...asked(actor), proposalId: before, answer: verb });
    if (verb === 'nominate') return suggestPartner(deps, { ...asked(actor), nominee });
    if (verb === 'withdraw') return withdrawMatch(deps, { ...asked(priya), proposalId: one });
    if (verb === 'leave') return answerInvitation(deps, { ...asked(actor), answer: 'sitting-out' });
    if (verb === 'expire') return expireSuggestions(deps);
    return settleSuggestion(deps, { ...asked(priya), proposalId: one, pass: verb === 'pass' });
  };

  for (const group of groups) {
    await Promise.all(group.map(act));
    await invariantsHold(depsOf(0).rounds, round);
    for (const { memberIds } of (await content()).pairs) expect(against).not.toContainEqual([...memberIds].sort());
  }
  // Every suggestion is answered by its last day, or lapses; what organisers suggested waits for them.
  now += 30 * 86_400_000;
  await expireSuggestions(depsOf(1));
  await invariantsHold(depsOf(0).rounds, round);
  const after = await content();
  expect(after.proposals.filter((one) => isOpen(one) && one.nominatedBy !== null)).toEqual([]);
  expect(after.participants.flatMap(({ asks }) => asks)).toEqual([]);
};
