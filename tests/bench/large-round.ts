import { boardHandlers } from '@coaching-pairs/bot/api/board-handlers';
import type { Call, Handlers } from '@coaching-pairs/bot/api/call';
import { deliveryHandlers } from '@coaching-pairs/bot/api/delivery-handlers';
import { leaderHandlers } from '@coaching-pairs/bot/api/leader-handlers';
import { organiserHandlers } from '@coaching-pairs/bot/api/organiser-handlers';
import { peopleHandlers } from '@coaching-pairs/bot/api/people-handlers';
import { roundHandlers } from '@coaching-pairs/bot/api/round-handlers';
import { forQuestions } from '@coaching-pairs/bot/workflows/read-once';
import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { operationId, type RoundId } from '@coaching-pairs/shared/ids';
import { member } from '@coaching-pairs/shared/round/participation';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { memoryTable } from '../bot/workflows/memory-table.js';
import { allJoined, stepsOf } from '../bot/workflows/steps.js';
import { ids, plainDirectory, priya, startProcess } from '../bot/workflows/world.js';
import { personNamed } from '../shared/organisation/company.js';

const words = wordsFor('en-GB');
const everybody = 20_000;
export const inRound = 5_000;

/** Each reports to the one whose number is an eighth of theirs. */
export const organisation = () => [
  ...Array.from({ length: everybody }, (_, index) =>
    personNamed(`Person ${String(index).padStart(5, '0')}`, {
      department: `Department ${index % 40}`,
      ...(index === 0 ? {} : { under: `Person ${String(Math.floor(index / 8)).padStart(5, '0')}` }),
    }),
  ),
  ...['Maya', 'Priya', 'Omar', 'Sam', 'Tom'].map((name) => personNamed(name, { under: 'Person 00000' })),
];

/** A round of 5,000 who have joined, with their matches drafted. */
export const largeRound = async () => {
  const people = organisation();
  const process = startProcess(memoryTable(), plainDirectory(people));
  const { deps } = process;
  const roundId = await allJoined(process, ids('Sam', 'Tom'));
  await deps.organisation.savePeople(people, []);
  const joined = people.slice(0, inRound).map(({ id }) => ({
    value: { ...member(id), answer: 'joined' as const, disclosureVersion },
    etag: null,
  }));
  for (let from = 0; from < joined.length; from += 80)
    await deps.rounds.commit({ roundId, opId: operationId(`add-${from}-x`), participants: joined.slice(from, from + 80), audit: [] });
  await stepsOf(process, roundId).draft();
  return { deps, roundId };
};

const handlers: Partial<Handlers> = {
  ...boardHandlers,
  ...deliveryHandlers,
  ...leaderHandlers,
  ...organiserHandlers,
  ...peopleHandlers,
  ...roundHandlers,
};

const namesByPath = (Object.keys(routes) as RouteName[]).map((name) => {
  const { method, path } = routes[name];
  const keys = [...path.matchAll(/\{(\w+)\}/gu)].map(([, key = '']) => key);
  return { name, method, keys, form: new RegExp(`^${path.replace(/\{\w+\}/gu, '([^/]+)')}$`, 'u') };
});

type Round = { readonly deps: Parameters<typeof forQuestions>[0]; readonly roundId: RoundId };

/** What the bot answers an administrator, without sign-in and without a network. */
export const answersOf = async ({ deps }: Round, method: string, { pathname, searchParams }: URL) => {
  const found = namesByPath.find((one) => one.method === method && one.form.test(pathname));
  const handle =
    found === undefined ? undefined : (handlers[found.name] as ((call: unknown) => ReturnType<Handlers[RouteName]>) | undefined);
  if (found === undefined || handle === undefined)
    return { status: 404, body: { error: { code: 'not-found', message: pathname, correlationId: 'c' } } };
  const values = (found.form.exec(pathname) ?? []).slice(1).map(decodeURIComponent);
  const call = {
    ...{ deps: forQuestions(deps), actor: priya, words, timeZone: 'UTC', body: null },
    query: searchParams.get('q') ?? '',
    queried: (name: string) => searchParams.get(name) ?? '',
    param: (name: string) => values[found.keys.indexOf(name)] ?? '',
  } satisfies Partial<Call<'board'>>;
  const result = await handle(call);
  return result.ok
    ? { status: 200, body: routes[found.name].answer.parse(result.value) }
    : { status: 404, body: { error: { code: result.error.code, message: result.error.code, correlationId: 'c' } } };
};
