import { isHidden } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { isPulseOpen } from '@coaching-pairs/shared/pulse/opening';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { mostKeptDays } from '@coaching-pairs/shared/retention/keeping';
import { keptUntil } from '@coaching-pairs/shared/retention/pair-texts';
import { followedIn } from '@coaching-pairs/shared/round/following';
import { isNomination, isOpen } from '@coaching-pairs/shared/round/nomination';
import type { Round } from '@coaching-pairs/shared/round/round';
import { type RoundContent, standingPairs, tallyOf } from '@coaching-pairs/shared/round/standing';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Notice } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview, RoundSummary } from '@coaching-pairs/shared/wire/rounds';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { OutboxMessage } from '../ports/outbox.js';
import type { VersionedContent } from '../ports/rounds.js';
import type { Work } from '../ports/works.js';
import { hasEnded } from './begin-work.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { warningNotice } from './directory-notices.js';
import { kickOffView } from './kick-off-view.js';
import { isReminder } from './messages.js';
import { findingNotices, noticesOf, type Scene } from './notices.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { mayGoOn } from './resume-work.js';
import { lineCheck } from './rules.js';
import { workView } from './work-view.js';

/** Work under way, what came of the last that ended, and what was given up and has to be gone on with. */
const shownWorks = (scene: Scene, works: readonly Work[]) => {
  const lastEnded = works.find(hasEnded);
  return works
    .map((work) => ({ work, goesOn: mayGoOn(scene.round, work, works) }))
    .filter(({ work, goesOn }) => !hasEnded(work) || work === lastEnded || goesOn)
    .map(({ work, goesOn }) => workView(scene.words, scene.organisation, work, goesOn));
};

/**
 * How much is being delivered at the moment. What its people are told of one match that is being reworked counts once: after a decline one of
 * two is told, after a withdrawal both, and the number would tell which it was; reminders would tell who is silent (CP-33). What waits
 * for its reader's morning is not counted: it may be days, and the hour at which the number falls would tell in which zone they live.
 */
const onTheWay = (unsent: readonly OutboxMessage[], { proposals }: RoundContent): number => {
  // Nothing that is told of a suggestion is counted either: few may know of one (CP-31).
  const suggestions = new Set<string>(proposals.filter(isNomination).map(({ id }) => id));
  return new Set(
    unsent
      .filter((one) => !isReminder(one) && one.localIntent === null && !suggestions.has(one.subject.proposalId ?? ''))
      .map(({ id, kind, subject }) => (kind === 'being-reworked' ? `${kind} ${subject.proposalId ?? id}` : id)),
  ).size;
};

/** For whoever may know of them: announcing would end these (CP-31). */
const openSuggestions = (scene: Scene, viewer: PersonId): readonly Notice[] => {
  const { round, content, words } = scene;
  const open = content.proposals.filter((one) => isNomination(one) && isOpen(one) && !isHidden(round, one, viewer));
  if (round.state !== 'proposed' || open.length === 0) return [];
  return [{ code: 'suggestions-open', severity: 'info', text: words.t('notice.suggestionsOpen', { count: open.length }), people: [] }];
};

const audienceText = (words: Words, round: Round): string | null => {
  const { audience } = round;
  if (audience === null) return null;
  if (audience.kind === 'group') return words.t('audience.group', { name: audience.name });
  if (audience.kind === 'below') return words.t('audience.below', { name: audience.name });
  return words.t('audience.list', { count: audience.ids.length });
};

const sceneOf = async (deps: Deps, words: Words, all: VersionedContent): Promise<Scene> => {
  const round = all.round.value;
  const [organisation, linesAmong] = await Promise.all([organisationOf(deps), lineCheck(deps, round)]);
  const counted = all.content.participants.filter((one) => one.answer !== 'sitting-out').map((one) => one.personId);
  return {
    words,
    round,
    content: all.content,
    organisation,
    today: dayOf(deps.clock.now()),
    pairsInLine: standingPairs(all.content)
      .filter((pair) => linesAmong(pair.memberIds).length > 0)
      .flatMap((pair) => pair.memberIds),
    unconfirmed: counted.filter((id) => confirmation(organisation, id, round.topId).status === 'unconfirmed'),
  };
};

const directoryReport = async (deps: Deps, scene: Scene): Promise<RoundOverview['directory']> => {
  const state = await deps.organisation.syncState(scene.round.id);
  if (state === null) return null;
  const named = namedIn(scene.organisation);
  const notices = [...state.warnings.map((warning) => warningNotice(scene.words, warning, named)), ...findingNotices(scene)];
  return { at: state.at, kept: state.kept, notices };
};

/** While partners are chosen in the open nobody counts who is left but the round leader, who helps them in person. */
const tallyFor = ({ round, content }: VersionedContent): RoundOverview['tally'] => {
  const tally = tallyOf(content);
  return round.value.state === 'choosing' ? { ...tally, withoutPartner: null } : tally;
};

/** The round before, by its name alone, and the one after where the viewer administers that too. */
const neighboursOf = async (deps: Deps, { id, follows, state }: Round, viewer: PersonId) => {
  const mayBeFollowed = followedIn.some((one) => one === state);
  const rounds = mayBeFollowed || follows !== null ? await deps.rounds.list() : [];
  const next = rounds.find((one) => one.follows === id && one.state !== 'closed' && one.administratorIds.includes(viewer));
  return {
    follows: rounds.find((one) => one.id === follows)?.name ?? null,
    next: next === undefined ? null : { id: next.id, name: next.name },
  };
};

/** The page of one round for one of its administrators. */
export const overviewOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<RoundOverview, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const scene = await sceneOf(deps, words, all.value);
  const [works, unsent, directory, neighbours] = await Promise.all([
    deps.works.list(round.id),
    deps.rounds.unsent(round.id),
    directoryReport(deps, scene),
    neighboursOf(deps, round, asked.actor.personId),
  ]);
  const named = namedIn(scene.organisation);
  const { id, name, state, introduction, mode, answersBy, startsOn, endsOn, waves } = round;
  return ok({
    ...{ id, name, state, introduction, mode, answersBy, startsOn, endsOn, waves },
    ...neighbours,
    kickOff: kickOffView(scene, asked.actor.personId),
    leader: named(round.leaderId),
    peoplePartner: named(round.peoplePartnerId),
    administrators: round.administratorIds.map(named),
    audience: audienceText(words, round),
    pulse: round.pulse === null ? null : { until: round.pulse.until, open: isPulseOpen(round, deps.clock.now()) },
    insightsWall: round.insightsWall,
    kept: { days: round.keptDays, most: mostKeptDays(round), until: keptUntil(round) },
    reach: round.reach.map(({ personId, levels, by, at }) => ({ person: named(personId), levels, by: named(by), at })),
    tally: tallyFor(all.value),
    toDeliver: onTheWay(unsent, all.value.content),
    unconfirmed: scene.unconfirmed.length,
    notices: [...noticesOf(scene), ...openSuggestions(scene, asked.actor.personId)],
    directory,
    works: shownWorks(scene, works),
    viewerIsPeoplePartner: round.peoplePartnerId === asked.actor.personId,
  });
};

/** The rounds somebody is named on, newest first, with their numbers. */
export const summariesFor = async (deps: Deps, me: PersonId): Promise<RoundSummary[]> => {
  const rounds = (await deps.rounds.list()).filter((round) => round.administratorIds.includes(me));
  return Promise.all(
    rounds.map(async ({ id, name, state, startsOn, endsOn }) => {
      const all = await deps.rounds.everything(id);
      const tally = tallyOf(all?.content ?? { participants: [], proposals: [], pairs: [] });
      return { id, name, state, startsOn, endsOn, population: tally.population, joined: tally.joined, pairs: tally.pairs };
    }),
  );
};
