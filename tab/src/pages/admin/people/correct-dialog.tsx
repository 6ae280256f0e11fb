import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { changesIn, type ManagerChoice, putOf } from './corrections.js';
import { PersonSearch } from './person-search.js';

type Words = ReturnType<typeof useWords>;
type Choices = readonly { readonly kind: ManagerChoice['kind']; readonly text: string }[];

const managerChoices = ({ t }: Words, { manager, directoryManager, corrected }: RoundPerson): Choices => [
  { kind: 'keep', text: manager === null ? t('tab.people.dialog.manager.keepNone') : t('tab.people.dialog.manager.keep', manager) },
  { kind: 'other', text: t('tab.people.dialog.manager.other') },
  { kind: 'none', text: t('tab.people.dialog.manager.none') },
  ...(corrected.includes('managerId')
    ? [
        {
          kind: 'back' as const,
          text:
            directoryManager === null
              ? t('tab.people.dialog.manager.backNone')
              : t('tab.people.dialog.manager.back', { name: directoryManager.name }),
        },
      ]
    : []),
];

const secondChoices = ({ t }: Words, { secondManager }: RoundPerson): Choices => [
  {
    kind: 'keep',
    text: secondManager === null ? t('tab.people.dialog.second.keepNone') : t('tab.people.dialog.manager.keep', secondManager),
  },
  { kind: 'other', text: t('tab.people.dialog.manager.other') },
  ...(secondManager === null ? [] : [{ kind: 'none' as const, text: t('tab.people.dialog.second.none') }]),
];

type ManagerFieldProps = {
  readonly label: string;
  readonly explanation?: string;
  readonly choices: Choices;
  readonly chosen: ManagerChoice;
  readonly onChoose: (choice: ManagerChoice) => void;
};

const ManagerField = ({ label, explanation, choices, chosen, onChoose }: ManagerFieldProps) => {
  const { t } = useWords();
  const choose = (kind: ManagerChoice['kind'] | undefined): void => {
    if (kind !== undefined) onChoose(kind === 'other' ? { kind, person: null } : { kind });
  };
  return (
    <>
      <Field label={label} {...(explanation === undefined ? {} : { hint: explanation })}>
        <RadioGroup value={chosen.kind} onChange={(_event, { value }) => choose(choices.find(({ kind }) => kind === value)?.kind)}>
          {choices.map(({ kind, text }) => (
            <Radio key={kind} value={kind} label={text} />
          ))}
        </RadioGroup>
      </Field>
      {chosen.kind === 'other' && (
        <PersonSearch
          label={t('tab.people.dialog.search')}
          reads={t('tab.reads.administrators')}
          chosen={chosen.person}
          onChoose={(person) => onChoose({ kind: 'other', person })}
        />
      )}
    </>
  );
};

type FunctionFieldProps = { readonly one: RoundPerson; readonly value: string; readonly onChange: (name: string) => void };

const FunctionField = ({ one, value, onChange }: FunctionFieldProps) => {
  const { t } = useWords();
  const house = useHouse();
  const isPut = one.corrected.includes('functionName');
  return (
    <>
      <Field
        className={house.field}
        label={t('tab.people.dialog.function')}
        hint={
          <span className={house.tight}>
            <span>{t('tab.people.dialog.function.explain')}</span>
            <WhoReads text={t('tab.reads.function')} />
          </span>
        }
      >
        <Input maxLength={120} value={value} onChange={(_event, data) => onChange(data.value)} />
      </Field>
      {isPut && value !== '' && (
        <Button size="small" style={{ alignSelf: 'flex-start' }} onClick={() => onChange('')}>
          {t('tab.people.dialog.function.back')}
        </Button>
      )}
      {isPut && value === '' && <span className={house.small}>{t('tab.people.dialog.function.willBack')}</span>}
    </>
  );
};

type CorrectDialogProps = { readonly roundId: string; readonly one: RoundPerson; readonly onClose: () => void };

/** Puts right somebody's function and managers for all rounds, or goes back to what the directory says. */
export const CorrectDialog = ({ roundId, one, onClose }: CorrectDialogProps) => {
  const words = useWords();
  const { t } = words;
  const feedback = useFeedback();
  const [put, setPut] = useState(putOf(one));
  const correct = useChange(routes.correctPerson, { outdates: [keys.people(roundId), keys.overview(roundId), keys.board(roundId)] });
  const { id: personId, name } = one.person;
  const changes = changesIn(one, put);
  const onSuccess = (): void => {
    feedback.done(t('tab.people.saved', { name }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('tab.people.dialog', { name })}
      confirm={t('tab.plan.save')}
      running={correct.isPending}
      ready={changes !== null}
      onConfirm={() => changes !== null && correct.mutate({ params: { roundId, personId }, body: changes }, { onSuccess })}
      onClose={onClose}
    >
      <FunctionField one={one} value={put.functionName} onChange={(functionName) => setPut({ ...put, functionName })} />
      <ManagerField
        label={t('tab.people.dialog.manager')}
        choices={managerChoices(words, one)}
        chosen={put.manager}
        onChoose={(manager) => setPut({ ...put, manager })}
      />
      <ManagerField
        label={t('tab.people.dialog.second')}
        explanation={t('tab.people.dialog.second.explain')}
        choices={secondChoices(words, one)}
        chosen={put.second}
        onChoose={(second) => setPut({ ...put, second })}
      />
      {correct.error !== null && <FaultBar fault={correct.error} />}
    </ConfirmDialog>
  );
};
