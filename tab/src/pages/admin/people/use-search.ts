import { routes } from '@coaching-pairs/shared/wire/routes';
import { useAsked } from '../../../data/use-asked.js';
import { useSettled } from '../../../data/use-settled.js';

/** People whose names begin so; asked for once two letters stand there. What was found for an earlier text counts as being looked for. */
export const usePeopleFound = (text: string) => {
  const q = useSettled(text.trim());
  const asked = useAsked(routes.searchPeople, { key: ['search', 'people', q], query: { q }, enabled: q.length > 1, fresh: 60_000 });
  return { ...asked, isFetching: asked.isFetching || q !== text.trim() };
};

export const useGroupsFound = (text: string) => {
  const q = useSettled(text.trim());
  const asked = useAsked(routes.searchGroups, { key: ['search', 'groups', q], query: { q }, enabled: q.length > 1, fresh: 60_000 });
  return { ...asked, isFetching: asked.isFetching || q !== text.trim() };
};
