import type { peopleFilters, RoundPeople, RoundPerson } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { InfiniteData } from '@tanstack/react-query';
import { keys } from './keys.js';
import { moreOf, usePaged } from './use-paged.js';
import { shortPause, useSettled } from './use-settled.js';

/** Which people are wanted; what is left out narrows nothing. */
export type PeopleAsked = { readonly text?: string; readonly function?: string | undefined } & {
  readonly [Name in keyof typeof peopleFilters]?: (typeof peopleFilters)[Name][number] | undefined;
};

/** The pages that were asked for so far, as one list. */
export type KnownPeople = Pick<RoundPeople, 'total' | 'functions' | 'link'> & { readonly people: readonly RoundPerson[] };

/** Each once, though somebody may have moved from one page to the next meanwhile. */
const joined = ({ pages }: InfiniteData<RoundPeople>): KnownPeople => {
  const last = pages.at(-1);
  const people = new Map(pages.flatMap((page) => page.people).map((one) => [one.person.id, one]));
  return { people: [...people.values()], total: last?.total ?? 0, functions: last?.functions ?? [], link: last?.link ?? '' };
};

const wordsOf = ({ text = '', ...asked }: PeopleAsked): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  ...(text.trim() === '' ? {} : { q: text.trim() }),
});

/** People of a round, a page at a time; the bot searches and narrows, so that no page ever loads everybody. */
export const useRoundPeople = (roundId: string, asked: PeopleAsked = {}, every: number | false = false, enabled = true) => {
  const query = wordsOf({ ...asked, text: useSettled(asked.text ?? '', shortPause) });
  const found = usePaged(routes.people, { key: keys.people(roundId), roundId, query, joined, every, enabled });
  return { ...found, more: moreOf(found) };
};
