import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { SearchBox, type SearchLabels } from '../../components/search-box.js';
import { twoTwoKeys } from '../../data/two-two.js';
import { useAsked } from '../../data/use-asked.js';
import { useSettled } from '../../data/use-settled.js';

const useFound = (text: string) => {
  const settled = useSettled(text.trim());
  const enabled = settled.length > 1;
  const asked = useAsked(routes.searchToCoach, { key: twoTwoKeys.search(settled), query: { q: settled }, enabled });
  const choices = asked.data?.people.map(({ id, name, functionName }) => ({ id, name, detail: functionName }));
  return { choices: enabled ? choices : undefined, isFetching: asked.isFetching || settled !== text.trim(), error: asked.error };
};

type PersonToCoachProps = SearchLabels & { readonly chosen: Named | null; readonly onChoose: (person: Named) => void };

/** Chooses one person of the organisation. */
export const PersonToCoach = (props: PersonToCoachProps) => (
  <SearchBox
    {...props}
    shown={props.chosen?.name ?? ''}
    useFound={useFound}
    onChoose={({ id, name, detail }) => props.onChoose({ id, name, functionName: detail })}
  />
);
