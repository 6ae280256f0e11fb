import { routes } from '@coaching-pairs/shared/wire/routes';
import type { CoachEntry } from '@coaching-pairs/shared/wire/two-two';
import { Field, Input } from '@fluentui/react-components';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { outdatedByRegister, twoTwoKeys } from '../../../data/two-two.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type AccountProps = { readonly coach: CoachEntry; readonly mail: string };

const Linking = ({ coach: { id, name }, mail }: AccountProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const onDone = () => feedback.done(t('tab.twoTwo.account.done', { name }));
  const linking = useChange(routes.linkCoach, { answers: twoTwoKeys.register, outdates: outdatedByRegister, onDone });
  return (
    <>
      <p className={house.prose}>{t('tab.twoTwo.account.none', { mail })}</p>
      {linking.error !== null && <FaultBar fault={linking.error} />}
      <div className={house.actions}>
        <DoButton whyNot={null} running={linking.isPending} onClick={() => linking.mutate({ params: { coachId: id }, body: {} })}>
          {t('tab.twoTwo.account.look')}
        </DoButton>
      </div>
    </>
  );
};

const There = () => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <p className={house.prose}>{t('tab.twoTwo.account.there')}</p>
      <Field className={house.field} label={t('tab.twoTwo.account.address')}>
        <Input readOnly value={`${window.location.origin}/tab/`} onFocus={({ target }) => target.select()} />
      </Field>
    </>
  );
};

/** How somebody from outside comes to sign in: as a guest whom IT has invited, found by their address. */
export const Account = ({ coach, mail }: AccountProps) => {
  const { t } = useWords();
  return <Section title={t('tab.twoTwo.account.title')}>{coach.hasAccount ? <There /> : <Linking coach={coach} mail={mail} />}</Section>;
};
