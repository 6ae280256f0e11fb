import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { senderPlace } from '../ports/health.js';
import { type Row, storeFault } from '../ports/store.js';
import { isEarlierRun, type Running } from './deps.js';
import { instantAt, millisOf } from './moments.js';

/** Of all instances one sends; the others stand by. Fenced by the row's tag: who lost it cannot renew it. */
export type SenderLease = {
  /** Renews or tries to take it over; called every `leaseEvery`. */
  readonly tick: () => Promise<void>;
  readonly held: () => boolean;
  /** Gives it up at once, so that another need not wait. */
  readonly release: () => Promise<void>;
};

const { partition, key } = senderPlace;
/** A holder that has not renewed for so long stops by itself, before anybody takes over. */
const validFor = 30_000;
/**
 * Others take over when they saw no renewal for so long by their own clock: no two clocks are ever compared. They look every
 * ten seconds, so that it takes fifty-five at the most.
 */
const takeOverAfter = 35_000;

/** What the sender writes beside its name. */
export type SenderNews = {
  /** When it last looked for what is due; null before it has. */
  readonly sweptAt: () => Instant | null;
  /** Until when nobody sends, in milliseconds; whoever takes over keeps to it as well. */
  readonly pausedUntil: () => number;
  readonly pauseUntil: (until: number) => void;
};

const noNews: SenderNews = { sweptAt: () => null, pausedUntil: () => 0, pauseUntil: () => undefined };

/** `since` and `sweptAt` are for people who want to know how delivery is; nothing is decided by them. */
type Told = { readonly since: Instant | null; readonly sweptAt: Instant | null; readonly pausedUntil: Instant | null };
const fieldsOf = (holder: string | null, epoch: number, beat: number, told: Told): Row['fields'] => ({ holder, epoch, beat, ...told });
const holderOf = (row: Row): string | null => (typeof row.fields['holder'] === 'string' ? row.fields['holder'] : null);
const atOf = (row: Row, field: keyof Told): Instant | null => {
  const at = row.fields[field];
  return typeof at === 'string' ? instant(at) : null;
};
const countOf = (row: Row, field: 'epoch' | 'beat'): number => Number(row.fields[field] ?? 0);

/** The longer of two pauses: the one that is written down and one's own. */
const longerPause = (row: Row, own: number): Instant | null => {
  const written = atOf(row, 'pausedUntil');
  const until = Math.max(own, written === null ? 0 : millisOf(written));
  return until === 0 ? null : instantAt(until);
};

const toldOf = (news: SenderNews, row: Row, since: Instant | null): Told => ({
  since,
  sweptAt: news.sweptAt() ?? atOf(row, 'sweptAt'),
  pausedUntil: longerPause(row, news.pausedUntil()),
});

/** The lease as this instance sees it; `news` is what it writes down with each renewal, and what it learns when it takes over. */
export const createSenderLease = (running: Running, news: SenderNews = noNews): SenderLease => {
  const { table, clock, run, log } = running;
  const now = (): number => millisOf(clock.now());
  let mine: Row | null = null;
  let renewedAt = 0;
  let seen: { readonly etag: string; readonly at: number } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const firstRow = async (): Promise<Row> => {
    const fields = fieldsOf(null, 0, 0, { since: null, sweptAt: null, pausedUntil: null });
    await table.commit({ partition, writes: [{ kind: 'insert', key, fields }] });
    return (await table.read(partition, key)) ?? Promise.reject(storeFault('row-unreadable', key));
  };

  const mayTake = (row: Row): boolean => {
    const holder = holderOf(row);
    if (holder === null || holder === run || isEarlierRun(holder, running)) return true;
    if (seen?.etag !== row.etag) seen = { etag: row.etag, at: now() };
    return now() - seen.at >= takeOverAfter;
  };

  const hold = async (row: Row, epoch: number): Promise<void> => {
    const startedAt = now();
    const before = mine;
    const told = toldOf(news, row, before === null ? clock.now() : atOf(row, 'since'));
    if (told.pausedUntil !== null) news.pauseUntil(millisOf(told.pausedUntil));
    mine = await table.swap(row, fieldsOf(run, epoch, countOf(row, 'beat') + 1, told));
    renewedAt = startedAt;
    if (mine !== null && before === null) log.info('delivery.sender-here', { epoch });
    if (mine === null && before !== null) log.warn('delivery.sender-lost', { epoch });
  };

  const tick = async (): Promise<void> => {
    if (mine !== null) return hold(mine, countOf(mine, 'epoch'));
    const row = (await table.read(partition, key)) ?? (await firstRow());
    if (mayTake(row)) await hold(row, countOf(row, 'epoch') + 1);
  };

  return {
    held: () => mine !== null && now() - renewedAt < validFor,
    // One after the other: of two renewals at once the second would find the tag of the first and take the lease for lost.
    tick: () => {
      const mineNow = turn.then(tick);
      turn = mineNow.catch(() => undefined);
      return mineNow;
    },
    release: async () => {
      const held = mine;
      mine = null;
      if (held !== null) await table.swap(held, fieldsOf(null, countOf(held, 'epoch'), countOf(held, 'beat'), toldOf(news, held, null)));
    },
  };
};
