import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { milestonesOf } from '@coaching-pairs/shared/pictures/milestones';
import { tieMapOf } from '@coaching-pairs/shared/pictures/ties';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { standingPairs } from '@coaching-pairs/shared/round/standing';
import type { Leading } from '@coaching-pairs/shared/wire/leading';
import type { VersionedContent } from '../../ports/rounds.js';
import { awaydayShown } from '../awayday/plan.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import { roundPulse } from '../pulse/pulse-view.js';
import type { Refusal } from '../refusal.js';
import { leaderPage } from './leader-page.js';
import { shownMap } from './pictures.js';

const announcedPairs = ({ round, content }: VersionedContent): readonly (readonly PersonId[])[] =>
  round.value.announced ? standingPairs(content).map(({ memberIds }) => memberIds) : [];

/**
 * A round for whoever leads it, also where it is not for them (CP-03): who joined, the pairs, the Awayday and the closing pulse as all
 * read them; no declines, no sessions, nothing that anybody wrote (CP-33). Nobody else can tell such a round from none (S-11).
 */
export const leadingOf = async (
  deps: Deps,
  { roundId, actor }: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<Leading, Refusal>> => {
  const found = await deps.rounds.round(roundId);
  if (found === null || found.value.leaderId !== actor.personId || found.value.state === 'draft') return err({ code: 'not-found' });
  const [all, organisation] = await Promise.all([deps.rounds.everything(roundId), organisationOf(deps)]);
  if (all === null) return err({ code: 'not-found' });
  const { value: round } = all.round;
  const named = namedIn(organisation);
  const pairs = announcedPairs(all);
  const { id, name, state, startsOn, endsOn } = round;
  return ok({
    ...{ id, name, state, startsOn, endsOn },
    peoplePartner: named(round.peoplePartnerId),
    timeLine: [...milestonesOf(round, deps.clock.now())],
    page: leaderPage(all, named),
    pairs: pairs.map((members) => members.map(named)),
    map: round.announced ? shownMap(tieMapOf(pairs, organisation.functionOf)) : null,
    awayday: awaydayShown(round, deps.clock.now()),
    pulse: roundPulse(round, deps.clock.now()),
  });
};
