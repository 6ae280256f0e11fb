import type { Instant, PersonId, PlainDate } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { waitingInOutlook } from '@coaching-pairs/shared/reminders/in-outlook';
import { nextReminder, type Reminded, type Reminder } from '@coaching-pairs/shared/reminders/next-reminder';
import { type Occasion, occasionsOf, type ReminderKind } from '@coaching-pairs/shared/reminders/occasions';
import { laterOf } from '@coaching-pairs/shared/reminders/pause';
import { quietPairs } from '@coaching-pairs/shared/reminders/rhythm';
import { workingTimeOf } from '@coaching-pairs/shared/reminders/working-time';
import { isBeingEnded } from '@coaching-pairs/shared/retention/pair-texts';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Round, RoundState } from '@coaching-pairs/shared/round/round';
import type { OutboxMessage } from '../ports/outbox.js';
import type { ToldZones } from '../ports/zones.js';
import { namesAwaited } from './awayday/names-awaited.js';
import type { Deps } from './deps.js';
import { isReminder, lookAhead, reminderMessage } from './messages.js';
import { endingTextsOf } from './my-data/ending-texts.js';
import { organisationOf } from './organisation.js';
import { endPauses } from './pause-reminders.js';
import { zoneAmong } from './whereabouts.js';

const minute = 60_000;
/** Between two plannings, by the clock of the product. */
const planEvery = 5 * minute;
/** People looked at before others get their turn. */
const atOnce = 50;

const withQuestions: readonly RoundState[] = ['inviting', 'matching', 'proposed', 'active', 'awayday'];

const millisOf = (at: Instant): number => Date.parse(at);

/** One round as it is planned for. */
type Scene = {
  readonly round: Round;
  readonly occasions: ReadonlyMap<PersonId, readonly Occasion[]>;
  readonly messages: readonly OutboxMessage[];
  /** Whom organisers have set aside, and until when. */
  readonly aside: ReadonlyMap<PersonId, PlainDate>;
};

/** What is common to all rounds: a person is reminded once a day, whichever round it is about. */
type Sight = {
  readonly organisation: Organisation;
  readonly zones: ReadonlyMap<PersonId, ToldZones>;
  readonly pauses: ReadonlyMap<PersonId, PlainDate>;
  readonly reminded: ReadonlyMap<PersonId, readonly Reminded[]>;
  readonly waiting: Set<PersonId>;
};

const grouped = <T>(all: readonly T[], personOf: (one: T) => PersonId): ReadonlyMap<PersonId, readonly T[]> => {
  const groups = new Map<PersonId, T[]>();
  for (const one of all) {
    const group = groups.get(personOf(one));
    if (group === undefined) groups.set(personOf(one), [one]);
    else group.push(one);
  }
  return groups;
};

/** Once a round is closed, its pairs hear of one thing alone: that what they share is deleted (C-10). */
const ofPairs = async (deps: Deps, round: Round, pairs: readonly Pair[], aside: Scene['aside']): Promise<readonly Occasion[]> => {
  if (pairs.length === 0) return [];
  if (round.state === 'closed') return endingTextsOf(deps, round, pairs);
  const [now, sessions] = [deps.clock.now(), await deps.rounds.allSessions(round.id)];
  return [
    ...quietPairs(
      round,
      pairs.filter(({ memberIds }) => memberIds.every((id) => !aside.has(id))),
      sessions,
      now,
    ),
    ...waitingInOutlook(round, pairs, sessions, now),
  ];
};

const sceneOf = async (deps: Deps, id: Round['id']): Promise<Scene | null> => {
  // What was told is read last: whatever is answered or sent meanwhile makes a reminder fewer, never one more.
  const [all, unreachable] = await Promise.all([deps.rounds.everything(id), deps.rounds.unreachable(id)]);
  const messages = await deps.rounds.messages(id);
  if (all === null) return null;
  const unheard = new Set(unreachable.map(({ personId }) => personId));
  const round = all.round.value;
  const aside = asideIn(round, all.content.participants, deps.clock.now());
  const names = await namesAwaited(deps, round, all.content);
  const open = [...occasionsOf(round, all.content), ...names, ...(await ofPairs(deps, round, all.content.pairs, aside))].filter(
    ({ to }) => !unheard.has(to),
  );
  return { round, occasions: grouped(open, ({ to }) => to), messages, aside };
};

const remindedBy = (messages: readonly OutboxMessage[]): readonly { readonly to: PersonId; readonly reminded: Reminded }[] =>
  messages.filter(isReminder).flatMap(({ to, kind, subject, finishedAt: at }) => {
    // A reminder that perhaps arrived, and is not sent again for that reason, counts as one.
    return at === null ? [] : [{ to, reminded: { kind: kind as ReminderKind, subject: subject.about ?? '', at } }];
  });

const sightOf = async (deps: Deps, scenes: readonly Scene[]): Promise<Sight> => {
  const [organisation, zones, pauses] = await Promise.all([organisationOf(deps), deps.zones.all(), deps.pauses.all()]);
  const messages = scenes.flatMap((scene) => scene.messages);
  const reminded = [...grouped(remindedBy(messages), ({ to }) => to)].map(([to, all]) => [to, all.map((one) => one.reminded)] as const);
  const waiting = new Set(messages.filter((one) => isReminder(one) && one.finishedAt === null).map(({ to }) => to));
  return { organisation, zones, pauses, reminded: new Map(reminded), waiting };
};

const reminderFor = (
  sight: Sight,
  { round, occasions, aside }: Scene,
  counts: ReadonlyMap<PersonId, number>,
  to: PersonId,
  now: Instant,
) => {
  const { organisation, zones, pauses, reminded, waiting } = sight;
  const person = organisation.people.get(to);
  if (person?.enabled !== true) return null;
  const { zone } = zoneAmong(organisation, round, to, zones.get(to));
  const told = { messages: counts.get(to) ?? 0, reminders: reminded.get(to) ?? [], waiting: waiting.has(to) };
  const where = { zone, hours: workingTimeOf(person), pausedUntil: laterOf(pauses.get(to) ?? null, aside.get(to) ?? null) };
  return nextReminder(occasions.get(to) ?? [], told, where, now);
};

/** Written once, however many instances come to the same: the operation is made of what it is about and which of them it is. */
const write = async (deps: Deps, round: Round, reminder: Reminder): Promise<boolean> => {
  const message = reminderMessage(round.id, reminder);
  const outcome = await deps.rounds.commit({ roundId: round.id, opId: message.opId, outbox: [message], audit: [] });
  return outcome === 'committed';
};

const otherTurns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const planRound = async (deps: Deps, sight: Sight, scene: Scene): Promise<number> => {
  const counts = new Map([...grouped(scene.messages, ({ to }) => to)].map(([to, all]) => [to, all.length] as const));
  const now = deps.clock.now();
  let written = 0;
  for (const [index, to] of [...scene.occasions.keys()].entries()) {
    if (index % atOnce === 0) await otherTurns();
    const reminder = reminderFor(sight, scene, counts, to, now);
    if (reminder === null || millisOf(reminder.due.at) > millisOf(now) + lookAhead) continue;
    sight.waiting.add(to);
    if (await write(deps, scene.round, reminder)) written += 1;
  }
  return written;
};

/** Writes every reminder that is due within three hours, and those that are overdue, into the outbox of its round; answers how many. */
export const planReminders = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const rounds = (await deps.rounds.list()).filter((round) => withQuestions.includes(round.state) || isBeingEnded(round, now));
  const found: (Scene | null)[] = [];
  for (const { id } of rounds) found.push(await sceneOf(deps, id));
  const scenes = found.filter((scene) => scene !== null);
  if (scenes.length === 0) return 0;
  const sight = await sightOf(deps, scenes);
  let written = 0;
  for (const scene of scenes) written += await planRound(deps, sight, scene);
  return written;
};

/** The same at most every five minutes, however often it is asked; at once when the clock was set. */
export const reminderPlanner = (deps: Deps): (() => Promise<number>) => {
  let last: number | undefined;
  return async () => {
    const now = millisOf(deps.clock.now());
    if (last !== undefined && Math.abs(now - last) < planEvery) return 0;
    const written = await planReminders(deps);
    await endPauses(deps);
    last = now;
    return written;
  };
};
