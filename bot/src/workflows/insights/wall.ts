import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { addInsight, isWallOpen, mostInsights, putUpWall, readsWall } from '@coaching-pairs/shared/insights/insight';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Insights } from '@coaching-pairs/shared/wire/closing';
import { changeAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';

type About = { readonly roundId: RoundId; readonly actor: Actor };
type Asked = About & { readonly opId: OperationId };

/** A round that somebody takes part in; to everybody else there is no wall (S-11, CP-85). */
const readMine = async ({ rounds }: Deps, { roundId, actor }: About): Promise<Result<Round, Refusal>> => {
  const [round, participant] = await Promise.all([rounds.round(roundId), rounds.participant(roundId, actor.personId)]);
  return round !== null && participant !== null && readsWall(participant.value) ? ok(round.value) : err({ code: 'not-found' });
};

/** The wall, for those who take part: who shared stands beside what they shared, and nothing tells who did not. */
export const wallOf = async (deps: Deps, about: About): Promise<Result<Insights, Refusal>> => {
  const round = await readMine(deps, about);
  if (!round.ok) return round;
  const open = isWallOpen(round.value);
  const there = open ? await deps.insights.all(about.roundId) : ok([]);
  if (!there.ok) return there;
  const named = namedIn(await organisationOf(deps));
  const me = about.actor.personId;
  const newestFirst = [...there.value].sort((one, other) => other.at.localeCompare(one.at));
  return ok({
    open,
    mayAdd: open && there.value.filter(({ by }) => by === me).length < mostInsights,
    insights: newestFirst.map(({ id, by, text, at }) => ({ id, by: named(by), text, at, mine: by === me })),
  });
};

/** Puts an insight on the wall, with its author's name. No line of audit or of the log and no message comes of it. */
export const shareInsight = async (deps: Deps, asked: Asked & { readonly text: string }): Promise<Result<Insights, Refusal>> => {
  const round = await readMine(deps, asked);
  if (!round.ok) return round;
  const there = await deps.insights.all(asked.roundId);
  if (!there.ok) return there;
  const { opId: id, actor, text } = asked;
  if (there.value.every((one) => one.id !== id)) {
    const insight = addInsight(round.value, there.value, { id, by: actor.personId, text, at: deps.clock.now() });
    if (!insight.ok) return insight;
    const added = await deps.insights.add(asked.roundId, insight.value);
    if (!added.ok) return added;
  }
  return wallOf(deps, asked);
};

/** Takes an insight of one's own off the wall, at any time and for good; whatever is not one's own stays. */
export const takeBackInsight = async (deps: Deps, asked: About & { readonly insightId: string }): Promise<Result<Insights, Refusal>> => {
  const round = await readMine(deps, asked);
  if (!round.ok) return round;
  await deps.insights.withdraw(asked.roundId, asked.actor.personId, asked.insightId);
  return wallOf(deps, asked);
};

/** An administrator puts up the wall of a round. There is no way to take it down before the round ends: nobody moderates it. */
export const putUpInsightsWall = (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const next = putUpWall(round.value);
    if (!next.ok) return next;
    return ok(round.value.insightsWall ? null : { action: 'insights.wall', round: { value: next.value, etag: round.etag } });
  });
