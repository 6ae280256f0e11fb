import type { PersonId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import { folded } from './found-by-name.js';

/** One of the population, as they are searched. */
export type Indexed = {
  readonly participant: Participant;
  readonly functionName: string;
  /** Name, then function, without accents and in small letters. */
  readonly texts: readonly [string, string];
  /** Worked out the first time somebody asks. */
  readonly chain: () => ReturnType<typeof confirmation>['status'];
};

export type PeopleIndex = {
  /** In the order of names. */
  readonly people: readonly Indexed[];
  /** The place of each in that order. */
  readonly placeOf: ReadonlyMap<PersonId, number>;
  /** The functions that there are. */
  readonly functions: readonly string[];
};

/** So many readers' alphabets are kept of one round and of one organisation. */
const mostLocales = 4;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** What a round's people are found and ordered by, kept with the organisation: whoever answers changes nothing of it. */
type Register = {
  readonly texts: Map<PersonId, readonly [string, string]>;
  /** By the reader's alphabet, the place of each among those who were asked for. */
  readonly orders: Map<string, ReadonlyMap<PersonId, number>>;
};

const registers = new WeakMap<Organisation, Register>();

const registerOf = (organisation: Organisation): Register => {
  const known = registers.get(organisation) ?? { texts: new Map(), orders: new Map() };
  registers.set(organisation, known);
  return known;
};

const textsOf = (organisation: Organisation, id: PersonId, functionName: string): readonly [string, string] => {
  const { texts } = registerOf(organisation);
  const known = texts.get(id);
  if (known !== undefined) return known;
  const made = [folded(organisation.people.get(id)?.name ?? id), folded(functionName)] as const;
  texts.set(id, made);
  return made;
};

/** The place of each of these people in the order of names, beside those of other rounds. */
const orderOf = (organisation: Organisation, words: Words, ids: readonly PersonId[]): ReadonlyMap<PersonId, number> => {
  const { orders } = registerOf(organisation);
  const known = orders.get(words.locale);
  const asked = ids.filter((id) => organisation.people.has(id));
  if (known !== undefined && asked.every((id) => known.has(id))) return known;
  const nameOf = (id: PersonId): string => organisation.people.get(id)?.name ?? id;
  const sorted = [...new Set([...(known?.keys() ?? []), ...asked])].sort((one, other) => words.compare(nameOf(one), nameOf(other)));
  const made = new Map(sorted.map((id, place) => [id, place] as const));
  if (orders.size >= mostLocales) orders.clear();
  orders.set(words.locale, made);
  return made;
};

const indexed = ({ round, content }: VersionedContent, organisation: Organisation, words: Words): PeopleIndex => {
  const order = orderOf(
    organisation,
    words,
    content.participants.map(({ personId }) => personId),
  );
  const at = ({ personId }: Participant): number => order.get(personId) ?? -1;
  const ordered = [...content.participants].sort((one, other) => at(one) - at(other));
  const functionOf = (id: PersonId): string => organisation.functionOf.get(id) ?? '';
  return {
    people: ordered.map((participant) => {
      const { personId: id } = participant;
      const functionName = functionOf(id);
      const texts = textsOf(organisation, id, functionName);
      return { participant, functionName, texts, chain: once(() => confirmation(organisation, id, round.value.topId).status) };
    }),
    placeOf: new Map(ordered.map(({ personId }, place) => [personId, place] as const)),
    functions: [...new Set(ordered.flatMap(({ personId }) => organisation.functionOf.get(personId) ?? []))].sort(words.compare),
  };
};

type Kept = { readonly organisation: Organisation; readonly byLocale: Map<string, PeopleIndex> };
const kept = new WeakMap<VersionedContent, Kept>();

/**
 * The people of a round as they are searched, worked out once for each state of the round, of the organisation, and for each alphabet.
 * It is forgotten with the reading of the round that it was made from.
 */
export const peopleIndex = (all: VersionedContent, organisation: Organisation, words: Words): PeopleIndex => {
  const before = kept.get(all);
  const known: Kept = before?.organisation === organisation ? before : { organisation, byLocale: new Map() };
  kept.set(all, known);
  const index = known.byLocale.get(words.locale);
  if (index !== undefined) return index;
  const made = indexed(all, organisation, words);
  if (known.byLocale.size >= mostLocales) known.byLocale.clear();
  known.byLocale.set(words.locale, made);
  return made;
};
