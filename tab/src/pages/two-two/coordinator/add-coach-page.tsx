import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { AddCoach } from '@coaching-pairs/shared/wire/two-two';
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { BackLink } from '../../../components/asked-page.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { outdatedByRegister, twoTwoKeys } from '../../../data/two-two.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PersonToCoach } from '../person-to-coach.js';
import { CapacityField } from '../profile-fields.js';

type Kind = 'inside' | 'external';
type Draft = { readonly kind: Kind; readonly person: Named | null; readonly name: string; readonly mail: string };

/** As it is sent; null while something is missing. */
const originOf = ({ kind, person, name, mail }: Draft): AddCoach['from'] | null => {
  if (kind === 'inside') return person === null ? null : { kind, personId: person.id };
  return name.trim() === '' || !/^\S+@\S+\.\S+$/u.test(mail.trim()) ? null : { kind, name: name.trim(), mail: mail.trim() };
};

const External = ({ draft, put }: { readonly draft: Draft; readonly put: (next: Partial<Draft>) => void }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <p className={house.prose}>{t('tab.twoTwo.add.external.text')}</p>
      <Field className={house.field} required label={t('tab.twoTwo.field.name')} hint={<WhoReads text={t('tab.twoTwo.reads.profile')} />}>
        <Input maxLength={120} value={draft.name} onChange={(_event, { value }) => put({ name: value })} />
      </Field>
      <Field
        className={house.field}
        required
        label={t('tab.twoTwo.field.mail')}
        hint={<WhoReads text={t('tab.twoTwo.reads.coordinators')} />}
      >
        <Input type="email" maxLength={254} value={draft.mail} onChange={(_event, { value }) => put({ mail: value })} />
      </Field>
    </>
  );
};

/** Enters the person and goes back to the register. */
const useAdding = (name: string) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const [, go] = useLocation();
  const onDone = (): void => {
    feedback.done(t('tab.twoTwo.added', { name }));
    go('/2-2/coordinator/coaches');
  };
  return useChange(routes.addCoach, { answers: twoTwoKeys.register, outdates: outdatedByRegister, onDone });
};

/** Enters somebody of the organisation or from outside in the register. */
export const AddCoachPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const [draft, setDraft] = useState<Draft>({ kind: 'inside', person: null, name: '', mail: '' });
  const [capacity, setCapacity] = useState(2);
  const put = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const adding = useAdding(draft.kind === 'inside' ? (draft.person?.name ?? '') : draft.name.trim());
  const from = originOf(draft);
  return (
    <Page title={t('tab.twoTwo.add')} above={<BackLink to="/2-2/coordinator/coaches">{t('tab.twoTwo.register.title')}</BackLink>}>
      <Section title={t('tab.twoTwo.add.who')}>
        <RadioGroup
          aria-label={t('tab.twoTwo.add.who')}
          value={draft.kind}
          onChange={(_event, { value }) => put({ kind: value === 'external' ? 'external' : 'inside' })}
        >
          <Radio value="inside" label={t('tab.twoTwo.add.inside')} />
          <Radio value="external" label={t('tab.twoTwo.add.external')} />
        </RadioGroup>
        {draft.kind === 'inside' ? (
          <PersonToCoach
            label={t('tab.twoTwo.field.person')}
            explanation={t('tab.twoTwo.add.inside.text')}
            reads={t('tab.twoTwo.reads.coordinators')}
            chosen={draft.person}
            onChoose={(person) => put({ person })}
          />
        ) : (
          <External draft={draft} put={put} />
        )}
        <CapacityField value={capacity} onChange={setCapacity} />
        {adding.error !== null && <FaultBar fault={adding.error} />}
        <div className={house.actions}>
          <DoButton
            whyNot={from === null ? t(`tab.twoTwo.add.why.${draft.kind}`) : null}
            running={adding.isPending}
            onClick={() => from !== null && adding.mutate({ body: { from, capacity } })}
          >
            {t('tab.twoTwo.add.do')}
          </DoButton>
        </div>
      </Section>
    </Page>
  );
};
