import { mergeClasses, Select } from '@fluentui/react-components';
import { useHouse } from '../../../style/house.js';

type ChoiceFilterProps = {
  readonly label: string;
  /** What the choice that narrows nothing is called. */
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
  readonly className?: string;
};

/** Narrows a list to those of one kind. */
export const ChoiceFilter = ({ label, all, choices, chosen, onChoose, className }: ChoiceFilterProps) => {
  const house = useHouse();
  return (
    <Select
      aria-label={label}
      value={chosen ?? ''}
      onChange={(_event, { value }) => onChoose(value === '' ? undefined : value)}
      className={mergeClasses(house.narrow, className)}
      select={{ className: house.select }}
    >
      <option value="">{all}</option>
      {choices.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
};
