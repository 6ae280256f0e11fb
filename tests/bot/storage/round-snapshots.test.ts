import { leaverStore } from '@coaching-pairs/bot/storage/leavers';
import { roundSnapshots } from '@coaching-pairs/bot/storage/round-snapshots';
import { roundStore } from '@coaching-pairs/bot/storage/rounds';
import { operationId, type PersonId, type RoundId, roundId } from '@coaching-pairs/shared/ids';
import { member } from '@coaching-pairs/shared/round/participation';
import { describe, expect, it } from 'vitest';
import { id, roundsFor } from '../../shared/round/people.js';
import { memoryTable } from '../workflows/memory-table.js';

const noWaking = async () => undefined;
const spring = roundsFor().inviting;

/** One table with two instances of the product over it, and a round of one person. */
const house = async () => {
  const table = memoryTable();
  const [one, other] = [roundStore(table, noWaking), roundStore(table, noWaking)];
  let operations = 0;
  const commit = (change: Omit<Parameters<typeof one.commit>[0], 'opId' | 'audit' | 'roundId'>, round: RoundId = spring.id) => {
    operations += 1;
    return other.commit({ roundId: round, opId: operationId(`op-${operations}`), audit: [], ...change });
  };
  const add = (person: PersonId) => commit({ participants: [{ value: member(person), etag: null }] });
  await commit({ round: { value: spring, etag: null } });
  await add(id('Sam'));
  const seen = async () => (await one.snapshot(spring.id))?.content.participants.map(({ personId }) => personId);
  return { table, one, other, commit, add, seen };
};

describe('a round that is kept for questions', () => {
  it('is read once for as long as nothing of it is written, and anew once another instance has written', async () => {
    const { one, add, commit, seen } = await house();
    const first = await one.snapshot(spring.id);
    expect(await one.snapshot(spring.id)).toBe(first);
    await commit({ wishes: [{ value: { by: id('Sam'), closely: [], trusted: [] }, etag: null }] });
    expect(await one.snapshot(spring.id)).toBe(first);
    await add(id('Lena'));
    expect(await one.snapshot(spring.id)).toEqual(await one.everything(spring.id));
    expect(await seen()).toEqual([id('Lena'), id('Sam')]);
    expect(await one.snapshot(roundId('nothing'))).toBeNull();
  });

  it('[C-09] forgets whoever was erased', async () => {
    const { table, seen } = await house();
    expect(await seen()).toEqual([id('Sam')]);
    const leavers = leaverStore(table, 'contoso');
    await leavers.note({ personId: id('Sam'), noticedAt: spring.createdAt });
    await leavers.erase({ id: id('Sam'), texts: [] }, [spring.id]);
    expect(await seen()).not.toContain(id('Sam'));
  });

  it('is let go when too many others were asked for since, or it has grown old; what could not be read is asked for again', async () => {
    const { table, one } = await house();
    const read: string[] = [];
    let works = false;
    const snapshot = roundSnapshots(
      table,
      async (round) => {
        read.push(round);
        if (!works) throw new Error('The store does not answer.');
        return one.everything(round);
      },
      { most: 2, mostAge: 60_000 },
    );
    const asks = (name: string) => snapshot(roundId(name));
    await expect(asks('a')).rejects.toThrow('does not answer');
    works = true;
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await asks(name);
    expect(read).toEqual(['a', 'a', 'b', 'c', 'b']);
    const brief = roundSnapshots(table, one.everything, { most: 2, mostAge: 1 });
    const first = await brief(spring.id);
    await expect.poll(async () => (await brief(spring.id)) === first).toBe(false);
  });
});
