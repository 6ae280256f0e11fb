import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { setAudience } from '@coaching-pairs/shared/round/moves';
import { member } from '@coaching-pairs/shared/round/participation';
import { type Audience, inState, openStates } from '@coaching-pairs/shared/round/round';
import { AudienceChoice } from '@coaching-pairs/shared/wire/rounds';
import * as z from 'zod';
import type { Audience as DirectoryAudience, DirectoryReading, SyncToken } from '../ports/directory.js';
import type { VersionedContent } from '../ports/rounds.js';
import type { Json } from '../ports/store.js';
import type { Work, WorkContext, WorkEnd } from '../ports/works.js';
import { type AskedWork, beginWork } from './begin-work.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { namedAudience } from './named-audience.js';
import { recheckLines } from './recheck-lines.js';
import type { Refusal } from './refusal.js';
import { refused } from './refused.js';
import { topOf } from './top.js';

/** Rows a batch. */
const perStep = 80;

const Input = z.object({ audience: AudienceChoice.nullable() });

const isToken = (value: Json | null): value is SyncToken & string => typeof value === 'string';

const forDirectory = (audience: Audience): DirectoryAudience =>
  audience.kind === 'group' ? { kind: 'group', id: audience.groupId } : audience;

const differs = (known: ReadonlyMap<PersonId, Person>) => (person: Person) =>
  JSON.stringify(known.get(person.id)) !== JSON.stringify(person);

const savePage = async (deps: Deps, people: readonly Person[], removed: readonly PersonId[]): Promise<void> => {
  const stored = new Map((await deps.organisation.snapshot()).people.map((person) => [person.id, person]));
  // Whoever left stays by name until no round needs them, as a blocked account.
  const left = removed.flatMap((id) => stored.get(id) ?? []).map((person): Person => ({ ...person, enabled: false }));
  const changed = [...people, ...left].filter(differs(stored));
  if (changed.length > 0) await deps.organisation.savePeople(changed, []);
};

/** Accounts that the directory has no more, also where it had to be read from the start and so could not name them as removed. */
const leaversOf = ({ warnings }: DirectoryReading): readonly PersonId[] =>
  warnings.flatMap((warning) => (warning.code === 'not-found' || warning.code === 'manager-not-found' ? warning.ids : []));

/** While a draft, whoever the audience names; afterwards the population as it is, also those who have left a group. */
const toRead = async (deps: Deps, { work }: WorkContext, audience: Audience): Promise<DirectoryAudience> => {
  const all = await deps.rounds.everything(work.roundId);
  if (all === null || all.round.value.state === 'draft') return forDirectory(audience);
  return { kind: 'list', ids: all.content.participants.map((one) => one.personId) };
};

const read = async (deps: Deps, audience: Audience, context: WorkContext): Promise<Result<DirectoryReading, Refusal>> => {
  const stop = new AbortController();
  const [{ people }, earlier] = await Promise.all([deps.organisation.snapshot(), deps.organisation.syncState(context.work.roundId)]);
  // After an interruption from the last page; else only what has changed since the last reading for this round.
  const from = isToken(context.resume) ? context.resume : earlier?.token;
  return deps.directory.readPeople(await toRead(deps, context, audience), {
    ...(from === undefined ? {} : { from, known: people }),
    signal: stop.signal,
    onPage: async (page) => {
      await savePage(deps, page.people, page.removed);
      await context.saveResume(page.token);
      await context.progress({ done: page.seen, total: null, phase: 'reading' });
      if (context.cancelled()) stop.abort();
    },
  });
};

/** Rows of the population: whoever is new gets one, whoever is no longer named loses theirs. Only while a draft. */
const writePopulation = async (deps: Deps, { work }: WorkContext, all: VersionedContent, audience: readonly PersonId[]): Promise<void> => {
  const wanted = new Set(audience);
  const present = new Set(all.participants.map(({ value }) => value.personId));
  const added = [...wanted].filter((id) => !present.has(id)).sort();
  const removed = all.participants.filter(({ value }) => !wanted.has(value.personId));
  const audit = [done(deps, work.by, 'population.write', { roundId: work.roundId })];
  for (let from = 0; from < added.length; from += perStep) {
    const participants = added.slice(from, from + perStep).map((id) => ({ value: member(id), etag: null }));
    await deps.rounds.commit({ roundId: work.roundId, opId: operationId(`${work.id}.add${from}`), participants, audit });
  }
  for (let from = 0; from < removed.length; from += perStep) {
    const removedParticipants = removed.slice(from, from + perStep);
    await deps.rounds.commit({ roundId: work.roundId, opId: operationId(`${work.id}.drop${from}`), removedParticipants, audit });
  }
};

const noteAudience = async (
  deps: Deps,
  { work }: WorkContext,
  audience: Audience,
  reading: DirectoryReading,
): Promise<Result<null, Refusal>> => {
  const snapshot = await deps.organisation.snapshot();
  return decideAndCommit<null>(deps.rounds.commit, async () => {
    const round = await deps.rounds.round(work.roundId);
    if (round === null) return err({ code: 'not-found' });
    if (round.value.state !== 'draft') return ok({ change: null, answer: null });
    const topId = topOf(organise(snapshot), reading.audience);
    const next = setAudience(round.value, audience, topId);
    if (!next.ok) return next;
    const audit = [done(deps, work.by, 'audience.set', { roundId: work.roundId, people: String(reading.audience.length) })];
    const opId = operationId(`${work.id}.audience`);
    return ok({ change: { roundId: work.roundId, opId, round: { value: next.value, etag: round.etag }, audit }, answer: null });
  });
};

const finish = async (deps: Deps, context: WorkContext, audience: Audience, reading: DirectoryReading): Promise<WorkEnd> => {
  const { roundId } = context.work;
  await savePage(deps, reading.people, leaversOf(reading));
  const at = deps.clock.now();
  const state = { roundId, at, token: reading.next, kept: reading.people.length, warnings: reading.warnings };
  await deps.organisation.saveSyncState(state);
  const noted = await noteAudience(deps, context, audience, reading);
  if (!noted.ok) return refused(noted.error);
  const all = await deps.rounds.everything(roundId);
  if (all?.round.value.state === 'draft') await writePopulation(deps, context, all, reading.audience);
  else if (all !== null) await recheckLines(deps, context, all);
  return { kind: 'done', report: { people: reading.audience.length, kept: reading.people.length, seen: reading.seen } };
};

/**
 * Reads the round's audience and everybody above them from the directory, page by page, and goes on from the last page
 * after an interruption. While the round is a draft its population follows; later only people, chains and warnings do,
 * and matches that have come to stand in one line are taken up (CP-24b).
 */
export const readDirectoryHandler =
  (deps: Deps) =>
  async (given: Json, context: WorkContext): Promise<WorkEnd> => {
    const { audience: choice } = Input.parse(given);
    const round = await deps.rounds.round(context.work.roundId);
    if (round === null) return refused({ code: 'not-found' });
    const audience = choice === null ? ok(round.value.audience) : await namedAudience(deps.directory, choice);
    if (!audience.ok) return refused(audience.error);
    if (audience.value === null) return refused({ code: 'audience-missing' });
    const reading = await read(deps, audience.value, context);
    return reading.ok ? finish(deps, context, audience.value, reading.value) : refused(reading.error);
  };

/** Chooses the population of a draft, and reads it from the directory. */
export const chooseAudience = (deps: Deps, asked: AskedWork & { readonly audience: AudienceChoice }): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'read-directory', input: { audience: asked.audience } }, ({ round }) => inState(round.value, 'draft'));

/** A closed round needs nobody any more; what it had stored was deleted with it. */
/** Reads the directory again for a round that has an audience. */
export const readAgain = (deps: Deps, asked: AskedWork): Promise<Result<Work, Refusal>> =>
  beginWork(deps, { ...asked, kind: 'read-directory', input: { audience: null } }, ({ round }) =>
    round.value.audience === null ? err({ code: 'audience-missing' }) : inState(round.value, ...openStates),
  );
