import { roundId } from '@coaching-pairs/shared/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { openChoosingHouse } from './choosing-house.js';

describe('what two ask each other on the board', () => {
  const [asker, nominee] = ['Ana', 'Finn'];
  /** Who stands nowhere near: another on the board, the round leader, both administrators, and who sits out. */
  const others = ['Ben', 'Maya', 'Priya', 'Omar', 'Nils'];

  /** What came of it, in two worlds: one asks and the other refuses, or the other way round. */
  const live = async (asks: string, refuses: string) => {
    const world = await openChoosingHouse();
    try {
      const { house } = world;
      const [before, lines] = [await world.views(others), house.lines.length];
      await world.asks(asks, refuses);
      const [waiting, asked] = [await world.views(others), await world.parts()];
      await world.answers(refuses, 'decline');
      const [over, refused] = [await world.views(others), await world.parts()];
      const calls = house.lines.slice(lines);
      await world.pairs('Cleo', 'Dev');
      await world.freezes();
      const frozen = await world.views(others);
      const { people: left } = await world.round.does('Priya', 'people');
      await world.round.works('beginMatching');
      const drafted = await world.views(['Priya', 'Omar']);
      const [parts, record] = [[asked, refused, await world.parts()], await world.record()];
      const audit = await house.deps.rounds.audit(roundId(world.round.id));
      return { ...{ before, waiting, over, frozen, drafted, calls, parts, record, audit, left }, rows: await world.rows() };
    } finally {
      await world.house.close();
    }
  };
  let world: Awaited<ReturnType<typeof live>>;
  let other: ReturnType<typeof live> | null = null;
  /** The same with the two in each other's place, lived once. */
  const reversed = (): ReturnType<typeof live> => {
    other ??= live(nominee, asker);
    return other;
  };
  beforeAll(async () => {
    world = await live(asker, nominee);
  });

  it('[CP-33] [CP-24d] changes nothing that anybody else can read by any route, neither while it waits nor after a no', () => {
    for (const viewer of others) {
      expect([viewer, world.waiting.get(viewer)]).toEqual([viewer, world.before.get(viewer)]);
      expect([viewer, world.over.get(viewer)]).toEqual([viewer, world.before.get(viewer)]);
    }
  });

  it('[CP-33] nor does who asked whom show when the board is frozen, and those who are left are matched anew', async () => {
    const turned = await reversed();
    for (const at of ['frozen', 'drafted'] as const)
      for (const viewer of others) expect([at, viewer, turned[at].get(viewer)]).toEqual([at, viewer, world[at].get(viewer)]);
    expect(world.left.find(({ person }) => person.id === idOf(asker))?.standing).toBe('free');
  });

  it('[CP-33] [S-20] is in no part of a list, in nothing that is taken along, nor in how the product is', async () => {
    const turned = await reversed();
    expect(turned.parts).toEqual(world.parts);
    for (const asked of ['audit?q=answer', 'people?answer=joined', 'boardPage?view=sent', 'health'])
      expect(world.parts.flat().filter((one) => one.startsWith(`${asked} 200 `))).toHaveLength(3);
    for (const { record } of [world, turned]) {
      expect(record).toContain('choosing.open');
      for (const trace of [idOf(asker), idOf(nominee), 'proposal.answer']) expect(record).not.toContain(trace);
    }
  });

  it('[S-20] is in no line of the log, and the audit does not say with whom', () => {
    expect(world.calls.filter((line) => /Ana|Finn|askPartner|answerAsk|-ana-|-finn-/u.test(line))).toEqual([]);
    const acts = world.audit.filter(({ by }) => [idOf(asker), idOf(nominee)].some((id) => id === by));
    expect(acts.map(({ action }) => action)).toContain('proposal.answer');
    for (const { by, subject } of acts) {
      const about = by === idOf(asker) ? nominee : asker;
      expect(JSON.stringify(subject)).not.toContain(idOf(about));
      expect(Object.keys(subject)).not.toContain('proposalId');
    }
  });
});
