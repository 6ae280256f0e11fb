import { isHidden } from '@coaching-pairs/shared/disclosure/declines';
import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { isKeptApart, type KeptApart, keepApart, mostKeptApart, noLongerApart } from '@coaching-pairs/shared/organisation/kept-apart';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { togetherIn } from '@coaching-pairs/shared/round/repeats';
import type { KeptApartList } from '@coaching-pairs/shared/wire/people';
import type { Words } from '@coaching-pairs/shared/words/words';
import { changeWithRetry } from '../ports/change.js';
import type { ApartList } from '../ports/organisation.js';
import type { VersionedContent } from '../ports/rounds.js';
import { done, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import { areInPopulation } from './people-in-sight.js';
import type { Refusal } from './refusal.js';

type Two = KeptApart['memberIds'];

/**
 * The entries that an administrator of a round may read: about people of its population, as of others they know nothing (S-11), and not
 * about themselves, as of their own matches another administrator decides (CP-33).
 */
export const apartInRound = (all: VersionedContent, pairs: readonly KeptApart[], viewer: PersonId): readonly KeptApart[] => {
  const population = new Set(all.content.participants.map((one) => one.personId));
  return pairs.filter(({ memberIds }) => memberIds.every((id) => population.has(id) && id !== viewer));
};

/**
 * Two whose match lies before them or is drafted: it is to be taken apart or withdrawn first. A suggestion that this administrator
 * may not know of is not told by a refusal (CP-33).
 */
export const inOpenMatch = ({ round, content }: VersionedContent, pairs: readonly Two[], viewer: PersonId): Two | null =>
  togetherIn(
    content.proposals
      .filter((one) => (one.state === 'draft' || one.state === 'sent') && !isHidden(round.value, one, viewer))
      .map(({ memberIds }) => memberIds),
    pairs,
  );

type AskedApart = {
  readonly roundId: RoundId;
  readonly opId: OperationId;
  readonly actor: Actor;
  readonly pair: Two;
  readonly apart: boolean;
};

const nextList = (list: ApartList, { pair, apart, actor }: AskedApart, at: KeptApart['at']): Result<ApartList, Refusal> => {
  const pairs = apart ? keepApart(list.pairs, [pair], { by: actor.personId, at }) : noLongerApart(list.pairs, [pair]);
  return pairs.length > mostKeptApart ? err({ code: 'too-many-apart', most: mostKeptApart }) : ok({ ...list, pairs });
};

/**
 * Keeps two people of a round from being partners in any round, or no longer. Why is not asked, so that it lies nowhere. Refused to
 * one of the two, and while a match of theirs is drafted or lies before them.
 */
export const recordApart = async (deps: Deps, asked: AskedApart): Promise<Result<null, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const { pair, apart, actor, opId, roundId } = asked;
  if (!areInPopulation(all.value, pair) || pair[0] === pair[1]) return err({ code: 'not-found' });
  if (pair.includes(actor.personId)) return err({ code: 'own-match' });
  const used = apart ? inOpenMatch(all.value, [pair], actor.personId) : null;
  if (used !== null) return err({ code: 'repeat-in-use', personIds: used });
  const subject = { roundId, pairs: [...pair].sort().join(' ') };
  const audit = done(deps, actor.personId, apart ? 'people.keep-apart' : 'people.no-longer-apart', subject);
  const changed = await changeWithRetry({
    read: () => deps.organisation.snapshot(),
    decide: (known): Result<ApartList | null, Refusal> =>
      isKeptApart(known.apart.pairs, pair) === apart ? ok(null) : nextList(known.apart, asked, audit.at),
    commit: async (list) => (list === null ? 'committed' : deps.organisation.change({ opId, corrections: [], apart: list, audit })),
  });
  return changed.ok ? ok(null) : changed;
};

/** Who is kept apart among the round's people, by whom and since when, in the order of names. */
export const keptApartIn = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<KeptApartList, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const [organisation, { apart }] = await Promise.all([organisationOf(deps), deps.organisation.snapshot()]);
  const named = namedIn(organisation);
  const shown = apartInRound(all.value, apart.pairs, asked.actor.personId).map(({ memberIds, by, at }) => ({
    people: memberIds.map(named).sort((one, other) => words.compare(one.name, other.name)),
    by: named(by),
    at,
  }));
  const nameOf = ({ people }: (typeof shown)[number]): string => people.map(({ name }) => name).join(' ');
  return ok({ pairs: shown.sort((one, other) => words.compare(nameOf(one), nameOf(other))) });
};
