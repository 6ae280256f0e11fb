import { SearchBox } from '@fluentui/react-components';
import { useWords } from '../session.js';

type NameFilterProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
};

/** A box that narrows the list below it; what is typed stays on this page. */
export const NameFilter = ({ label, value, onChange, className }: NameFilterProps) => {
  const { t } = useWords();
  return (
    <SearchBox
      aria-label={label}
      placeholder={label}
      value={value}
      dismiss={{ 'aria-label': t('tab.action.clear') }}
      onChange={(_event, data) => onChange(data.value)}
      {...(className === undefined ? {} : { className })}
    />
  );
};
