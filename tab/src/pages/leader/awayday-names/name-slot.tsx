import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import { Person } from '../../../components/person.js';
import { SearchBox } from '../../../components/search-box.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useFeedbackPeople } from './use-names.js';

type NameSlotProps = {
  readonly roundId: string;
  readonly which: 'first' | 'second';
  readonly person: Named | null;
  readonly other: Named | null;
  readonly open: boolean;
  readonly onChange: (person: Named | null) => void;
};

/** One of the two names: who is named, or a search for somebody. */
export const NameSlot = ({ roundId, which, person, other, open, onChange }: NameSlotProps) => {
  const { t } = useWords();
  const house = useHouse();
  const part = useRef<HTMLFieldSetElement>(null);
  const changed = useRef(false);
  const useFound = (typed: string) => useFeedbackPeople(roundId, typed, [person, other]);
  // What was pressed is gone, so that reading goes on where it stood.
  useEffect(() => {
    if (changed.current) part.current?.focus();
    changed.current = false;
  });
  const change = (next: Named | null): void => {
    changed.current = true;
    onChange(next);
  };
  const label = t(`tab.names.${which}`);
  return (
    <fieldset ref={part} tabIndex={-1} aria-label={label} style={{ border: 0, margin: 0, padding: 0, minWidth: 0, outlineStyle: 'none' }}>
      {person === null ? (
        open ? (
          <SearchBox
            label={label}
            reads={t('tab.names.reads')}
            shown=""
            useFound={useFound}
            onChoose={({ id, name, detail }) => change({ id, name, functionName: detail })}
          />
        ) : (
          <p className={house.prose}>{t('tab.names.nobody')}</p>
        )
      ) : (
        <div className={house.tight}>
          <span className={house.subheading}>{label}</span>
          <div className={`${house.beside} ${house.field}`}>
            <Person person={person} />
            {open && (
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('tab.search.remove', { name: person.name })}
                onClick={() => change(null)}
              />
            )}
          </div>
        </div>
      )}
    </fieldset>
  );
};
