import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Round } from '@coaching-pairs/shared/round/round';
import { type RoundContent, standingPairs } from '@coaching-pairs/shared/round/standing';
import { namesPerPage, type RoundPairs } from '@coaching-pairs/shared/wire/leading';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Actor, Deps } from './deps.js';
import { type NamesWanted, pageByName } from './name-pages.js';
import { namedIn, organisationOf } from './organisation.js';
import { peopleIndex } from './people-index.js';
import type { Refusal } from './refusal.js';

/** Pairs are known once they were announced, not because a round was closed before (CP-33). */
export const showsPairs = (round: Round, participant: Participant): boolean => round.announced && participant.answer === 'joined';

/** Who is in the pairs that were announced and have not ended; nobody before. */
export const announcedPairs = (round: Round, content: Pick<RoundContent, 'pairs'>): readonly (readonly PersonId[])[] =>
  round.announced ? standingPairs(content).map(({ memberIds }) => memberIds) : [];

/**
 * The announced pairs, a page in the order of names, for whoever has joined the round and for whoever leads it. There are none for others
 * of its population, and none before; nobody else can tell such a round from none (CP-33, S-11).
 */
export const roundPairsOf = async (
  deps: Deps,
  words: Words,
  { roundId, actor }: { readonly roundId: RoundId; readonly actor: Actor },
  wanted: NamesWanted,
): Promise<Result<RoundPairs, Refusal>> => {
  const [found, mine] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, actor.personId)]);
  if (found === null || found.value.state === 'draft') return err({ code: 'not-found' });
  const leads = found.value.leaderId === actor.personId;
  if (mine === null && !leads) return err({ code: 'not-found' });
  const isShown = leads ? found.value.announced : mine !== null && showsPairs(found.value, mine.value);
  const [all, organisation] = await Promise.all([isShown ? deps.rounds.snapshot(roundId) : null, organisationOf(deps)]);
  if (all === null) return ok({ pairs: [], total: 0, next: null });
  const items = announcedPairs(all.round.value, all.content);
  const listed = { items, idsOf: (memberIds: readonly PersonId[]) => memberIds, most: namesPerPage };
  const { page, ...rest } = pageByName(peopleIndex(all, organisation, words), listed, wanted);
  const named = namedIn(organisation);
  return ok({ pairs: page.map((memberIds) => memberIds.map(named)), ...rest });
};
