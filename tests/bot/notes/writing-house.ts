import type { NoteContent } from '@coaching-pairs/shared/notes/note';
import type { Notes, NoteView } from '@coaching-pairs/shared/wire/notes';
import { type Answer, type House, type HouseOptions, openHouse } from '../api/house.js';
import { type PlayedRound, pathOf, playRound, spring } from '../api/played-round.js';

export const note = (text: string, heading = ''): NoteContent => ({ kind: 'note', heading, text });

export type WritingHouse = Awaited<ReturnType<typeof openWritingHouse>>;

const pairOf = async (round: PlayedRound, at: number): Promise<readonly [string, string]> => {
  const proposal = (await round.sent())[at];
  const [one = '', other = ''] = proposal?.members ?? [];
  for (const who of [one, other]) await round.says(who, proposal?.id ?? '', 'accept');
  return [one, other];
};

/** A round with two pairs over real HTTP, whose vault can be locked. */
export const openWritingHouse = async (options: Pick<HouseOptions, 'directory'> = {}) => {
  const house: House = await openHouse({ ...options, store: 'memory', now: Date.parse('2026-11-20T09:00:00.000Z') });
  const round = playRound(house, 'spring', spring);
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.proposes();
  const [pair, otherPair] = [await pairOf(round, 0), await pairOf(round, 0)];
  let made = 0;
  const newId = (): string => `note-${String(++made).padStart(4, '0')}`;
  const tries = (who: string, name: 'saveNote' | 'shareNote' | 'deleteNote', id: string, body: object): Promise<Answer> =>
    house.call(who, name === 'deleteNote' ? 'POST' : 'PUT', pathOf(name, { noteId: id }), { opId: round.opId(), ...body });
  return {
    ...{ house, round, pair, otherPair, newId, tries },
    reads: (who: string): Promise<Notes> => round.does(who, 'notes'),
    writes: async (who: string, content: NoteContent, noteId = newId()): Promise<NoteView> =>
      (await round.does(who, 'addNote', { noteId, content })).note,
    saves: async (who: string, { id, version }: NoteView, content: NoteContent): Promise<NoteView> =>
      (await round.does(who, 'saveNote', { version, content }, { noteId: id })).note,
    shares: async (who: string, { id, version }: NoteView, roundId: string | null = round.id): Promise<NoteView> =>
      (await round.does(who, 'shareNote', { version, roundId }, { noteId: id })).note,
    close: house.close,
  };
};
