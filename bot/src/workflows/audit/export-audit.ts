import { type OperationId, type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { type AuditExport, auditFormat } from '@coaching-pairs/shared/wire/audit';
import type { Words } from '@coaching-pairs/shared/words/words';
import { changeAsAdministrator, readAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { namingFor, placesFor } from './read-audit.js';

type Asked = { readonly roundId: RoundId; readonly actor: Actor; readonly opId: OperationId };

const bookOf = async (deps: Deps, { kind, place }: ReturnType<typeof placesFor>[number]): Promise<AuditExport['books'][number]> => {
  const { beginning, links, head } = await deps.audit.open(place);
  const end = head ?? { count: beginning.seq - 1, hash: beginning.previous };
  return { place: kind, beginning, ...end, links: links.map((link) => ({ ...link, subject: { ...link.subject } })) };
};

const namesIn = (books: AuditExport['books']): ReadonlySet<string> =>
  new Set(books.flatMap(({ links }) => links.flatMap(({ by, subject }) => [by, ...(subject.personId ? [subject.personId] : [])])));

/**
 * The record as it is sealed, to be kept and followed elsewhere (S-20). That it was taken along is recorded first; what is not sealed
 * yet is in the next one.
 */
export const exportAudit = async (deps: Deps, words: Words, asked: Asked): Promise<Result<AuditExport, Refusal>> => {
  const noted = await changeAsAdministrator(deps, asked, () => ok({ action: 'audit.export' }));
  if (!noted.ok) return noted;
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const [people, named] = await Promise.all([deps.audit.people(), namingFor(deps, words)]);
  const books = await Promise.all(placesFor(asked.roundId).map((place) => bookOf(deps, place)));
  const known = [...namesIn(books)].flatMap((name): readonly (readonly [string, PersonId])[] => {
    const person = people.get(name);
    return person === undefined ? [] : [[name, personId(person)]];
  });
  return ok({
    ...{ format: auditFormat, madeAt: deps.clock.now(), books },
    round: { id: asked.roundId, name: all.value.round.value.name },
    people: known.map(([name, id]) => ({ name, person: named(id) })),
  });
};
