import { answerInvitation } from '@coaching-pairs/bot/workflows/answer-invitation';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { announceToAll, callToKickOff, inviteEverybody } from '@coaching-pairs/bot/workflows/invite';
import { recordKickOff } from '@coaching-pairs/bot/workflows/kick-off';
import { openNewRound } from '@coaching-pairs/bot/workflows/open-round';
import { chooseAudience } from '@coaching-pairs/bot/workflows/read-directory';
import { rememberNamed } from '@coaching-pairs/bot/workflows/remember-named';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { dayOf, daysAfter } from '@coaching-pairs/shared/time';
import { invariantsHold } from './invariants.js';
import { livingOrganisation, numbersFrom } from './living-organisation.js';
import { memoryTable } from './memory-table.js';
import { stepsOf } from './steps.js';
import { newOp, type Process, plainDirectory, plan, priya, startProcess, value } from './world.js';

const day = 86_400_000;
/** Leaders of an organisation, whose membership of the group is the audience. */
const group = 'leaders';
/** One round of the story: who was asked and who took part, and what came of it. */
export type Year = {
  readonly invited: number;
  readonly joined: number;
  readonly satOut: number;
  readonly joinedOrganisation: number;
  readonly leftOrganisation: number;
  readonly changedManager: number;
  readonly pairs: number;
  readonly withoutPartner: number;
  /** Pairs whose two were never partners before, across two functions. */
  readonly newTies: number;
};

export type Played = {
  readonly roundId: RoundId;
  readonly year: Year;
  readonly invited: ReadonlySet<PersonId>;
  readonly satOut: ReadonlySet<PersonId>;
  readonly pairs: readonly (readonly PersonId[])[];
  /** The organisation as it was when the pairs were formed. */
  readonly people: readonly Person[];
};

const times = (count: number, act: () => void): number => {
  for (let done = 0; done < count; done += 1) act();
  return count;
};

const between = ' + ';
const twosOf = (members: readonly PersonId[]): string[] =>
  members.flatMap((one, place) => members.slice(place + 1).map((other) => [one, other].sort().join(between)));

const membersOf = (two: string): PersonId[] => two.split(between).map(personId);

const datesFrom = (process: Process) => {
  const today = dayOf(process.clock.now());
  return { answersBy: daysAfter(today, 14), startsOn: daysAfter(today, 21), endsOn: daysAfter(today, 203) };
};

const opened = async (process: Process, follows: RoundId | null): Promise<RoundId> => {
  const { deps, through, runWorks } = process;
  const wanted = { ...plan, ...datesFrom(process) };
  value(await rememberNamed(deps, [wanted.leaderId, wanted.peoplePartnerId, ...wanted.administratorIds]));
  const roundId = value(await openNewRound(deps, { opId: newOp(), actor: priya, plan: wanted, follows }));
  const audience = { kind: 'group', groupId: group, name: 'Leaders' } as const;
  if (follows === null) await through(await chooseAudience(deps, { roundId, opId: newOp(), actor: priya, audience }));
  else await runWorks();
  return roundId;
};

const asksAll = async (process: Process, roundId: RoundId, sitsOut: () => boolean) => {
  const { deps, through } = process;
  const asked = () => ({ roundId, opId: newOp(), actor: priya });
  await through(await callToKickOff(deps, { ...asked(), on: dayOf(process.clock.now()) }));
  value(await recordKickOff(deps, { ...asked(), commonApproach: '' }));
  await through(await inviteEverybody(deps, asked()));
  const { content } = await stepsOf(process, roundId).content();
  const invited = new Set(content.participants.flatMap((one) => (one.invitedAt === null ? [] : [one.personId])));
  const satOut = new Set<PersonId>();
  for (const personId of invited) {
    const answer = sitsOut() ? 'sitting-out' : 'joined';
    if (answer === 'sitting-out') satOut.add(personId);
    const actor = { personId, name: personId, opener: false };
    value(
      await answerInvitation(deps, {
        roundId,
        opId: newOp(),
        actor,
        ...(answer === 'joined' ? { answer, disclosureVersion } : { answer }),
      }),
    );
  }
  return { invited, satOut };
};

const paired = async (process: Process, roundId: RoundId) => {
  const steps = stepsOf(process, roundId);
  await steps.draft();
  await steps.send();
  await steps.allAccept();
  const { content } = await steps.content();
  const without = content.participants
    .filter(({ answer, match }) => answer === 'joined' && match.kind !== 'paired')
    .map((one) => one.personId);
  await process.through(await announceToAll(process.deps, { roundId, opId: newOp(), actor: priya, withoutPartner: without }));
  await invariantsHold(process.deps.rounds, roundId);
  return { pairs: content.pairs.map(({ memberIds }) => memberIds), without };
};

/** Several rounds of an organisation one after the other, each opened from the one before, through the use cases that pages and cards call. */
export const playYears = async (told: {
  readonly people: number;
  readonly rounds: number;
  readonly seed: number;
}): Promise<readonly Played[]> => {
  const random = numbersFrom(told.seed);
  const organisation = livingOrganisation(told.people, random);
  const groups: Record<string, readonly PersonId[]> = {};
  const process = startProcess(memoryTable(), plainDirectory(organisation.people, groups));
  const met = new Set<string>();
  const played: Played[] = [];
  const few = Math.ceil(told.people / 20);
  for (let count = 0; count < told.rounds; count += 1) {
    const first = count === 0;
    const joinedOrganisation = first ? 0 : times(few, organisation.hire);
    const leftOrganisation = first ? 0 : times(few, organisation.leave);
    const changedManager = first ? 0 : times(few, organisation.move);
    groups[group] = organisation.leaders().map(({ id }) => id);
    const before = played.at(-1)?.roundId ?? null;
    const roundId = await opened(process, before);
    const { invited, satOut } = await asksAll(process, roundId, () => random() < 0.15);
    const { pairs, without } = await paired(process, roundId);
    if (before !== null) value(await endRound(process.deps, { roundId: before, opId: newOp(), actor: priya }));
    const people = [...organisation.people];
    const functionOf = new Map(people.map(({ id, department }) => [id, department]));
    const fresh = pairs.flatMap(twosOf).filter((two) => !met.has(two));
    const newTies = fresh.filter((two) => new Set(membersOf(two).map((id) => functionOf.get(id))).size === 2).length;
    for (const two of fresh) met.add(two);
    const [joined, withoutPartner] = [invited.size - satOut.size, without.length];
    const counts = { invited: invited.size, joined, satOut: satOut.size, pairs: pairs.length, withoutPartner, newTies };
    played.push({ roundId, invited, satOut, pairs, people, year: { ...counts, joinedOrganisation, leftOrganisation, changedManager } });
    process.clock.advance(182 * day);
  }
  return played;
};

/** What a story of years must never show, in words: empty when all is well. */
export const faultsOf = (played: readonly Played[]): readonly string[] => {
  const met = new Map<string, number>();
  const faults: string[] = [];
  for (const [count, { pairs, people, invited, satOut }] of played.entries()) {
    const known = organise({ people, corrections: [], functions: [] });
    const functionOf = new Map(people.map(({ id, department }) => [id, department]));
    for (const two of pairs.flatMap(twosOf)) {
      const [one = personId(''), other = personId('')] = membersOf(two);
      const earlier = met.get(two);
      if (earlier !== undefined) faults.push(`${two} were partners in rounds ${earlier + 1} and ${count + 1}`);
      met.set(two, count);
      if (functionOf.get(one) === functionOf.get(other)) faults.push(`${two} are of one function in round ${count + 1}`);
      if (chainAbove(known, one).includes(other) || chainAbove(known, other).includes(one)) faults.push(`${two} are in one line`);
    }
    const next = played[count + 1];
    for (const id of satOut) {
      const stays = next?.people.some((one) => one.id === id) === true;
      if (stays && next?.invited.has(id) !== true) faults.push(`${id} sat out round ${count + 1} and was not invited again`);
    }
    for (const id of invited)
      if (!people.some((one) => one.id === id)) faults.push(`${id} was invited to round ${count + 1} after leaving`);
  }
  return faults;
};
