import { isOpenAct, type OpenAct } from '@coaching-pairs/shared/audit/acts';
import { instant, type PersonId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { AuditCheck, AuditLine, AuditPage } from '@coaching-pairs/shared/wire/audit';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import { type AuditPlace, auditPlaceOf, type OpenBook, organisationPlace } from '../../ports/audit.js';
import { readAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';

type Asked = { readonly roundId: RoundId; readonly actor: Actor };

export type Place = { readonly kind: 'round' | 'organisation'; readonly place: AuditPlace };

/** Where the acts stand that concern a round: its own, and what belongs to every round. */
export const placesFor = (id: RoundId): readonly Place[] => [
  { kind: 'round', place: auditPlaceOf(id) },
  { kind: 'organisation', place: organisationPlace },
];

/** Somebody of the record by name; whoever is kept no more is said to be nobody in particular (C-09). */
export const namingFor = async (deps: Deps, words: Words): Promise<(id: PersonId) => Named> => {
  const { people, functionOf } = await organisationOf(deps);
  return (id) => ({ id, name: people.get(id)?.name ?? words.t('audit.somebodyGone'), functionName: functionOf.get(id) ?? null });
};

type Told = { readonly seq: number | null; readonly at: string; readonly by: string; readonly subject: Readonly<Record<string, string>> };

const countOf = ({ people, groups }: Told['subject']): number | null => {
  const count = Number(people ?? groups ?? Number.NaN);
  return Number.isInteger(count) ? count : null;
};

type Look = { readonly kind: Place['kind']; readonly personOf: (name: string) => PersonId; readonly named: (id: PersonId) => Named };

const lineOf = ({ kind, personOf, named }: Look, action: OpenAct, { seq, at, by, subject }: Told): AuditLine => ({
  ...{ seq, at, action, everywhere: kind === 'organisation', count: countOf(subject) },
  by: by === 'product' ? null : named(personOf(by)),
  about: subject.personId === undefined ? null : named(personOf(subject.personId)),
});

const linesOf = (look: Look, { links, waiting }: OpenBook): readonly AuditLine[] => {
  const inChain = { ...look };
  const stillThemselves = { ...look, personOf: personId };
  return [
    ...links.flatMap((link) => (isOpenAct(link.action) ? [lineOf(inChain, link.action, link)] : [])),
    ...waiting.flatMap((entry) => (isOpenAct(entry.action) ? [lineOf(stillThemselves, entry.action, { ...entry, seq: null })] : [])),
  ];
};

/** Lines a page. */
const mostLines = 200;

const holds = (words: Words, query: string) => {
  const wanted = query.trim().toLocaleLowerCase(words.locale);
  return ({ by, about, action }: AuditLine): boolean =>
    [by?.name ?? words.t('audit.product'), about?.name ?? '', words.t(`audit.act.${action}`)].some((text) =>
      text.toLocaleLowerCase(words.locale).includes(wanted),
    );
};

/** Who did what in a round, for one of its administrators: the newest first, as far as it holds what was searched for. */
export const auditOf = async (deps: Deps, words: Words, asked: Asked & { readonly query: string }): Promise<Result<AuditPage, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const [people, named] = await Promise.all([deps.audit.people(), namingFor(deps, words)]);
  const personOf = (name: string): PersonId => people.get(name) ?? personId(name);
  const books = await Promise.all(placesFor(asked.roundId).map(async ({ kind, place }) => ({ kind, book: await deps.audit.open(place) })));
  const lines = books.flatMap(({ kind, book }) => linesOf({ kind, personOf, named }, book));
  // Of one instant the last in the chain is the newest.
  const newest = [...lines].reverse();
  const found = newest.filter(holds(words, asked.query)).sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return ok({
    name: all.value.round.value.name,
    lines: found.slice(0, mostLines),
    more: Math.max(0, found.length - mostLines),
    sealedAt: books[0]?.book.sealedAt ?? null,
  });
};

/** Follows all chains that concern a round from end to end (S-20). */
export const checkAudit = async (deps: Deps, asked: Asked): Promise<Result<AuditCheck, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const books: AuditCheck['books'] = [];
  const waiting: string[] = [];
  for (const { kind, place } of placesFor(asked.roundId)) {
    const checked = await deps.audit.check(place);
    if (!checked.ok) return checked;
    books.push(...checked.value.books.map(({ book, fault }) => ({ place: kind, book, fault: fault?.code ?? null })));
    if (checked.value.waitingSince !== null) waiting.push(checked.value.waitingSince);
  }
  const [since] = waiting.sort();
  return ok({ at: deps.clock.now(), books, waitingSince: since === undefined ? null : instant(since) });
};
