import { instant } from '@coaching-pairs/shared/ids';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { CoachEntry } from '@coaching-pairs/shared/wire/two-two';
import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { outdatedByRegister, twoTwoKeys, useCoachRegister } from '../../../data/two-two.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { draftOf, ProfileFields, profileOf } from '../profile-fields.js';
import { Account } from './account-section.js';

type OfCoach = { readonly coach: CoachEntry };
type External = { readonly name: string; readonly mail: string; readonly about: string };

/** What the coach says of themselves, and whether they have accepted the code. */
const Said = ({ coach }: OfCoach) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const { commitment, about } = coach;
  const code =
    commitment === null
      ? t(coach.hasAccount ? 'tab.twoTwo.code.open' : 'tab.twoTwo.code.noAccount')
      : t('tab.twoTwo.code.accepted', { name: commitment.name, date: dateAt(instant(commitment.at), zone) });
  return (
    <Section title={t('tab.twoTwo.said')}>
      {coach.hasAccount && <p className={house.prose}>{about === '' ? t('tab.twoTwo.said.nothing') : about}</p>}
      <p className={house.prose}>{code}</p>
    </Section>
  );
};

const ExternalFields = ({ draft, put }: { readonly draft: External; readonly put: (next: External) => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const reads = <WhoReads text={t('tab.twoTwo.reads.profile')} />;
  return (
    <>
      <Field className={house.field} label={t('tab.twoTwo.field.name')} hint={reads}>
        <Input maxLength={120} value={draft.name} onChange={(_event, { value }) => put({ ...draft, name: value })} />
      </Field>
      <Field className={house.field} label={t('tab.twoTwo.field.mail')} hint={<WhoReads text={t('tab.twoTwo.reads.coordinators')} />}>
        <Input type="email" maxLength={254} value={draft.mail} onChange={(_event, { value }) => put({ ...draft, mail: value })} />
      </Field>
      <Field className={house.field} label={t('tab.twoTwo.field.aboutExternal')} hint={reads}>
        <Textarea
          rows={5}
          resize="vertical"
          maxLength={1_500}
          value={draft.about}
          onChange={(_event, { value }) => put({ ...draft, about: value })}
        />
      </Field>
    </>
  );
};

const Edit = ({ coach }: OfCoach) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [draft, setDraft] = useState(draftOf(coach));
  const [external, setExternal] = useState<External>({ name: coach.name, mail: coach.mail ?? '', about: coach.about });
  const onDone = () => feedback.done(t('tab.twoTwo.saved'));
  const saving = useChange(routes.changeCoach, { answers: twoTwoKeys.register, outdates: outdatedByRegister, onDone });
  const save = () => {
    const told = coach.hasAccount ? null : { name: external.name.trim(), mail: external.mail.trim(), about: external.about.trim() };
    saving.mutate({ params: { coachId: coach.id }, body: { ...profileOf(draft), external: told } });
  };
  const isNameless = !coach.hasAccount && (external.name.trim() === '' || external.mail.trim() === '');
  return (
    <Section title={t('tab.twoTwo.entry')}>
      {!coach.hasAccount && <ExternalFields draft={external} put={setExternal} />}
      <ProfileFields draft={draft} onChange={setDraft} reads={t('tab.twoTwo.reads.profile')} />
      {saving.error !== null && <FaultBar fault={saving.error} />}
      <div className={house.actions}>
        <DoButton
          whyNot={isNameless ? t('tab.twoTwo.add.why.external') : null}
          running={saving.isPending}
          onClick={() => isNameless || save()}
        >
          {t('tab.twoTwo.save')}
        </DoButton>
      </div>
    </Section>
  );
};

const Remove = ({ coach: { id, name } }: OfCoach) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const onDone = (): void => {
    feedback.done(t('tab.twoTwo.removed', { name }));
    go('/2-2/coordinator/coaches');
  };
  const removing = useChange(routes.removeCoach, { answers: twoTwoKeys.register, outdates: outdatedByRegister, onDone });
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('tab.twoTwo.remove')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.remove.title', { name })}
        confirm={t('tab.twoTwo.remove')}
        running={removing.isPending}
        onConfirm={() => removing.mutate({ params: { coachId: id }, body: {} })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.twoTwo.remove.text')}</p>
        {removing.error !== null && <FaultBar fault={removing.error} />}
      </ConfirmDialog>
    </div>
  );
};

/** One entry of the register: what the coach says, what a coordinator may change, and the way out. */
export const CoachPage = ({ coachId }: { readonly coachId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useCoachRegister();
  const name = asked.data?.coaches.find(({ id }) => id === coachId)?.name;
  const back = { to: '/2-2/coordinator/coaches', children: t('tab.twoTwo.register.title') };
  return (
    <AskedPage title={name ?? t('tab.twoTwo.entry')} back={back} asked={asked}>
      {({ coaches }) => {
        const coach = coaches.find(({ id }) => id === coachId);
        if (coach === undefined) return <p className={house.prose}>{t('tab.twoTwo.gone')}</p>;
        return (
          <div className={house.parts}>
            {coach.mail !== null && <Account coach={coach} mail={coach.mail} />}
            <Said coach={coach} />
            <Edit coach={coach} />
            <Remove coach={coach} />
          </div>
        );
      }}
    </AskedPage>
  );
};
