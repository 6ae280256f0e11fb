import type { NoteContent } from '@coaching-pairs/shared/notes/note';
import type { NoteView } from '@coaching-pairs/shared/wire/notes';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { newIntention } from '../../../data/intention.js';
import { type Autosave, type Begun, type Doors, newAutosave } from './autosave.js';

type OnItsWay = Pick<Autosave, 'end'>;
/** What is being written, or of which the last words are still on their way: whoever comes back to one goes on with it. */
const open = new Map<string, OnItsWay>();

/** Nothing that was written before is stored any more. */
export const discardDrafts = (): void => {
  for (const autosave of open.values()) autosave.end();
  open.clear();
};

/** Leaving the page, or the tab going out of sight, stores at once what is written. */
const useLeaving = <Stored extends NoteView>(id: string, autosave: Autosave<Stored>, put: (stored: Stored) => void): void => {
  const feedback = useFeedback();
  // The notes at the edge of the page outlive it.
  const failed = useRef(feedback.failed);
  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void autosave.save();
    };
    document.addEventListener('visibilitychange', hidden);
    open.set(id, autosave);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      void autosave.flush().then((isStored) => {
        const { stored, fault } = autosave.draft();
        if (!isStored) return failed.current(fault);
        open.delete(id);
        if (stored !== null) put(stored);
      });
    };
  }, [autosave, id, put]);
};

/** Each storing of the same words is one operation until its outcome is known. */
export const useOperations = () => {
  const [intention] = useState(() => newIntention(() => crypto.randomUUID()));
  return async <Answer>(meant: unknown, ask: (opId: string) => Promise<Answer>): Promise<Answer> => {
    try {
      const answer = await ask(intention.idFor(meant));
      intention.settled(null);
      return answer;
    } catch (fault) {
      intention.settled(fault);
      throw fault;
    }
  };
};

export const later = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

type Writing<Stored extends NoteView> = {
  readonly id: string;
  readonly doors: Pick<Doors<Stored>, 'send' | 'read'>;
  readonly found: Stored | null;
  readonly blank: NoteContent;
  /** Puts what is stored into the answer that is kept. */
  readonly put: (stored: Stored) => void;
};

/** Something while it is written, and kept stored. */
export const useAutosaved = <Stored extends NoteView>({ id, doors, found, blank, put }: Writing<Stored>) => {
  const begun: Begun<Stored> = { content: found?.content ?? blank, stored: found };
  const [autosave] = useState(() => (open.get(id) as Autosave<Stored> | undefined) ?? newAutosave({ ...doors, later }, begun));
  const draft = useSyncExternalStore(autosave.watch, autosave.draft);
  useLeaving(id, autosave, put);
  useEffect(() => {
    if (found !== null) autosave.offer(found);
  }, [autosave, found]);
  useEffect(() => {
    if (draft.stored !== null) put(draft.stored);
  }, [draft.stored, put]);
  return { draft, autosave };
};
