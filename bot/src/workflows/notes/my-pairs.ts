import type { PairId, PersonId } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Deps } from '../deps.js';

/** A pair or trio that somebody is in now, and who else is. */
export type OwnPair = { readonly round: Round; readonly pairId: PairId; readonly partnerIds: readonly PersonId[] };

export type Standing = {
  /** They have joined some round, and so have read who sees what (C-01). */
  readonly joined: boolean;
  readonly pairs: readonly OwnPair[];
};

type NotesDeps = Pick<Deps, 'rounds'>;

const pairIdOf = (participant: Participant | undefined): PairId | null =>
  participant?.match.kind === 'paired' ? participant.match.pairId : null;

/** Those who are in the pair with `me` at this moment: whoever has left it reads nothing more of it. */
const partnersNow = async ({ rounds }: NotesDeps, round: Round, pairId: PairId, me: PersonId): Promise<readonly PersonId[]> => {
  const pair = await rounds.pair(round.id, pairId);
  const others = pair?.value.memberIds.filter((id) => id !== me) ?? [];
  const rows = await Promise.all(others.map((id) => rounds.participant(round.id, id)));
  return others.filter((_id, at) => pairIdOf(rows[at]?.value) === pairId);
};

const pairIn = async (deps: NotesDeps, round: Round, participant: Participant | undefined): Promise<readonly OwnPair[]> => {
  const pairId = pairIdOf(participant);
  if (participant === undefined || pairId === null || round.state === 'closed') return [];
  const partnerIds = await partnersNow(deps, round, pairId, participant.personId);
  return partnerIds.length === 0 ? [] : [{ round, pairId, partnerIds }];
};

/** Where somebody stands: with whom a note can be shared, and whose shared ones they read. With its round a pair's sharing ends. */
export const standingFor = async (deps: NotesDeps, me: PersonId): Promise<Standing> => {
  const rounds = await deps.rounds.list();
  const rows = await Promise.all(rounds.map((round) => deps.rounds.participant(round.id, me)));
  const pairs = await Promise.all(rounds.map((round, at) => pairIn(deps, round, rows[at]?.value)));
  return { joined: rows.some((row) => row?.value.answer === 'joined'), pairs: pairs.flat() };
};
