import { Input } from '@fluentui/react-components';
import { useId } from 'react';

type ZoneInputProps = { readonly value: string; readonly onChange: (value: string) => void };

/** The name of a zone, chosen from those that this device knows or typed; stands inside a field. */
export const ZoneInput = ({ value, onChange }: ZoneInputProps) => {
  const names = useId();
  return (
    <>
      <Input list={names} autoComplete="off" spellCheck={false} value={value} onChange={(_event, data) => onChange(data.value)} />
      <datalist id={names}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
};
