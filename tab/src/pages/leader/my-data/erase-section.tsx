import { daysKept } from '@coaching-pairs/shared/engagement/ending';
import { longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { discardDrafts } from '../notes/use-autosaved.js';

/** With what whoever reads has to do: a guest is in no round, and not everybody in 2:2 Coaching or in its register. */
export type Reach = { readonly guest: boolean; readonly register: boolean; readonly twoTwo: boolean };

type DialogProps = Pick<Reach, 'guest'> & { readonly open: boolean; readonly onClose: () => void };

const EraseDialog = ({ guest, open, onClose }: DialogProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const onDone = (): void => {
    discardDrafts();
    feedback.done(t('tab.myData.erase.done'));
  };
  const erase = useChange(routes.eraseMyData, { outdates: [keys.myData, keys.notes, keys.me, keys.everyRound], onDone });
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.myData.erase.ask')}
      confirm={t('tab.myData.erase.confirm')}
      running={erase.isPending}
      onConfirm={() => erase.mutate({ body: {} }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={house.prose}>{t(guest ? 'tab.myData.erase.sure.guest' : 'tab.myData.erase.sure')}</p>
      {erase.error !== null && <FaultBar fault={erase.error} />}
    </ConfirmDialog>
  );
};

const Goes = ({ guest, twoTwo }: Reach) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ul className={house.bullets}>
      {!guest && (
        <>
          <li>{t('tab.myData.goes.notes')}</li>
          <li>{t('tab.myData.goes.names')}</li>
          <li>{t('tab.myData.goes.words')}</li>
          <li>{t('tab.myData.goes.insights')}</li>
        </>
      )}
      {twoTwo && <li>{t('tab.myData.goes.entries')}</li>}
    </ul>
  );
};

const Stays = ({ guest, register, twoTwo }: Reach) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ul className={house.bullets}>
      {!guest && (
        <>
          <li>{t('tab.myData.stays.round')}</li>
          <li>{t('tab.myData.stays.pair', { days: longestKeptDays })}</li>
          <li>{t('tab.myData.stays.awayday')}</li>
        </>
      )}
      {twoTwo && <li>{t('tab.myData.stays.twoTwo', { days: daysKept })}</li>}
      {register && <li>{t('tab.myData.stays.register')}</li>}
      <li>{t(guest ? 'tab.myData.stays.zone' : 'tab.myData.stays.reminders')}</li>
      <li>{t(guest ? 'tab.myData.stays.ask.guest' : 'tab.myData.stays.ask')}</li>
    </ul>
  );
};

/** Erases what is mine alone, after saying what goes, what stays, and why. */
export const EraseSection = (reach: Reach) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('tab.myData.erase.title')}>
      <h3 className={house.subheading}>{t('tab.myData.goes')}</h3>
      <Goes {...reach} />
      <h3 className={house.subheading}>{t('tab.myData.stays')}</h3>
      <Stays {...reach} />
      <div className={house.actions}>
        <Button onClick={() => setAsking(true)}>{t('tab.myData.erase')}</Button>
      </div>
      <EraseDialog guest={reach.guest} open={asking} onClose={() => setAsking(false)} />
    </Section>
  );
};
