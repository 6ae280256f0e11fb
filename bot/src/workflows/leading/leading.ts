import type { RoundId } from '@coaching-pairs/shared/ids';
import { milestonesOf } from '@coaching-pairs/shared/pictures/milestones';
import { tieMapOf } from '@coaching-pairs/shared/pictures/ties';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Leading, LeadingList, LeadingView } from '@coaching-pairs/shared/wire/leading';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../../ports/rounds.js';
import { awaydayShown } from '../awayday/plan.js';
import type { Actor, Deps } from '../deps.js';
import type { NamesWanted } from '../name-pages.js';
import { namedIn, organisationOf } from '../organisation.js';
import { roundPulse } from '../pulse/pulse-view.js';
import type { Refusal } from '../refusal.js';
import { announcedPairs } from '../round-pairs.js';
import { leaderPage, leadingListOf } from './leader-page.js';
import { shownMap } from './pictures.js';

type Asked = { readonly roundId: RoundId; readonly actor: Actor };

const readAsLeader = async (deps: Deps, { roundId, actor }: Asked): Promise<Result<VersionedContent, Refusal>> => {
  const found = await deps.rounds.round(roundId);
  if (found === null || found.value.leaderId !== actor.personId || found.value.state === 'draft') return err({ code: 'not-found' });
  const all = await deps.rounds.everything(roundId);
  return all === null ? err({ code: 'not-found' }) : ok(all);
};

/**
 * A round for whoever leads it, also where it is not for them (CP-03): who joined, the pairs, the Awayday and the closing pulse as all
 * read them; no declines, no sessions, nothing that anybody wrote (CP-33). Nobody else can tell such a round from none (S-11).
 */
export const leadingOf = async (deps: Deps, words: Words, asked: Asked): Promise<Result<Leading, Refusal>> => {
  const [all, organisation] = await Promise.all([readAsLeader(deps, asked), organisationOf(deps)]);
  if (!all.ok) return all;
  const { value: round } = all.value.round;
  const pairs = announcedPairs(round, all.value.content);
  const { id, name, state, startsOn, endsOn } = round;
  return ok({
    ...{ id, name, state, startsOn, endsOn },
    peoplePartner: namedIn(organisation)(round.peoplePartnerId),
    timeLine: [...milestonesOf(round, deps.clock.now())],
    page: leaderPage({ all: all.value, organisation, words }),
    pairCount: pairs.length,
    map: round.announced ? shownMap(tieMapOf(pairs, organisation.functionOf)) : null,
    awayday: awaydayShown(round, deps.clock.now()),
    pulse: roundPulse(round, deps.clock.now()),
  });
};

/** More of one list of that page, for whoever leads the round alone (S-11). */
export const leadingListFor = async (
  deps: Deps,
  words: Words,
  asked: Asked,
  { view, ...wanted }: NamesWanted & { readonly view: LeadingView },
): Promise<Result<LeadingList, Refusal>> => {
  const [all, organisation] = await Promise.all([readAsLeader(deps, asked), organisationOf(deps)]);
  return all.ok ? ok(leadingListOf({ all: all.value, organisation, words }, view, wanted)) : all;
};
