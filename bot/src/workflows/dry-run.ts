import type { Instant, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { nextSlot, workingTimeOf } from '@coaching-pairs/shared/reminders/working-time';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import { type Prospect, prospectsAmong } from '@coaching-pairs/shared/round/dry-run';
import { inState, type Round } from '@coaching-pairs/shared/round/round';
import type { DryRun, DryRunPerson } from '@coaching-pairs/shared/wire/opening';
import { chainDoubtText } from '@coaching-pairs/shared/words/finding-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { apartInRound } from './keep-apart.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { zoneShown } from './round-people.js';
import { recordedRulesOf } from './rules.js';

/** People an answer tells of in full. */
const perAnswer = 50;

type Look = {
  readonly words: Words;
  readonly round: Round;
  readonly organisation: Organisation;
  readonly now: Instant;
  /** Why somebody could not be written to, as a code. */
  readonly unreachable: ReadonlyMap<PersonId, string>;
  readonly prospects: ReadonlyMap<PersonId, Prospect>;
};

const nobody: Prospect = { line: 0, sameFunction: 0, earlier: 0, otherLine: 0, apart: 0, possible: 0 };

/** In short, for everybody: what the order and the totals are made from. */
const fateOf = ({ organisation, round, unreachable, prospects }: Look, id: PersonId) => {
  const blocked = organisation.people.get(id)?.enabled === false;
  const message: DryRunPerson['message'] = blocked ? 'blocked' : unreachable.has(id) ? 'unreachable' : 'reaches';
  const chain = confirmation(organisation, id, round.topId);
  const prospect = prospects.get(id) ?? nobody;
  const alone = message === 'reaches' && prospect.possible === 0;
  return { id, message, chain, prospect, alone, isFine: message === 'reaches' && chain.status === 'confirmed' && !alone };
};
type Fate = ReturnType<typeof fateOf>;

/** In full: with the hour at which the message would come by the organisation's records, since it waits for working hours. */
const shown = (look: Look, { id, message, chain, prospect }: Fate): DryRunPerson => {
  const { words, organisation, round, now } = look;
  const nameOf = (one: PersonId): string => organisation.people.get(one)?.name ?? words.t('chain.somebodyUnknown');
  const zone = zoneShown(organisation, round, id);
  const slot = message === 'reaches' ? nextSlot(now, zone.name, workingTimeOf(organisation.people.get(id))) : null;
  return {
    person: namedIn(organisation)(id),
    message,
    unreachable: message === 'unreachable' ? undeliveredReason(look.unreachable.get(id) ?? null) : null,
    chain: chain.status === 'confirmed' ? { kind: 'confirmed' } : { kind: 'unconfirmed', text: chainDoubtText(words, chain.doubt, nameOf) },
    zone,
    first: slot === null ? null : { at: slot.at, local: slot.localIntent },
    prospect,
  };
};

const totalsOf = (fates: readonly Fate[]): DryRun['totals'] => {
  const count = (is: (fate: Fate) => boolean): number => fates.filter(is).length;
  return {
    people: fates.length,
    reached: count(({ message }) => message === 'reaches'),
    blocked: count(({ message }) => message === 'blocked'),
    unreachable: count(({ message }) => message === 'unreachable'),
    unconfirmed: count(({ chain }) => chain.status === 'unconfirmed'),
    alone: count(({ alone }) => alone),
  };
};

/**
 * Who could not be written to, here or in the round before, where the viewer administers that one too. What was found out by a
 * discreet message is in neither (CP-33).
 */
const unreachableFor = async (deps: Deps, round: Round, viewer: Actor): Promise<ReadonlyMap<PersonId, string>> => {
  const before = round.follows === null ? null : await readAsAdministrator(deps, round.follows, viewer);
  const earlier = before?.ok === true ? await deps.rounds.unreachable(before.value.round.value.id) : [];
  const found = [...earlier, ...(await deps.rounds.unreachable(round.id))];
  return new Map(found.map(({ personId, reason }) => [personId, reason]));
};

const lookAt = async (deps: Deps, words: Words, all: VersionedContent, people: readonly PersonId[], viewer: Actor): Promise<Look> => {
  const round = all.round.value;
  const [organisation, unreachable] = await Promise.all([organisationOf(deps), unreachableFor(deps, round, viewer)]);
  const able = people.filter((id) => organisation.people.get(id)?.enabled !== false);
  // Of entries about the viewer the viewer knows nothing, so these count for nobody here.
  const { apart } = await deps.organisation.snapshot();
  const kept = apartInRound(all, apart.pairs, viewer.personId).map(({ memberIds }) => memberIds);
  const prospects = prospectsAmong(await recordedRulesOf(deps, round, kept), able);
  return { words, round, organisation, now: deps.clock.now(), unreachable, prospects };
};

type Asked = { readonly roundId: RoundId; readonly actor: Actor; readonly query: string; readonly from: number };

/** Whose name begins so, or one of its words does. */
const isNamed = (name: string, query: string): boolean => {
  const [within, sought] = [name.toLowerCase(), query.trim().toLowerCase()];
  return within.startsWith(sought) || within.includes(` ${sought}`);
};

/**
 * What would become of each person if the next message of a round that is being prepared went out now. Nothing is written and nothing
 * sent. It says no more than the directory, past rounds and administrators say: nobody's own entries, and not who took part before (CP-24d).
 */
export const dryRunOf = async (deps: Deps, words: Words, asked: Asked): Promise<Result<DryRun, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const allowed = inState(all.value.round.value, 'draft', 'kick-off');
  if (!allowed.ok) return allowed;
  const ids = all.value.content.participants.map(({ personId }) => personId);
  const look = await lookAt(deps, words, all.value, ids, asked.actor);
  const fates = ids.map((id) => fateOf(look, id));
  const nameOf = ({ id }: Fate): string => look.organisation.people.get(id)?.name ?? id;
  const found = fates
    .filter((fate) => isNamed(nameOf(fate), asked.query))
    .sort((one, other) => Number(one.isFine) - Number(other.isFine) || words.compare(nameOf(one), nameOf(other)));
  const people = found.slice(asked.from, asked.from + perAnswer).map((fate) => shown(look, fate));
  return ok({
    message: allowed.value.state === 'draft' ? 'kick-off' : 'invitation',
    totals: totalsOf(fates),
    people,
    more: Math.max(0, found.length - asked.from - people.length),
  });
};
