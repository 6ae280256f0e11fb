import { createHash } from 'node:crypto';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { BoardMarks, Boards } from '../ports/boards.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { RoundChange } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';

const keys = { shown: keyOf('board', 'shown'), any: keyOf('board', 'any') } as const;

/** Two small rows in the batch of a change, of which the last writer may win: nobody waits for anybody to write them. */
export const boardWrites = ({ board, opId }: RoundChange): readonly Write[] => {
  if (board === undefined) return [];
  const marked = (key: string): Write => ({ kind: 'upsert', key, fields: { version: 1, mark: opId } });
  return board === 'everybody' ? [marked(keys.any), marked(keys.shown)] : [marked(keys.any)];
};

const markOf: Boards['markOf'] = (shown, ownTag) =>
  createHash('sha256')
    .update(JSON.stringify([shown, ownTag]))
    .digest('base64url')
    .slice(0, 22);

const markIn = async (table: Table, round: RoundId, key: string): Promise<string> => {
  const row = await table.read(roundPartition(round), key);
  return row === null ? '' : String(row.fields.mark);
};

/** Which changes with every write to the board; only where it has, the other row is worth reading. */
const anyIn = (table: Table, round: RoundId): Promise<string> => markIn(table, round, keys.any);

const marksIn = async (table: Table, round: RoundId): Promise<BoardMarks> => {
  const [any, shown] = await Promise.all([anyIn(table, round), markIn(table, round, keys.shown)]);
  return { any, shown };
};

const tagsIn = async (table: Table, round: RoundId): Promise<ReadonlyMap<string, string>> => {
  const tags = new Map<string, string>();
  const prefix = prefixOf('participant');
  for await (const { key, etag } of table.list(roundPartition(round), { prefix })) tags.set(partsOf(key)[1] ?? '', etag);
  return tags;
};

/** Whoever asks while something is being read shares the reading after it with all who do, so that none is older than its question. */
const shared = <T>(read: (round: RoundId) => Promise<T>): ((round: RoundId) => Promise<T>) => {
  type Line = { readonly running: Promise<T>; next: Promise<T> | null };
  const lines = new Map<RoundId, Line>();
  const begin = (round: RoundId): Promise<T> => {
    const line: Line = { running: read(round), next: null };
    lines.set(round, line);
    const over = (): void => {
      if (line.next === null) lines.delete(round);
    };
    line.running.then(over, over);
    return line.running;
  };
  return (round) => {
    const line = lines.get(round);
    if (line === undefined) return begin(round);
    const again = () => begin(round);
    line.next ??= line.running.then(again, again);
    return line.next;
  };
};

/** How everybody's own mark was made when a round was last looked at. */
type Look = { readonly any: string; readonly shown: string; readonly tags: ReadonlyMap<string, string> };

const ownMark = ({ shown, tags }: Look, person: PersonId): string => markOf(shown, tags.get(person) ?? null);

/** Somebody who waits for another mark than the one they know. */
type Waiting = {
  readonly person: PersonId;
  readonly known: string;
  readonly tell: (mark: string) => void;
  readonly fail: (fault: unknown) => void;
};

const lookAfter = async (table: Table, round: RoundId, before: Look | null): Promise<Look> => {
  const any = await anyIn(table, round);
  if (any === before?.any) return before;
  // What is read after `any` may be newer, which the next look finds, and never older.
  const [shown, tags] = await Promise.all([markIn(table, round, keys.shown), tagsIn(table, round)]);
  return { any, shown, tags };
};

/**
 * One look at one row for all who wait on a round in this process; only where something has changed the rows of its people are listed,
 * once for all of them, to find whose it was.
 */
const lookOnce = async (table: Table, round: RoundId, waiting: ReadonlySet<Waiting>, before: Look | null): Promise<Look> => {
  const look = await lookAfter(table, round, before);
  for (const { person, known, tell } of [...waiting]) {
    const mark = ownMark(look, person);
    if (mark !== known) tell(mark);
  }
  return look;
};

export type BoardSettings = {
  /** How often a round is looked at on which somebody waits, however many do; in milliseconds. */
  readonly lookEvery: number;
  /** How long somebody waits before they are told that nothing is new; in milliseconds. */
  readonly patience: number;
};

const usual: BoardSettings = { lookEvery: 250, patience: 8_000 };

/** A process that ends does not wait for it. */
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());

/** Those who wait on one round, how it was when it was last looked at for them, and until when it is, though nobody waits. */
type Watched = { readonly waiting: Set<Waiting>; look: Look | null; until: number };

type Watch = BoardSettings & { readonly ended: () => void };

/**
 * Looks for as long as anybody waits, and a while longer: phones that have all been told of a pair come back one after the other, and none
 * is to begin anew. Whoever waits while the store does not answer is told so.
 */
const watch = async (table: Table, round: RoundId, watched: Watched, { lookEvery, patience, ended }: Watch): Promise<void> => {
  const { waiting } = watched;
  while (waiting.size > 0 || performance.now() < watched.until) {
    if (waiting.size > 0) watched.until = performance.now() + patience;
    try {
      watched.look = await lookOnce(table, round, waiting, watched.look);
    } catch (fault) {
      for (const { fail } of [...waiting]) fail(fault);
    }
    await pause(lookEvery);
  }
  ended();
};

const waitAmong = (all: Set<Waiting>, person: PersonId, known: string, patience: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const ends =
      <T>(settle: (given: T) => void) =>
      (given: T): void => {
        clearTimeout(timer);
        all.delete(one);
        settle(given);
      };
    const one: Waiting = { person, known, tell: ends(resolve), fail: ends(reject) };
    const timer = setTimeout(() => one.tell(known), patience);
    all.add(one);
  });

/** Marks of the boards on which partners are chosen, over one table. */
export const boardsOver = (table: Table, settings: BoardSettings = usual): Boards => {
  const watchedRounds = new Map<RoundId, Watched>();
  const marks = shared((round) => marksIn(table, round));
  let stopped = false;

  const wait = (round: RoundId, person: PersonId, known: string): Promise<string> => {
    const before = watchedRounds.get(round);
    const watched = before ?? { waiting: new Set<Waiting>(), look: null, until: 0 };
    const news = waitAmong(watched.waiting, person, known, settings.patience);
    if (before === undefined) {
      watchedRounds.set(round, watched);
      void watch(table, round, watched, { ...settings, ended: () => watchedRounds.delete(round) });
    }
    return news;
  };

  const isCurrent: Boards['isCurrent'] = (round, person, known) => {
    const look = watchedRounds.get(round)?.look ?? null;
    return look !== null && ownMark(look, person) === known;
  };

  return {
    marks,
    markOf,
    isCurrent,
    next: async (round, person, known) => {
      if (isCurrent(round, person, known) && !stopped) return wait(round, person, known);
      const own = table.read(roundPartition(round), keyOf('participant', person));
      const [{ shown }, row] = await Promise.all([marks(round), own]);
      const mark = markOf(shown, row?.etag ?? null);
      return mark === known && !stopped ? wait(round, person, known) : mark;
    },
    stop: () => {
      stopped = true;
      for (const watched of watchedRounds.values()) {
        for (const { known, tell } of [...watched.waiting]) tell(known);
        watched.until = 0;
      }
    },
  };
};
