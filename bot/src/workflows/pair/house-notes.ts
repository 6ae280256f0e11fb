import { type GuidePlace, writeNote } from '@coaching-pairs/shared/guidance/house-notes';
import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { inState, isAdministrator, openStates } from '@coaching-pairs/shared/round/round';
import type { HouseNotes } from '@coaching-pairs/shared/wire/pair';
import { changeAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

type About = { readonly roundId: RoundId; readonly actor: Actor };

/** The notes beside the guidance, for everybody in the round and for those who run it. */
export const houseNotesOf = async (deps: Deps, { roundId, actor }: About): Promise<Result<HouseNotes, Refusal>> => {
  const [round, participant] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, actor.personId)]);
  if (round === null) return err({ code: 'not-found' });
  const isInIt = participant !== null && round.value.state !== 'draft';
  if (!isInIt && !isAdministrator(round.value, actor.personId)) return err({ code: 'not-found' });
  return ok({ notes: round.value.houseNotes.map(({ about, text, at }) => ({ about, text, at })) });
};

type Writing = About & { readonly opId: OperationId; readonly about: GuidePlace; readonly text: string };

/** An administrator writes a note of the house beside one piece of guidance, or takes it away (CP-95). Refused once the round is closed. */
export const writeHouseNote = (deps: Deps, asked: Writing): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const open = inState(round.value, ...openStates);
    if (!open.ok) return open;
    const { about, text, actor } = asked;
    const houseNotes = writeNote(round.value.houseNotes, { about, text, by: actor.personId, at: deps.clock.now() });
    if (houseNotes === round.value.houseNotes) return ok(null);
    return ok({ action: 'guidance.note', subject: { about }, round: { value: { ...round.value, houseNotes }, etag: round.etag } });
  });
