import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roundStore } from '@coaching-pairs/bot/storage/rounds';
import { openTable } from '@coaching-pairs/bot/storage/table/open-table';
import { openStore } from '@coaching-pairs/local/store/store';
import { roundId } from '@coaching-pairs/shared/ids';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each } from '../acceptance/driver/ask.js';
import { receivedBy } from '../acceptance/driver/killed-round.js';
import { type Round, until } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { devAccount } from '../store-harness.js';
import { type Answering, answerOf, everybodyAnswers } from './answering.js';
import { chiefId, thousand, thousandLeaders } from './thousand.js';

const administrator = 'Noor Sayegh';
/** Every end that a process may come to, in turn. */
const ends = ['kill', 'stop', 'interrupt', 'kill', 'stop', 'interrupt'] as const;
/** A thousand messages and works for a thousand people take their time on a busy machine. */
const patienceMs = 600_000;
const name = 'A thousand';

let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coaching-pairs-thousand-'));
  await writeFile(join(folder, 'people.csv'), thousandLeaders());
  sandbox = await startSandbox({ people: join(folder, 'people.csv') });
});
afterAll(async () => {
  await sandbox?.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Whose answer stands as they gave it. */
const answeredIn = async (round: Round): Promise<ReadonlySet<string>> =>
  new Set((await round.people()).filter(({ answer, person }) => answer === answerOf(person.id)).map(({ person }) => person.id));

/** Ends the product once so many have answered, starts it again, and looks for everybody who was told so until it ended. */
const endsAt = async (round: Round, how: (typeof ends)[number], answered: number, { acknowledged }: Answering): Promise<void> => {
  await until(
    'The next answers',
    async () => acknowledged.size,
    (size) => size >= answered,
    patienceMs,
  );
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
  await sandbox[how]();
  const told = [...acknowledged];
  await sandbox.restart();
  // A message that was on its way is tried again a minute later.
  await sandbox.advancesClock('PT2M');
  const kept = await answeredIn(round);
  expect(
    told.filter((id) => !kept.has(id)),
    `answers lost by ${how} after ${answered}`,
  ).toEqual([]);
};

/** How often each person's answer was written down, from the stored rows themselves while the product does not run. */
const timesWritten = async (id: string): Promise<ReadonlyMap<string, number>> => {
  const store = await openStore({ folder: join(sandbox.folder, 'store'), say: (sentence) => expect.unreachable(sentence) });
  const table = await openTable({ url: store.tableUrl, name: 'coachingpairs', credential: devAccount });
  const times = new Map<string, number>();
  for (const { by, action } of await roundStore(table, async () => undefined).audit(roundId(id))) {
    if (action.startsWith('answer.')) times.set(by, (times.get(by) ?? 0) + 1);
  }
  await store.stop();
  return times;
};

const hasEnded = ({ state }: { readonly state: string }): boolean => state !== 'waiting' && state !== 'running';
const worksEnd = (round: Round): Promise<void> =>
  until('The end of the works', round.overview, ({ works }) => works.every(hasEnded), patienceMs).then(({ works }) =>
    expect(works.filter(({ state }) => state !== 'done')).toEqual([]),
  );

const invitesAll = async (): Promise<Round> => {
  const entries = (await sandbox.people()).map(({ id }) => id).filter((id) => /^L\d{4}$/u.test(id));
  const opening = { name, leader: chiefId, peoplePartner: 'Judith Amsel', audience: { kind: 'list' as const, entries } };
  const round = await sandbox.opens(administrator, opening);
  await round.calls(routes.announceKickOff, { on: (await round.overview()).startsOn });
  await until('The kick-off', round.overview, ({ state }) => state === 'kick-off', patienceMs);
  await worksEnd(round);
  await round.calls(routes.holdKickOff, { commonApproach: '' });
  await round.calls(routes.openInvitations);
  await worksEnd(round);
  return round;
};

describe('a thousand leaders answer while the product is ended six times: SIGKILL, SIGTERM and Ctrl-C in turn', () => {
  it('[R-11] [R-13] no acknowledged answer is lost, each is written once, and the round goes on to its proposals', {
    timeout: 1_800_000,
  }, async () => {
    const startedAt = performance.now();
    const round = await invitesAll();
    const people = (await round.people()).map(({ person }) => person.id);
    expect(people).toHaveLength(thousand);
    const answering: Answering = { acknowledged: new Set(), unheard: new Set() };
    const ending = (async () => {
      for (const [index, how] of ends.entries()) await endsAt(round, how, Math.round(((index + 0.5) * thousand) / ends.length), answering);
    })();
    await Promise.all([ending, everybodyAnswers(sandbox, people, answering)]);
    const answeredAfter = performance.now() - startedAt;
    const joined = people.filter((id) => answerOf(id) === 'joined');
    expect((await round.overview()).tally).toMatchObject({ joined: joined.length, sittingOut: thousand - joined.length });
    await sandbox.stop();
    const times = await timesWritten(round.id);
    expect(
      people.filter((id) => times.get(id) !== 1),
      'written once',
    ).toEqual([]);
    await sandbox.restart();

    await until('Every invitation', round.overview, ({ toDeliver }) => toDeliver === 0, patienceMs);
    let copies = 0;
    await each(people, 8, async (id) => {
      const { invitation } = await receivedBy(sandbox.as(id), name, 'as-sent');
      // Whoever answered in the tab before theirs was sent is not asked any more; a third copy is never tried.
      expect(invitation, `${id}'s invitation`).toBeLessThanOrEqual(3);
      copies += Math.max(0, invitation - 1);
    });
    await round.calls(routes.beginMatching);
    await worksEnd(round);
    await round.calls(routes.sendProposals);
    await worksEnd(round);
    const { sent, left } = await round.board();
    const matched = sent.flatMap(({ members }) => members.map(({ id }) => id));
    expect([...matched, ...left.map(({ person }) => person.id)].toSorted()).toEqual(joined.toSorted());
    const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000);
    console.info(
      `${thousand} answers through ${ends.length} ends in ${seconds(answeredAfter)} s: ${answering.acknowledged.size} acknowledged, ` +
        `${answering.unheard.size} kept though cut off, none lost, none written twice; ${copies} second copies of invitations; ` +
        `${sent.length} proposals, ${left.length} left over; ${seconds(performance.now() - startedAt)} s in all`,
    );
  });
});
