import type { Table } from '@coaching-pairs/bot/ports/store';
import { conversationStore } from '@coaching-pairs/bot/storage/conversations';
import { messagesTo } from '@coaching-pairs/bot/workflows/messages';
import { operationId, type PersonId, plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { dayOf, daysAfter } from '@coaching-pairs/shared/time';
import { each } from '../../acceptance/driver/ask.js';
import { kickedOff, stepsOf } from '../../bot/workflows/steps.js';
import { type Process, plainDirectory, startProcess } from '../../bot/workflows/world.js';
import { personNamed } from '../../shared/organisation/company.js';

/** Rows of people with a message each, in one batch. */
const perBatch = 45;
/** Who opened the round before the crowd came. */
const first = 2;

export const leadersOf = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => personNamed(`Leader${index}`, { under: 'Ruth', timeZone: 'Europe/London' }));

/** The leaders, and those who run the round. */
export const companyOf = (leaders: readonly Person[]): readonly Person[] => [
  personNamed('Ruth'),
  ...['Maya', 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth' })),
  ...leaders,
];

export type Crowd = { readonly process: Process; readonly round: RoundId; readonly tell: (people: readonly PersonId[]) => Promise<void> };

/**
 * A round that invites, made by the product's own use cases for the first two leaders; all others are written beside them as they
 * were. `tell` puts an invitation for each into the outbox, one for every time that somebody is named.
 */
export const openCrowd = async (table: Table, leaders: readonly Person[]): Promise<Crowd> => {
  const process = startProcess(table, plainDirectory([...companyOf(leaders)]));
  const { deps } = process;
  const today = dayOf(deps.clock.now());
  const dates = { answersBy: daysAfter(today, 14), startsOn: daysAfter(today, 21), endsOn: daysAfter(today, 200) };
  const own = { ...dates, answersBy: plainDate(dates.answersBy) };
  const round = await kickedOff(
    process,
    leaders.slice(0, first).map(({ id }) => id),
    own,
  );
  const steps = stepsOf(process, round);
  await steps.invite();
  await deps.deliveries.takeOut(round, async () => true);
  await deps.organisation.savePeople([...companyOf(leaders)], []);
  const [as] = (await steps.content()).content.participants;
  if (as === undefined) throw new Error('Nobody was invited.');
  const inBatches = async (people: readonly PersonId[], write: (step: readonly PersonId[], from: number) => Promise<unknown>) => {
    for (let from = 0; from < people.length; from += perBatch) await write(people.slice(from, from + perBatch), from);
  };
  const others = leaders.slice(first).map(({ id }) => id);
  await inBatches(others, (step, from) =>
    deps.rounds.commit({
      roundId: round,
      opId: operationId(`crowd.${from}`),
      participants: step.map((personId) => ({ value: { ...as, personId }, etag: null })),
      audit: [],
    }),
  );
  return {
    process,
    round,
    tell: async (people) => {
      const opId = crypto.randomUUID();
      await inBatches(people, (step, from) => {
        const told = { roundId: round, at: deps.clock.now() };
        const outbox = step.flatMap((one, place) =>
          messagesTo([one], 'invitation', { ...told, opId: operationId(`${opId}.${from + place}`) }),
        );
        return deps.rounds.commit({ roundId: round, opId: operationId(`${opId}.${from}`), outbox, audit: [] });
      });
    },
  };
};

type Chat = { readonly conversationId: string; readonly serviceUrl: string; readonly botId: string };

/** The bot has a chat with each of them, written as the product would, without the look whether there is one. */
export const introduce = (table: Table, tenantId: string, people: readonly PersonId[], chatOf: (id: string) => Chat): Promise<void> => {
  const blind = conversationStore({ ...table, read: async () => null });
  return each(people, 16, (personId) => blind.remember({ tenantId, personId, ...chatOf(personId) }));
};
