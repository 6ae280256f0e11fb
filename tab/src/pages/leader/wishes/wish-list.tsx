import { mostClosely, mostTrusted } from '@coaching-pairs/shared/round/wishes';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { MyWishes } from '@coaching-pairs/shared/wire/wishes';
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useRef } from 'react';
import { Person } from '../../../components/person.js';
import { SearchBox } from '../../../components/search-box.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type WishList as List, type Naming, usePeopleToName } from './use-wishes.js';

const most = { closely: mostClosely, trusted: mostTrusted } as const;

type NamesProps = {
  readonly label: string;
  readonly people: readonly Named[];
  readonly running: boolean;
  readonly onRemove: (person: Named) => void;
};

const Names = ({ label, people, running, onRemove }: NamesProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (people.length === 0) return <p className={`${house.prose} ${house.quiet}`}>{t('tab.wishes.none')}</p>;
  return (
    <ul className={house.list} aria-label={label}>
      {people.map((person) => (
        <li key={person.id} className={`${house.beside} ${house.field}`}>
          <Person person={person} />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t('tab.search.remove', { name: person.name })}
            disabledFocusable={running}
            onClick={() => onRemove(person)}
          />
        </li>
      ))}
    </ul>
  );
};

type WishListProps = { readonly roundId: string; readonly list: List; readonly page: MyWishes; readonly naming: Naming };

/** One of the two lists: what it does, who reads it, whom it holds, and as long as names are taken a search for one more. */
export const WishList = ({ roundId, list, page, naming }: WishListProps) => {
  const { t } = useWords();
  const house = useHouse();
  const part = useRef<HTMLDivElement>(null);
  const text = useId();
  const useFound = (typed: string) => usePeopleToName(roundId, typed, page);
  const people = page[list];
  const full = people.length >= most[list];
  // The button that was pressed goes with the name; reading goes on at what the list says.
  const remove = (person: Named): void => {
    naming.remove(list, person);
    part.current?.focus();
  };
  return (
    <Section title={t(`tab.wishes.${list}.title`)}>
      <div ref={part} tabIndex={-1} className={house.stack} style={{ outlineStyle: 'none' }} aria-describedby={text}>
        <p id={text} className={house.prose}>
          {t(`tab.wishes.${list}.text`, { most: most[list] })}
        </p>
        <Names label={t(`tab.wishes.${list}.list`)} people={people} running={naming.running} onRemove={remove} />
        {page.open && full && <p className={house.prose}>{t(`tab.wishes.${list}.full`, { most: most[list] })}</p>}
        {page.open && !full ? (
          <SearchBox
            label={t(`tab.wishes.${list}.find`)}
            reads={t('tab.wishes.reads')}
            shown=""
            useFound={useFound}
            onChoose={(choice) => !naming.running && naming.add(list, choice)}
          />
        ) : (
          <WhoReads text={t('tab.wishes.reads')} />
        )}
      </div>
    </Section>
  );
};
