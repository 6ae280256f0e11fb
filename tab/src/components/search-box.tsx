import { Combobox, Field, Option } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';
import { faultText } from './fault.js';
import { WhoReads } from './who-reads.js';

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

const Hint = ({ explanation, reads }: Pick<SearchLabels, 'explanation' | 'reads'>) => {
  const house = useHouse();
  return (
    <span className={house.tight}>
      {explanation !== undefined && <span>{explanation}</span>}
      <WhoReads text={reads} />
    </span>
  );
};

/** What is typed, whether the list is open, and what is found; a choice or leaving the box forgets what was typed. */
const useTyping = (props: SearchBoxProps) => {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** Why Enter has chosen nobody; goes with the next letter. */
  const [whyNot, setWhyNot] = useState<string | null>(null);
  const found = props.useFound(typed ?? '');
  const choices = found.choices ?? [];
  const state = (): string => {
    if ((typed ?? '').trim().length < 2) return t('tab.search.typeTwo');
    if (found.isFetching) return t('tab.search.looking');
    return found.error === null ? t('tab.search.nothing') : faultText(words, found.error);
  };
  const type = (text: string | null): void => {
    setTyped(text);
    setWhyNot(null);
    setOpen(text !== null);
  };
  const choose = (id: string | undefined): void => {
    const choice = choices.find((one) => one.id === id);
    if (choice === undefined) return;
    props.onChoose(choice);
    type(null);
  };
  /** Takes the only one there is to choose, and says why where it is not so. */
  const take = (): void => {
    if (typed === null) return;
    const [only, another] = found.isFetching ? [] : choices;
    if (only !== undefined && another === undefined) choose(only.id);
    else setWhyNot(only === undefined ? state() : t('tab.search.several', { count: choices.length }));
  };
  return { choices, state, isOpen, setOpen, type, choose, take, whyNot, value: typed ?? props.shown };
};

/** Enter takes what is marked in the list, which the list does itself, else what `take` finds; it never sends the form around it. */
const enterTakes =
  (take: () => void) =>
  (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    if (!event.currentTarget.hasAttribute('aria-activedescendant')) take();
    event.preventDefault();
  };

/** A search for people or groups: type two letters, choose from what is found. */
export const SearchBox = (props: SearchBoxProps) => {
  const { t } = useWords();
  const house = useHouse();
  const typing = useTyping(props);
  return (
    <Field
      className={house.field}
      label={props.label}
      hint={<Hint reads={props.reads} {...(props.explanation === undefined ? {} : { explanation: props.explanation })} />}
      required={props.required ?? false}
      {...(props.fault === undefined ? {} : { validationMessage: props.fault })}
      {...(typing.whyNot === null ? {} : { validationMessage: typing.whyNot, validationState: 'warning' as const })}
    >
      <Combobox
        freeform
        // Within the page's own landmarks, where a screen reader looks for what belongs to the field.
        inlinePopup
        expandIcon={{ 'aria-label': t('tab.search.open') }}
        placeholder={t('tab.search.placeholder')}
        value={typing.value}
        selectedOptions={[]}
        open={typing.isOpen}
        onOpenChange={(_event, { open }) => typing.setOpen(open)}
        onChange={(event) => typing.type(event.target.value)}
        onBlur={() => typing.type(null)}
        onKeyDown={enterTakes(typing.take)}
        onOptionSelect={(_event, { optionValue }) => typing.choose(optionValue)}
      >
        {typing.choices.map((one) => (
          <Option key={one.id} value={one.id} text={one.name}>
            <span className={house.tight}>
              <span>{one.name}</span>
              {one.detail !== null && <span className={house.small}>{one.detail}</span>}
            </span>
          </Option>
        ))}
        {typing.choices.length === 0 && (
          <Option key="none" value="" text="" disabled>
            {typing.state()}
          </Option>
        )}
      </Combobox>
    </Field>
  );
};
