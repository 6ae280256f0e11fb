import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type FormProps<Name extends string> = {
  readonly title: string;
  readonly text: string;
  /** Who reads what is written here, beside each field (C-01). */
  readonly reads: string;
  readonly fields: readonly { readonly name: Name; readonly label: string; readonly hint: string }[];
  readonly most: number;
  /** As it stands now, and in which version: the one who saves over it has it before their eyes. */
  readonly standing: Readonly<Record<Name, string>>;
  readonly version: number;
  readonly savedBy: string | null;
  /** Whether it may be emptied. */
  readonly mayBeEmpty?: boolean;
  readonly running: boolean;
  readonly fault: unknown;
  readonly onSave: (words: Readonly<Record<Name, string>>) => void;
  readonly onClose: () => void;
};

/** What two write together. What was typed stays while the other one saves: only what was changed here goes on top of theirs. */
export const DraftForm = <Name extends string>(props: FormProps<Name>) => {
  const { t } = useWords();
  const house = useHouse();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [begun] = useState(props.version);
  const { fields, standing, version, savedBy } = props;
  const textIn = (name: Name): string => typed[name] ?? standing[name];
  const words: Readonly<Record<Name, string>> = { ...standing, ...typed };
  const isSame = fields.every(({ name }) => textIn(name) === standing[name]);
  const isEmpty = props.mayBeEmpty !== true && fields.every(({ name }) => textIn(name).trim() === '');
  const whyNot = isEmpty ? t('tab.twoTwo.draft.why.empty') : isSame ? t('tab.twoTwo.draft.why.same') : null;
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{props.title}</h3>
      <p className={house.prose}>{props.text}</p>
      {version !== begun && savedBy !== null && (
        <p className={house.prose} role="status">
          {t('tab.twoTwo.words.newer', { name: savedBy })}
        </p>
      )}
      {fields.map(({ name, label, hint }) => (
        <Field
          key={name}
          label={label}
          hint={
            <span className={house.tight}>
              <span>{hint}</span>
              <WhoReads text={props.reads} />
            </span>
          }
        >
          <Textarea
            rows={4}
            resize="vertical"
            maxLength={props.most}
            value={textIn(name)}
            onChange={(_event, { value }) => setTyped({ ...typed, [name]: value })}
          />
        </Field>
      ))}
      {props.fault !== null && <FaultBar fault={props.fault} />}
      <div className={house.actions}>
        <DoButton whyNot={whyNot} running={props.running} onClick={() => whyNot === null && props.onSave(words)}>
          {t('tab.twoTwo.save')}
        </DoButton>
        <Button onClick={props.onClose}>{t('tab.action.cancel')}</Button>
      </div>
    </div>
  );
};
