import type { Table } from '@coaching-pairs/bot/ports/store';
import { organisationStore } from '@coaching-pairs/bot/storage/organisation';
import { answerInvitation } from '@coaching-pairs/bot/workflows/answer-invitation';
import { answerAsk } from '@coaching-pairs/bot/workflows/choosing/answer-ask';
import { askPartner } from '@coaching-pairs/bot/workflows/choosing/ask-partner';
import { pairInPerson } from '@coaching-pairs/bot/workflows/choosing/run-board';
import type { Deps } from '@coaching-pairs/bot/workflows/deps';
import { expireSuggestions } from '@coaching-pairs/bot/workflows/expire-suggestions';
import { announceToAll } from '@coaching-pairs/bot/workflows/invite';
import { endMyPair } from '@coaching-pairs/bot/workflows/pair/end-pair';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { instant, type PersonId, personId, proposalId, roundId } from '@coaching-pairs/shared/ids';
import { isOpen } from '@coaching-pairs/shared/round/nomination';
import { member, type Participant } from '@coaching-pairs/shared/round/participation';
import { openRound } from '@coaching-pairs/shared/round/round';
import fc from 'fast-check';
import { expect } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { newOp, plainDirectory, plan, priya, startProcess, value } from './world.js';

const at = instant('2026-11-23T09:00:00.000Z');
export const round = roundId('in-the-open');
const names = ['Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Nora'];
/** Nora reports to Sam; Tom and Lena belong to one function. */
export const people = [
  personNamed('Ruth'),
  ...['Maya', 'Priya', 'Omar', 'Sam', 'Aisha', 'Jonas'].map((name) => personNamed(name, { under: 'Ruth' })),
  ...['Tom', 'Lena'].map((name) => personNamed(name, { under: 'Ruth', department: 'Sales' })),
  personNamed('Nora', { under: 'Sam' }),
];
const against: readonly (readonly string[])[] = [
  ['nora', 'sam'],
  ['lena', 'tom'],
];

const verbs = ['ask', 'ask', 'ask', 'yes', 'yes', 'no', 'take-back', 'in-person', 'end', 'leave', 'join', 'expire', 'freeze'] as const;
type Act = { readonly verb: (typeof verbs)[number]; readonly who: number; readonly which: number };
/** What happens on the board, some of it at the same moment. */
export const interleaving = fc.array(
  fc.array(fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(5), which: fc.nat(11) }), { minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 7 },
);

/** An open board of six who have joined, in an empty table. */
export const openBoardIn = async (table: Table): Promise<void> => {
  await organisationStore(table).savePeople(people, []);
  const { deps } = startProcess(table, plainDirectory([...people]));
  const made = { id: round, seed: 7, disclosureVersion, by: priya.personId, at };
  const opened = { ...value(openRound({ ...plan, mode: 'open-choice' }, made)), state: 'choosing' as const, topId: personId('ruth') };
  const participants = names.map((name): Participant => ({ ...member(personId(name.toLowerCase())), answer: 'joined', disclosureVersion }));
  const rows = { round: { value: opened, etag: null }, participants: participants.map((one) => ({ value: one, etag: null })) };
  expect(await deps.rounds.commit({ roundId: round, opId: newOp(), ...rows, audit: [] })).toBe('committed');
};

const asOf = (personOf: PersonId) => ({ personId: personOf, name: '', opener: false });
const contentOf = async (deps: Deps) => (await deps.rounds.everything(round))?.content ?? expect.unreachable();

const played = async (deps: Deps, { verb, who, which }: Act): Promise<unknown> => {
  const { participants, proposals } = await contentOf(deps);
  const me = participants[who % participants.length] ?? expect.unreachable();
  const other = participants[which % participants.length]?.personId ?? me.personId;
  const asked = { roundId: round, opId: newOp(), actor: asOf(me.personId) };
  const own = me.match.kind === 'open' ? me.match.proposalId : proposalId('none');
  const before = me.asks[which % Math.max(1, me.asks.length)] ?? proposalId('none');
  const formed = proposals[which % Math.max(1, proposals.length)]?.id ?? proposalId('none');
  switch (verb) {
    case 'ask':
      return askPartner(deps, { ...asked, personId: other });
    case 'yes':
      return answerAsk(deps, { ...asked, proposalId: before, answer: 'accept' });
    case 'no':
      // Also to an ask that may be over, or be somebody else's.
      return answerAsk(deps, { ...asked, proposalId: which % 3 === 0 ? formed : before, answer: 'decline' });
    case 'take-back':
      return answerAsk(deps, { ...asked, proposalId: own, answer: 'decline' });
    case 'in-person':
      return pairInPerson(deps, { ...asked, actor: priya, memberIds: [me.personId, other] });
    case 'end':
      return endMyPair(deps, asked);
    case 'leave':
      return answerInvitation(deps, { ...asked, answer: 'sitting-out' });
    case 'join':
      return answerInvitation(deps, { ...asked, answer: 'joined', disclosureVersion });
    case 'expire':
      return expireSuggestions(deps);
    case 'freeze':
      return announceToAll(deps, { ...asked, actor: priya, withoutPartner: [] });
  }
};

/** Two processes over one table, in which people ask, answer and leave at the same moment, and the board freezes at some time. */
export const playChoosing = async (table: Table, groups: readonly (readonly Act[])[]): Promise<void> => {
  let now = Date.parse(at);
  const clock = { now: () => instant(new Date(now).toISOString()), advance: () => undefined };
  const two = ['one', 'two'].map((instance) => startProcess(table, plainDirectory([...people]), clock, instance));
  const processOf = (place: number) => two[place % 2] ?? expect.unreachable();
  const { deps } = processOf(0);
  for (const group of groups) {
    const freezes = group.some(({ verb }) => verb === 'freeze');
    await Promise.all(group.map((act, place) => played(processOf(place).deps, act)));
    if (freezes) await processOf(1).runWorks();
    await invariantsHold(deps.rounds, round);
    for (const { memberIds } of (await contentOf(deps)).pairs) expect(against).not.toContainEqual([...memberIds].sort());
  }
  // Whatever was never answered lapses: with the freezing, and at the latest with its last day.
  now += 30 * 86_400_000;
  await expireSuggestions(processOf(1).deps);
  await invariantsHold(deps.rounds, round);
  const after = await contentOf(deps);
  expect(after.proposals.filter(isOpen)).toEqual([]);
  expect(after.participants.flatMap(({ asks }) => asks)).toEqual([]);
  for (const { state, ending } of after.proposals) expect([state, ending !== null]).toEqual([state, state !== 'formed']);
};
