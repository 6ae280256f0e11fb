import { Combobox, Field, Option } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { faultText } from '../../../components/fault.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

export type Choice = { readonly id: string; readonly name: string; readonly detail: string | null };

export type SearchLabels = {
  readonly label: string;
  readonly explanation?: string;
  /** Who will read what is chosen here (C-01). */
  readonly reads: string;
  readonly required?: boolean;
  readonly fault?: string;
};

type SearchBoxProps = SearchLabels & {
  readonly shown: string;
  /** Asks for what begins with the text. */
  readonly useFound: (
    text: string,
  ) => Pick<UseQueryResult<unknown>, 'isFetching' | 'error'> & { readonly choices: readonly Choice[] | undefined };
  readonly onChoose: (choice: Choice) => void;
  /** Leaves the box empty after a choice, for lists. */
  readonly clears?: boolean;
};

/** A search in the directory: type two letters, choose from what is found. */
export const SearchBox = (props: SearchBoxProps) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const [typed, setTyped] = useState<string | null>(null);
  const found = props.useFound(typed ?? '');
  const choices = found.choices ?? [];
  const state = (): string => {
    if ((typed ?? '').trim().length < 2) return t('tab.search.typeTwo');
    if (found.isFetching) return t('tab.search.looking');
    return found.error === null ? t('tab.search.nothing') : faultText(words, found.error);
  };
  const hint = (
    <span className={house.tight}>
      {props.explanation !== undefined && <span>{props.explanation}</span>}
      <WhoReads text={props.reads} />
    </span>
  );
  return (
    <Field
      label={props.label}
      hint={hint}
      required={props.required ?? false}
      {...(props.fault === undefined ? {} : { validationMessage: props.fault })}
    >
      <Combobox
        freeform
        inlinePopup={false}
        placeholder={t('tab.search.placeholder')}
        value={typed ?? props.shown}
        selectedOptions={[]}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_event, { optionValue }) => {
          const choice = choices.find((one) => one.id === optionValue);
          if (choice === undefined) return;
          props.onChoose(choice);
          setTyped(props.clears === true ? '' : null);
        }}
      >
        {choices.map((one) => (
          <Option key={one.id} value={one.id} text={one.name}>
            <span className={house.tight}>
              <span>{one.name}</span>
              {one.detail !== null && <span className={house.small}>{one.detail}</span>}
            </span>
          </Option>
        ))}
        {choices.length === 0 && (
          <Option key="none" value="" text="" disabled>
            {state()}
          </Option>
        )}
      </Combobox>
    </Field>
  );
};
