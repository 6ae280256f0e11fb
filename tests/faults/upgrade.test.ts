import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering } from './fleet/answers.js';
import { answerIn, buildReleases } from './fleet/builds.js';
import type { ProductProcess } from './fleet/children.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const leaders = 12;

let fleet: Fleet;
let builds: Awaited<ReturnType<typeof buildReleases>>;
beforeAll(async () => {
  [fleet, builds] = [await openFleet({ leaders }), await buildReleases()];
}, 600_000);
afterAll(async () => {
  await fleet?.close();
  await builds?.remove();
});

/** Answers as they stand in the table, and the versions of their rows. */
const stored = async () => {
  const answers = new Map<string, unknown>();
  const versions = new Set<unknown>();
  for await (const { key, fields } of fleet.table.list(roundPartition(fleet.crowd.round), { prefix: 'participant~' })) {
    answers.set(key.slice('participant~'.length), answerIn(fields['body']));
    versions.add(fields['version']);
  }
  return { answers, versions: [...versions] };
};

describe('three releases, of which the second reads a new form of stored data and the third writes it', () => {
  it('[R-13] [R-18] one is killed and all are replaced one by one while leaders answer, forward and back: nothing fails, nothing is lost', {
    timeout: 600_000,
  }, async () => {
    const serving = new Set<ProductProcess>();
    const start = async (instance: string, file: string): Promise<ProductProcess> => {
      const one = await fleet.start(instance, 0, file);
      serving.add(one);
      return one;
    };
    const stop = async (one: ProductProcess): Promise<void> => {
      one.signal('SIGTERM');
      expect(await one.ended).toMatchObject({ code: 0, signal: null });
      serving.delete(one);
    };
    const sends = async (instance: string): Promise<boolean> =>
      String((await fleet.table.read('delivery', 'sender'))?.fields['holder']).startsWith(`${instance}@`);
    let one = await start('one', builds.between);
    await until('The first sends', () => sends('one'));
    let two = await start('two', builds.between);
    const { seen, last, end } = answering(fleet, serving);
    const more = async (count: number): Promise<void> => {
      const from = seen.answers;
      await until('More answers', () => seen.answers >= from + count);
    };
    await more(2 * leaders);

    // Killed, and the next release begins in its place: it sends, and moves rows while the other still writes the old form.
    serving.delete(one);
    one.signal('SIGKILL');
    await one.ended;
    one = await start('one', builds.after);
    await until('Rows are moved beside the release before', () => one.log().includes('"event":"stored.moved"'));
    await more(2 * leaders);
    expect(one.log()).not.toContain('stored.settled');
    await stop(two);
    two = await start('two', builds.after);
    await until('No old row is left', () => one.log().includes('"event":"stored.settled"'));
    expect((await stored()).versions).toEqual([2]);

    // Two releases back do not go together with what is stored, and say so.
    await expect(fleet.start('back', 0, builds.today)).rejects.toThrow('What is stored is of form 2, and this version reads up to form 1');
    // One release back does, beside the newer one and alone.
    await stop(one);
    one = await start('one', builds.between);
    await more(2 * leaders);
    await stop(two);
    two = await start('two', builds.between);
    await more(2 * leaders);
    expect((await stored()).versions).toContain(1);
    // And forward again.
    await stop(one);
    one = await start('one', builds.after);
    await stop(two);
    await until('No old row is left', () => one.log().includes('"event":"stored.settled"'));
    await more(leaders);
    await end();

    expect(seen.failed).toEqual([]);
    const { answers, versions } = await stored();
    expect([...last].filter(([who, given]) => answers.get(who) !== given)).toEqual([]);
    expect(versions).toEqual([2]);
    told(
      `${seen.answers} answers over ${seen.by.size} processes of two releases: ${seen.cut} cut off by the kill and given again, none failed, none lost`,
    );
  });
});
