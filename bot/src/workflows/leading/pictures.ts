import type { PersonId } from '@coaching-pairs/shared/ids';
import { milestonesOf } from '@coaching-pairs/shared/pictures/milestones';
import { type TieMap, tieMapOf } from '@coaching-pairs/shared/pictures/ties';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import { type RoundContent, standingPairs, tallyOf } from '@coaching-pairs/shared/round/standing';
import type { Leading, Pictures } from '@coaching-pairs/shared/wire/leading';
import { readAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';

/** As it travels. */
export const shownMap = ({ functions, ties }: TieMap): NonNullable<Leading['map']> => ({ functions: [...functions], ties: [...ties] });

type RoundOfPictures = Pictures['rounds'][number];

const shownRound = (round: Round, content: RoundContent, functionOf: ReadonlyMap<PersonId, string>): RoundOfPictures => {
  const { id, name, startsOn } = round;
  const { population, joined, pairs } = tallyOf(content);
  const members = standingPairs(content).map((pair) => pair.memberIds);
  return { id, name, startsOn, population, joined, pairs, map: shownMap(tieMapOf(members, functionOf)) };
};

const newestFirst = (one: Round, other: Round): number => (one.startsOn < other.startsOn ? 1 : one.startsOn > other.startsOn ? -1 : 0);

/**
 * The pictures of a round for one of its administrators, beside those of every other announced round that names them too: of rounds that
 * do not, nothing is told. Functions are those of the organisation as it is now.
 */
export const picturesOf = async (
  deps: Deps,
  asked: { readonly roundId: Round['id']; readonly actor: Actor },
): Promise<Result<Pictures, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { value: round } = all.value.round;
  const [{ functionOf }, rounds] = await Promise.all([organisationOf(deps), deps.rounds.list()]);
  const mine = rounds.filter((one) => one.announced && isAdministrator(one, asked.actor.personId)).sort(newestFirst);
  const contents = await Promise.all(mine.map(({ id }) => (id === round.id ? all.value : deps.rounds.everything(id))));
  return ok({
    ...{ id: round.id, name: round.name, timeLine: [...milestonesOf(round, deps.clock.now())] },
    rounds: mine.flatMap((one, at) => {
      const read = contents[at];
      return read == null ? [] : [shownRound(one, read.content, functionOf)];
    }),
  });
};
