import type { PersonId, PlainDate, RoundId } from '@coaching-pairs/shared/ids';
import { firstFigure } from '@coaching-pairs/shared/progress/rhythm-figure';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { answerDays } from '@coaching-pairs/shared/round/answer-day';
import { isPutToPeople } from '@coaching-pairs/shared/round/nomination';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

/** As it was published; nothing is worked out when somebody looks (C-03). */
const rhythmOf = (round: Round): Progress['rhythm'] => {
  const { rhythm } = round;
  if (rhythm === null) return { kind: 'none', from: firstFigure(round) };
  if (rhythm.share === null) return { kind: 'over', on: rhythm.on };
  return { kind: 'shown', on: rhythm.on, share: rhythm.share.kind, percent: rhythm.share.percent };
};

/** What everybody who looks after the round may know of: no suggestion is counted (CP-31). */
const matchesOf = (round: Round, { proposals }: RoundContent, today: PlainDate): Progress['matches'] => {
  const open = proposals.filter(isPutToPeople);
  const [firstDay = null] = open.flatMap(({ answerBy }) => answerBy ?? []).sort();
  return { open: open.length, firstDay, ...answerDays(round, today) };
};

/** In the order of names. */
const pausedIn = (aside: ReadonlyMap<PersonId, PlainDate>, named: (id: PersonId) => Named): Progress['paused'] =>
  [...aside].map(([id, until]) => ({ person: named(id), until })).sort((one, other) => one.person.name.localeCompare(other.person.name));

/** How a round goes, for its administrators. Of sessions there is the published share and nothing else (CP-72). */
export const progressOf = async (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<Progress, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { content, round } = all.value;
  const { name, state, timeZone } = round.value;
  const now = deps.clock.now();
  const named = namedIn(await organisationOf(deps));
  return ok({
    ...{ name, state },
    rhythm: rhythmOf(round.value),
    matches: matchesOf(round.value, content, localDayOf(now, timeZone)),
    paused: pausedIn(asideIn(round.value, content.participants, now), named),
  });
};
