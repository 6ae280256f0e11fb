import { startWorkRunner } from '@coaching-pairs/bot/delivery/work-runner';
import { worksOn } from '@coaching-pairs/bot/delivery/works';
import type { Directory, DirectoryReading, SyncToken } from '@coaching-pairs/bot/ports/directory';
import type { Matching, Weighing } from '@coaching-pairs/bot/ports/matching';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import type { SealingKeys } from '@coaching-pairs/bot/ports/sealing';
import type { Table } from '@coaching-pairs/bot/ports/store';
import type { Work } from '@coaching-pairs/bot/ports/works';
import { agreementStore } from '@coaching-pairs/bot/storage/agreements';
import { auditTrail } from '@coaching-pairs/bot/storage/audit/trail';
import { boardsOver } from '@coaching-pairs/bot/storage/boards';
import { conversationStore } from '@coaching-pairs/bot/storage/conversations';
import { deliveryStore } from '@coaching-pairs/bot/storage/deliveries';
import { engagementStore } from '@coaching-pairs/bot/storage/engagements';
import { healthLedger } from '@coaching-pairs/bot/storage/health';
import { insightStore } from '@coaching-pairs/bot/storage/insights';
import { leaverStore } from '@coaching-pairs/bot/storage/leavers';
import { noteStore } from '@coaching-pairs/bot/storage/notes';
import { organisationStore } from '@coaching-pairs/bot/storage/organisation';
import { outageStore } from '@coaching-pairs/bot/storage/outages';
import { pauseStore } from '@coaching-pairs/bot/storage/pauses';
import { pulseStore } from '@coaching-pairs/bot/storage/pulse';
import { reachStore } from '@coaching-pairs/bot/storage/reachability';
import { roundStore } from '@coaching-pairs/bot/storage/rounds';
import { sealingOver } from '@coaching-pairs/bot/storage/sealing/data-keys';
import { seenStore } from '@coaching-pairs/bot/storage/seen';
import { coachRegisterOn } from '@coaching-pairs/bot/storage/two-two';
import { zoneStore } from '@coaching-pairs/bot/storage/zones';
import type { Actor, Deps } from '@coaching-pairs/bot/workflows/deps';
import { workHandlers } from '@coaching-pairs/bot/workflows/work-handlers';
import { feedbackPairs } from '@coaching-pairs/shared/awayday/feedback-pairs';
import { operationId, type PersonId, plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import { costOf, otherPartners } from '@coaching-pairs/shared/matching/cost';
import { match } from '@coaching-pairs/shared/matching/match';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { relaxationsFor } from '@coaching-pairs/shared/matching/relaxations/relaxations';
import { unlockingBrings } from '@coaching-pairs/shared/matching/relaxations/unlocking';
import { chainAbove, peopleBelow } from '@coaching-pairs/shared/organisation/chains';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { personNamed } from '../../shared/organisation/company.js';
import { movableClock, quietLog } from '../delivery/delivery-harness.js';
import { paperVault } from '../notes/paper-vault.js';

export const id = (name: string): PersonId => personNamed(name).id;
export const ids = (...names: readonly string[]): PersonId[] => names.map(id);
export const actor = (name: string, opener = false): Actor => ({ personId: id(name), name, opener });
export const priya = actor('Priya', true);

export const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** A directory that is a plain list; `people` may be changed between two readings, `groups` name members. */
export const plainDirectory = (people: Person[], groups: Readonly<Record<string, readonly PersonId[]>> = {}): Directory => {
  const token = 'token' as SyncToken;
  const known = () => organise({ people, corrections: [], functions: [] });
  const withAbove = (wanted: readonly PersonId[]): Person[] => {
    const line = new Set(wanted.flatMap((one) => [one, ...chainAbove(known(), one)]));
    return people.filter((person) => line.has(person.id));
  };
  const named = (text: string): Person[] => people.filter(({ name, mail }) => `${name} ${mail}`.toLowerCase().includes(text.toLowerCase()));
  return {
    readPeople: async (audience, options) => {
      if (audience.kind === 'group' && groups[audience.id] === undefined) return err({ code: 'audience-not-found', id: audience.id });
      const wanted =
        audience.kind === 'list'
          ? audience.ids
          : audience.kind === 'group'
            ? (groups[audience.id] ?? [])
            : [audience.personId, ...peopleBelow(known(), audience.personId)];
      const here = wanted.filter((one) => people.some((person) => person.id === one));
      const read = withAbove(here);
      await options?.onPage?.({ people: read, removed: [], token, seen: read.length, kept: read.length, startedAgain: false });
      const absent = wanted.filter((one) => !here.includes(one));
      const reading: DirectoryReading = {
        people: read,
        audience: here,
        next: token,
        seen: people.length,
        warnings: absent.length > 0 ? [{ code: 'not-found', ids: absent }] : [],
      };
      return ok(reading);
    },
    people: async (wanted) => ok(withAbove(wanted.filter((one) => people.some((person) => person.id === one)))),
    searchPeople: async (text) => ok(named(text)),
    accountsOf: async () => ok([]),
    searchGroups: async () => ok([]),
    groupMembers: async (group) => ok(groups[group] ?? []),
    peopleBelow: async (person) => ok([person, ...peopleBelow(known(), person)]),
  };
};

export type Process = Awaited<ReturnType<typeof startProcess>>;

let opened = 0;
export const newOp = (about = 'op') => {
  opened += 1;
  return operationId(`${about}-${opened}-${crypto.randomUUID().slice(0, 8)}`);
};

/** As the product matches, without a thread of its own. */
export const inThisThread: Matching = async (asked) => {
  const result = match(asked.participants, asked.rules, asked.options);
  return result.ok
    ? ok({
        ...result.value,
        seconds: 0,
        relaxations: relaxationsFor(asked, asked.options, result.value),
        unlocking: unlockingBrings(asked, result.value),
      })
    : result;
};

/** As the product weighs, without a thread of its own. */
export const weighingHere: Weighing = {
  costOf: async ({ participants, rules, options }, memberIds) => ok(costOf(problemOf(participants, rules, options), memberIds)),
  otherPartners: async ({ participants, rules, options }, about) =>
    ok(otherPartners(problemOf(participants, rules, options), about.personId, about)),
  feedbackPairs: async (asked) => feedbackPairs(asked),
};

/** One run of the product over a table: real stores, real use cases, works run by the real runner when told to. */
export const startProcess = (
  table: Table,
  directory: Directory,
  clock = movableClock(),
  instance = 'one',
  matching = inThisThread,
  keys: SealingKeys = paperVault(),
) => {
  const rounds = roundStore(table, async () => undefined);
  const sealing = sealingOver({ table, keys, clock, newId: () => crypto.randomUUID() });
  const deps: Deps = {
    rounds,
    directory,
    clock,
    organisation: organisationStore(table),
    works: worksOn(table, clock),
    weighing: weighingHere,
    conversations: conversationStore(table),
    zones: zoneStore(table),
    pauses: pauseStore(table),
    sealing,
    notes: noteStore(table, sealing),
    agreements: agreementStore(table, sealing),
    pulse: pulseStore(table, sealing),
    insights: insightStore(table, sealing),
    audit: auditTrail(table, sealing, clock),
    leavers: leaverStore(table, 'tenant'),
    boards: boardsOver(table),
    coachRegister: coachRegisterOn(table),
    engagements: engagementStore(table, sealing, async () => undefined),
    outages: outageStore(table),
    seen: seenStore(table),
    health: healthLedger(table, clock),
    about: { version: '1.2.3', node: '20.19.0' },
    deliveries: deliveryStore(table, async () => undefined, clock),
    reach: reachStore(table, async () => undefined, clock),
    ...{ teamsAppId: 'app', publicUrl: 'https://pairs.example.com' },
    newId: () => crypto.randomUUID(),
  };
  /** Everything that was begun is done, or this throws. */
  const runWorks = async (handlers = workHandlers(deps, matching)): Promise<void> => {
    const runner = startWorkRunner({
      table,
      clock,
      log: quietLog,
      instance,
      partitions: async function* () {
        for (const round of await rounds.list()) if (round.state !== 'closed') yield roundPartition(round.id);
      },
      handlers,
      settings: { lookEvery: 60_000, heartbeatEvery: 60_000, claimFor: 60_000, retryAfter: 0 },
    });
    try {
      await runner.runNow();
    } finally {
      await runner.stop();
    }
  };
  /** Runs the work that a use case began, and answers it as it ended. */
  const through = async (begun: Result<Work, unknown>): Promise<Work> => {
    const { roundId, id: workId } = value(begun);
    await runWorks();
    const ended = await deps.works.read(roundId, workId);
    if (ended === null || ended.state === 'waiting' || ended.state === 'running') throw new Error(`the work did not end: ${ended?.state}`);
    return ended;
  };
  return { deps, clock, table, runWorks, through };
};

export const plan = {
  name: 'Leadership team, spring',
  introduction: 'chief-executive',
  leaderId: id('Maya'),
  peoplePartnerId: id('Priya'),
  administratorIds: [id('Omar')],
  answersBy: plainDate('2026-12-04'),
  startsOn: plainDate('2027-01-11'),
  endsOn: plainDate('2027-07-12'),
} as const;

/** How each person stands, as `name: answer match`, in the order of names. */
export const standings = async (deps: Deps, round: RoundId): Promise<readonly string[]> => {
  const all = await deps.rounds.everything(round);
  return (all?.content.participants ?? []).map(({ personId, answer, match }) => `${personId}: ${answer} ${match.kind}`);
};
