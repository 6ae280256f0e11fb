import { blankNote, isBlank, type NoteContent, saysTheSame } from '@coaching-pairs/shared/notes/note';
import type { NoteView } from '@coaching-pairs/shared/wire/notes';
import { Refusal } from '../../../refusal.js';

/** `conflict`: it was changed elsewhere, and the reader has to choose. `gone`: it was deleted elsewhere. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict' | 'gone';

/** Of a note, or of anything that is one with something more to it. */
export type Draft<Stored extends NoteView = NoteView> = {
  readonly content: NoteContent;
  /** As the bot has it; null before it was first stored. */
  readonly stored: Stored | null;
  readonly state: SaveState;
  /** What stands there instead, while the reader has to choose. */
  readonly theirs: Stored | null;
  readonly fault: unknown;
  /** What was sent last without an answer: it may be stored all the same. */
  readonly tried: NoteContent | null;
};

export type Doors<Stored extends NoteView = NoteView> = {
  readonly send: (stored: Stored | null, content: NoteContent) => Promise<Stored>;
  /** The note as it is now; null where it is no longer. */
  readonly read: () => Promise<Stored | null>;
  /** Runs something later, in milliseconds; the answer calls it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
};

export type Autosave<Stored extends NoteView = NoteView> = ReturnType<typeof newAutosave<Stored>>;

/** Somebody who writes without a pause is saved this often, and what failed is tried again after so long, in milliseconds. */
const saveEvery = 1_500;
const tryAgainAfter = 10_000;

const conflicts: readonly string[] = ['note-changed', 'not-found', 'two-two-moved-on'];
const isConflict = (fault: unknown): boolean => fault instanceof Refusal && conflicts.includes(fault.code);
const waits = ({ state }: Draft): boolean => state === 'conflict' || state === 'gone';

/** Whether something is written that is not stored. A new note is stored with its first letter. */
export const isDirty = ({ content, stored }: Draft): boolean =>
  stored === null ? !isBlank(content) : !saysTheSame(content, stored.content);

export type Begun<Stored extends NoteView = NoteView> = Pick<Draft<Stored>, 'content' | 'stored'>;

type Cell<Stored extends NoteView> = {
  readonly draft: () => Draft<Stored>;
  readonly set: (next: Partial<Draft<Stored>>) => void;
  readonly watch: (tell: () => void) => () => void;
};

const newCell = <Stored extends NoteView>(begun: Begun<Stored>): Cell<Stored> => {
  let draft: Draft<Stored> = { ...begun, state: 'saved', theirs: null, fault: null, tried: null };
  const watchers = new Set<() => void>();
  return {
    draft: () => draft,
    set: (next) => {
      draft = { ...draft, ...next };
      for (const tell of watchers) tell();
    },
    watch: (tell) => {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
  };
};

/** Another version is no conflict where it says what was sent from here, or what was here before: then only its sharing has changed. */
const settle = async <Stored extends NoteView>(
  { read }: Doors<Stored>,
  { draft, set }: Cell<Stored>,
  sent: NoteContent,
  fault: unknown,
): Promise<void> => {
  const theirs = await read();
  if (theirs === null) return set({ state: 'gone' });
  const own = [sent, draft().tried, draft().stored?.content ?? null];
  const same = own.some((content) => content !== null && saysTheSame(theirs.content, content));
  set(same ? { stored: theirs, state: 'saved' } : { theirs, fault, state: 'conflict' });
};

const storeOnce = async <Stored extends NoteView>(doors: Doors<Stored>, cell: Cell<Stored>): Promise<void> => {
  const { content: sent, stored: before } = cell.draft();
  cell.set({ state: 'saving', fault: null });
  try {
    cell.set({ stored: await doors.send(before, sent), state: 'saved' });
  } catch (fault) {
    const settled = isConflict(fault) ? settle(doors, cell, sent, fault) : Promise.reject(fault);
    await settled.catch((other: unknown) => cell.set({ state: 'failed', fault: other, tried: sent }));
  }
};

/** Stores what is written, one call after another, soon after it was written. */
const savingOf = <Stored extends NoteView>(doors: Doors<Stored>, cell: Cell<Stored>) => {
  let running: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  const mayStore = (): boolean => isDirty(cell.draft()) && !waits(cell.draft());
  const forget = (): void => {
    callOff?.();
    callOff = null;
  };
  const plan = (milliseconds: number): void => {
    callOff ??= doors.later(milliseconds, () => void save());
  };
  const save = (): Promise<void> => {
    forget();
    if (running === null && mayStore()) {
      running = storeOnce(doors, cell).finally(() => {
        running = null;
        if (mayStore()) plan(cell.draft().state === 'failed' ? tryAgainAfter : saveEvery);
      });
    }
    return running ?? Promise.resolve();
  };
  /** False where that did not work. */
  const flush = async (): Promise<boolean> => {
    await running;
    for (let tries = 0; tries < 3 && mayStore(); tries += 1) await save();
    forget();
    return !isDirty(cell.draft());
  };
  return { plan, save, flush, isRunning: (): boolean => running !== null };
};

/** Keeps one note stored while it is written, and never over what another device has written. */
export const newAutosave = <Stored extends NoteView>(doors: Doors<Stored>, begun: Begun<Stored>) => {
  const cell = newCell(begun);
  const { draft, set, watch } = cell;
  const { plan, save, flush, isRunning } = savingOf(doors, cell);
  return {
    ...{ draft, watch, save, flush },
    change: (content: NoteContent): void => {
      set({ content, ...(waits(draft()) || isRunning() ? {} : { state: 'waiting' }) });
      if (!waits(draft()) && !isRunning()) plan(saveEvery);
    },
    /** The note was deleted, or everything erased: nothing of it is stored again. */
    end: (): void => set({ stored: null, content: blankNote(draft().content.kind), state: 'saved' }),
    /** What another call has made of it, such as sharing it. */
    took: (stored: Stored): void => set({ stored }),
    /** What another device has made of it is taken over, unless something is being written here. */
    offer: (found: Stored): void => {
      const { stored } = draft();
      if (stored !== null && !isDirty(draft()) && !isRunning() && found.changedAt > stored.changedAt)
        set({ stored: found, content: found.content });
    },
    /** The reader has chosen: their own words over what stands there, or those. */
    keep: (whose: 'mine' | 'theirs'): Promise<void> => {
      const { theirs, content, state } = draft();
      if (state === 'gone') set({ stored: null, state: 'waiting' });
      else if (theirs !== null) set({ stored: theirs, theirs: null, state: 'saved', content: whose === 'mine' ? content : theirs.content });
      return save();
    },
  };
};
