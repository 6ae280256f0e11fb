import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import type { Notes } from '@coaching-pairs/shared/wire/notes';
import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.js';
import { askSandbox } from './ask.js';
import type { Round } from './round.js';

const Outlook = z.array(z.object({ subject: z.string(), text: z.string(), start: z.string(), attendees: z.array(z.unknown()) }));

/** What stands in somebody's Outlook, in the order in which it came there. */
export const outlookOf = (sandbox: Sandbox, name: string): Promise<z.infer<typeof Outlook>> =>
  askSandbox(sandbox.url(), `/sandbox/calendars/${sandbox.as(name).id}`, Outlook);

/** What somebody does in the space of their pair. */
export type InPair = {
  readonly sees: () => Promise<PairSpace>;
  /** Saves a first version of the agreement, with this word on confidentiality. */
  readonly agrees: (confidentiality: string) => Promise<unknown>;
  readonly confirms: (version: number) => Promise<unknown>;
  /** Writes a note; shown to the partner where that is wanted. */
  readonly notes: (id: string, text: string, shown?: 'shown') => Promise<void>;
  readonly reads: () => Promise<Notes>;
  /** Books all six where both are free. */
  readonly books: () => Promise<Sessions>;
  readonly ends: () => Promise<unknown>;
};

export const inPair = (sandbox: Sandbox, { id: roundId }: Round, name: string): InPair => {
  const person = sandbox.as(name);
  const params = { roundId };
  return {
    sees: () => person.calls(routes.pairSpace, params),
    agrees: (confidentiality) => {
      const terms = { ...firstTerms(2), confidentiality };
      return person.calls(routes.changePair, params, { change: { kind: 'agree', base: 0, terms, words: noWords } });
    },
    confirms: (version) => person.calls(routes.changePair, params, { change: { kind: 'confirm', version } }),
    notes: async (noteId, text, shown) => {
      const { note } = await person.calls(routes.addNote, {}, { noteId, content: { kind: 'note', heading: '', text } });
      if (shown !== undefined) await person.calls(routes.shareNote, { noteId }, { version: note.version, roundId });
    },
    reads: () => person.calls(routes.notes, {}),
    books: async () => {
      const starts = (await person.calls(routes.sessionTimes, params)).sessions.map(({ start }) => start);
      const how = { having: 0, minutes: 60, place: 'teams', isPrivate: true, outlook: true } as const;
      return person.calls(routes.bookSessions, params, { starts, ...how });
    },
    ends: () => person.calls(routes.changePair, params, { change: { kind: 'end' } }),
  };
};
