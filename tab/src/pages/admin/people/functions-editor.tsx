import type { Functions } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { ShowMore } from '../../../components/show-more.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { functionByDepartment, groupsFrom } from './function-groups.js';

type KnownFunctions = ReturnType<typeof Functions.parse>;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type RowProps = {
  readonly department: { readonly name: string; readonly people: number };
  readonly value: string;
  readonly known: string;
  readonly reads: string;
  readonly onChange: (name: string) => void;
};

const DepartmentRow = ({ department, value, known, reads, onChange }: RowProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <span>
        {department.name} <span className={house.small}>{t('product.people', { count: department.people })}</span>
      </span>
      <Input
        aria-label={t('tab.functions.of', { department: department.name })}
        list={known}
        aria-describedby={reads}
        maxLength={120}
        value={value}
        onChange={(_event, data) => onChange(data.value)}
      />
    </li>
  );
};

const useSave = (roundId: string) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const save = useChange(routes.saveFunctions, {
    answers: keys.functions,
    outdates: [keys.round(roundId)],
    onDone: () => feedback.done(t('tab.functions.saved')),
  });
  return save;
};

/** Gathers departments into functions: within one nobody is paired (CP-20). */
export const FunctionsEditor = ({ roundId, functions }: { readonly roundId: string; readonly functions: KnownFunctions }) => {
  const { t } = useWords();
  const house = useHouse();
  const known = useId();
  const reads = useId();
  const names = functions.departments.map((one) => one.name);
  const before = functionByDepartment(names, functions.groups);
  const [functionOf, setFunctionOf] = useState(before);
  const save = useSave(roundId);
  const changed = JSON.stringify(groupsFrom(functionOf)) !== JSON.stringify(groupsFrom(before));
  return (
    <>
      <p className={house.prose}>{t('tab.functions.text')}</p>
      <WhoReads id={reads} text={t('tab.reads.function')} />
      <datalist id={known}>
        {[...new Set(Object.values(functionOf))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ShowMore items={functions.departments} step={20}>
        {(shown) => (
          <ul className={house.list} style={{ gap: 0 }}>
            {shown.map((one) => (
              <DepartmentRow
                key={one.name}
                department={one}
                known={known}
                reads={reads}
                value={functionOf[one.name] ?? one.name}
                onChange={(name) => setFunctionOf({ ...functionOf, [one.name]: name })}
              />
            ))}
          </ul>
        )}
      </ShowMore>
      {save.error !== null && <FaultBar fault={save.error} />}
      <div className={house.actions}>
        <DoButton
          running={save.isPending}
          whyNot={changed ? null : t('tab.functions.why.unchanged')}
          onClick={() => save.mutate({ body: { groups: groupsFrom(functionOf) } })}
        >
          {t('tab.functions.save')}
        </DoButton>
      </div>
    </>
  );
};
