import type { Named } from '@coaching-pairs/shared/wire/parts';
import { InteractionTag, InteractionTagPrimary, InteractionTagSecondary, TagGroup } from '@fluentui/react-components';
import { type Choice, SearchBox, type SearchLabels } from '../../../components/search-box.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { usePeopleFound } from './use-search.js';

/** Two people of one name are told apart by mail address and function, never by title (CP-61). */
const useFound = (text: string) => {
  const found = usePeopleFound(text);
  const choices = found.data?.people.map((one) => ({
    id: one.id,
    name: one.name,
    detail: [one.functionName, one.mail].filter(Boolean).join(' · ') || null,
  }));
  return { choices, isFetching: found.isFetching, error: found.error };
};

const named = (choice: Choice): Named => ({ id: choice.id, name: choice.name, functionName: null });

/** Chooses one person from the directory. */
export const PersonSearch = (props: SearchLabels & { readonly chosen: Named | null; readonly onChoose: (person: Named) => void }) => (
  <SearchBox {...props} shown={props.chosen?.name ?? ''} useFound={useFound} onChoose={(choice) => props.onChoose(named(choice))} />
);

type PeopleSearchProps = SearchLabels & { readonly chosen: readonly Named[]; readonly onChange: (people: readonly Named[]) => void };

/** Chooses several people from the directory. */
export const PeopleSearch = (props: PeopleSearchProps) => {
  const { t } = useWords();
  const house = useHouse();
  const { chosen, onChange } = props;
  return (
    <div className={house.stack}>
      <SearchBox
        {...props}
        shown=""
        clears
        useFound={useFound}
        onChoose={(choice) => onChange([...chosen.filter((one) => one.id !== choice.id), named(choice)])}
      />
      {chosen.length > 0 && (
        <TagGroup aria-label={props.label} onDismiss={(_event, { value }) => onChange(chosen.filter((one) => one.id !== value))}>
          {chosen.map((one) => (
            <InteractionTag key={one.id} value={one.id}>
              <InteractionTagPrimary hasSecondaryAction>{one.name}</InteractionTagPrimary>
              <InteractionTagSecondary aria-label={t('tab.search.remove', { name: one.name })} />
            </InteractionTag>
          ))}
        </TagGroup>
      )}
    </div>
  );
};
