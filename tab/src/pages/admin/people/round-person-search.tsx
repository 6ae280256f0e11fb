import type { Named } from '@coaching-pairs/shared/wire/parts';
import { SearchBox, type SearchLabels } from '../../../components/search-box.js';
import { useRoundPeople } from '../../../data/round-people.js';

/** Shown at once; the rest is found by typing more of a name. */
const most = 20;

type RoundPersonSearchProps = SearchLabels & {
  readonly roundId: string;
  readonly chosen: Named | null;
  readonly onChoose: (person: Named) => void;
};

/** Chooses one of a round's people, by part of a name or of a function. */
export const RoundPersonSearch = ({ roundId, chosen, onChoose, ...labels }: RoundPersonSearchProps) => {
  const useFound = (text: string) => {
    const { data, isFetching, error } = useRoundPeople(roundId, { text }, false, text.trim().length > 1);
    const found = data?.people.slice(0, most).map(({ person }) => ({ id: person.id, name: person.name, detail: person.functionName }));
    return { choices: found, isFetching, error };
  };
  const choose = ({ id, name, detail }: { readonly id: string; readonly name: string; readonly detail: string | null }): void =>
    onChoose({ id, name, functionName: detail });
  return <SearchBox {...labels} shown={chosen?.name ?? ''} useFound={useFound} onChoose={choose} />;
};
