import { type OperationId, type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import { correctionsOf, type FiledCorrections, type Known } from '@coaching-pairs/shared/organisation/corrections-file';
import { correctionsRows } from '@coaching-pairs/shared/organisation/corrections-rows';
import { correctionsTable } from '@coaching-pairs/shared/organisation/corrections-table';
import { csvRows } from '@coaching-pairs/shared/organisation/csv';
import { keepApart, mostKeptApart } from '@coaching-pairs/shared/organisation/kept-apart';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { PeopleFile, PeopleFileApplied, PeopleFileCheck } from '@coaching-pairs/shared/wire/people';
import { correctionsFaultText, filedChangeText } from '@coaching-pairs/shared/words/corrections-file-text';
import { csvText } from '@coaching-pairs/shared/words/csv-text';
import { csvFaultText } from '@coaching-pairs/shared/words/groups-file-text';
import { peopleFaultText } from '@coaching-pairs/shared/words/people-file-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { OrganisationSnapshot } from '../ports/organisation.js';
import type { VersionedContent } from '../ports/rounds.js';
import { done, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { apartInRound, inOpenMatch } from './keep-apart.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

type Asked = { readonly roundId: RoundId; readonly actor: Actor };
type Scene = { readonly all: VersionedContent; readonly snapshot: OrganisationSnapshot; readonly known: Known };

const sceneOf = async (deps: Deps, { roundId, actor }: Asked): Promise<Result<Scene, Refusal>> => {
  const all = await readAsAdministrator(deps, roundId, actor);
  if (!all.ok) return all;
  const snapshot = await deps.organisation.snapshot();
  const organisation = await organisationOf(deps);
  const population = all.value.content.participants.map(({ personId }) => personId);
  const known: Known = {
    ...snapshot,
    organisation,
    population: new Set(population),
    inSight: new Set(population.flatMap((id) => [id, ...chainAbove(organisation, id)])),
    apart: snapshot.apart.pairs,
    viewer: actor.personId,
    now: deps.clock.now(),
  };
  return ok({ all: all.value, snapshot, known });
};

/** The people of a round as a file that spreadsheets open, and that changes nothing when it is read back. */
export const peopleFileOf = async (deps: Deps, words: Words, asked: Asked): Promise<Result<PeopleFile, Refusal>> => {
  const scene = await sceneOf(deps, asked);
  if (!scene.ok) return scene;
  const { all, known } = scene.value;
  const nameOf = (id: PersonId): string => known.organisation.people.get(id)?.name ?? id;
  const people = [...known.population].sort((one, other) => words.compare(nameOf(one), nameOf(other)));
  return ok({ text: csvText(correctionsTable(known.organisation, people, apartInRound(all, known.apart, asked.actor.personId))) });
};

/** What a text would change; refused with every fault as a sentence. */
const readFile = (words: Words, { known }: Scene, text: string): Result<FiledCorrections, readonly string[]> => {
  const lines = csvRows(text);
  if (!lines.ok) return err([csvFaultText(words, lines.error)]);
  const rows = correctionsRows(lines.value);
  if (!rows.ok) return err(rows.error.map((fault) => peopleFaultText(words, fault)));
  const filed = correctionsOf(known, rows.value);
  return filed.ok ? filed : err(filed.error.map((fault) => correctionsFaultText(words, fault)));
};

/** Told of at once; how many there are in all is told beside. */
const mostTold = 200;

/** What a file would change, or everything that is wrong with it; changes nothing. */
export const checkPeopleFile = async (
  deps: Deps,
  words: Words,
  asked: Asked & { readonly text: string },
): Promise<Result<PeopleFileCheck, Refusal>> => {
  const scene = await sceneOf(deps, asked);
  if (!scene.ok) return scene;
  const { known, snapshot } = scene.value;
  const read = readFile(words, scene.value, asked.text);
  const faults = read.ok ? [] : read.error;
  const changes = read.ok ? read.value.changes : [];
  const named = namedIn(known.organisation);
  const nameOf = (id: string): string => named(personId(id)).name;
  return ok({
    version: snapshot.version,
    ...{ faultCount: faults.length, faults: faults.slice(0, mostTold), changeCount: changes.length },
    changes: changes.slice(0, mostTold).map((one) => ({
      ...{ line: one.line, person: named(one.personId), text: filedChangeText(words, one, nameOf) },
    })),
  });
};

/** Carries out a file that was checked: all of it in one batch, or nothing. Refused where anything has changed since it was checked. */
export const applyPeopleFile = async (
  deps: Deps,
  words: Words,
  asked: Asked & { readonly opId: OperationId; readonly text: string; readonly version: string },
): Promise<Result<PeopleFileApplied, Refusal>> => {
  const scene = await sceneOf(deps, asked);
  if (!scene.ok) return scene;
  const { all, snapshot, known } = scene.value;
  const { actor, opId, roundId } = asked;
  const read = readFile(words, scene.value, asked.text);
  if (!read.ok) return err({ code: 'people-file-faulty' });
  const used = inOpenMatch(all, read.value.apart, actor.personId);
  if (used !== null) return err({ code: 'repeat-in-use', personIds: used });
  const act = { by: actor.personId, at: known.now };
  const pairs = keepApart(known.apart, read.value.apart, act);
  if (pairs.length > mostKeptApart) return err({ code: 'too-many-apart', most: mostKeptApart });
  const count = read.value.changes.length;
  const outcome = await deps.organisation.change({
    opId,
    from: asked.version,
    corrections: read.value.corrections.map((one) => ({ ...one, ...act })),
    apart: pairs.length === known.apart.length ? null : { ...snapshot.apart, pairs },
    audit: done(deps, actor.personId, 'person.correct', { roundId, people: String(read.value.corrections.length) }),
  });
  return outcome === 'conflict' ? err({ code: 'people-moved-on' }) : ok({ changes: count });
};
