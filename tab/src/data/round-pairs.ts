import type { Leading, LeadingList, LeadingView, RoundPairs } from '@coaching-pairs/shared/wire/leading';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { InfiniteData } from '@tanstack/react-query';
import { keys } from './keys.js';
import { idsIn, type NameList, once, pagedList, wholeList } from './name-list.js';
import { moreOf, usePaged } from './use-paged.js';
import { shortPause, useSettled } from './use-settled.js';

/** Milliseconds after which what is loaded of a long list is looked at again. */
const lookAgain = 60_000;

const pairsIn = ({ pages }: InfiniteData<RoundPairs>) => ({
  pairs: once(
    pages.flatMap(({ pairs }) => pairs.map((members) => ({ members }))),
    idsIn,
  ),
  total: pages.at(-1)?.total ?? 0,
});

/** The announced pairs of which a name holds the text, a page at a time. */
export const useRoundPairs = (roundId: string, text: string) => {
  const q = useSettled(text.trim(), shortPause);
  const query: Readonly<Record<string, string>> = q === '' ? {} : { q };
  const found = usePaged(routes.roundPairs, {
    ...{ key: keys.roundPairs(roundId), roundId, query, joined: pairsIn, every: lookAgain, enabled: true },
  });
  return { ...found, more: moreOf(found) };
};

const listIn = ({ pages }: InfiniteData<LeadingList>) => ({
  people: once(
    pages.flatMap(({ people }) => people),
    ({ id }) => id,
  ),
  matches: once(
    pages.flatMap(({ matches }) => matches),
    idsIn,
  ),
  total: pages.at(-1)?.total ?? 0,
});

const useLeadingPages = ({ id: roundId, page }: Leading, view: LeadingView) => {
  const asked = { key: keys.leadingList(roundId, view), roundId, query: { view }, joined: listIn, every: lookAgain } as const;
  return usePaged(routes.leadingList, { ...asked, enabled: page[view].length < page.counts[view] });
};

/** Who joined the round that I lead, or whose match is being reworked: a short list came with the page, more of a long one is asked for. */
export const useLeadingPeople = (round: Leading, view: Exclude<LeadingView, 'proposed'>): NameList<Named> => {
  const found = useLeadingPages(round, view);
  const { [view]: first, counts } = round.page;
  return first.length === counts[view] ? wholeList(first) : pagedList(found, found.data?.people, first, counts[view]);
};

/** The matches that are put to people in the round that I lead. */
export const useProposed = (round: Leading): NameList<Leading['page']['proposed'][number]> => {
  const found = useLeadingPages(round, 'proposed');
  const { proposed, counts } = round.page;
  return proposed.length === counts.proposed ? wholeList(proposed) : pagedList(found, found.data?.matches, proposed, counts.proposed);
};
