import { instant } from '@coaching-pairs/shared/ids';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { TwoTwoActs, TwoTwoSwitch } from '@coaching-pairs/shared/wire/two-two';
import { useState } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { outdatedByRegister, twoTwoKeys, useTwoTwoActs, useTwoTwoSwitch } from '../../../data/two-two.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Whether it is offered, by whom since when, and the way to change that; asked once more, as everybody notices it. */
const Offer = ({ offered }: { readonly offered: TwoTwoSwitch }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const way = offered.on ? 'off' : 'on';
  const onDone = ({ on }: TwoTwoSwitch): void => {
    setAsking(false);
    feedback.done(t(on ? 'tab.twoTwo.switch.on.done' : 'tab.twoTwo.switch.off.done'));
  };
  const switching = useChange(routes.switchTwoTwo, { answers: twoTwoKeys.switch, outdates: outdatedByRegister, onDone });
  const { by, at } = offered;
  const said = by === null || at === null ? null : { name: by.name, date: dateAt(instant(at), zone) };
  return (
    <Section title={t(offered.on ? 'tab.twoTwo.switch.isOn' : 'tab.twoTwo.switch.isOff')} accent={!offered.on}>
      <p className={house.prose}>{t(offered.on ? 'tab.twoTwo.switch.isOn.text' : 'tab.twoTwo.switch.isOff.text')}</p>
      {said !== null && <p className={house.small}>{t(offered.on ? 'tab.twoTwo.switch.onBy' : 'tab.twoTwo.switch.offBy', said)}</p>}
      <div className={house.actions}>
        <DoButton appearance={offered.on ? 'secondary' : 'primary'} whyNot={null} onClick={() => setAsking(true)}>
          {t(`tab.twoTwo.switch.${way}`)}
        </DoButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={t(`tab.twoTwo.switch.${way}.title`)}
        confirm={t(`tab.twoTwo.switch.${way}`)}
        running={switching.isPending}
        onConfirm={() => switching.mutate({ body: { on: !offered.on } })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t(`tab.twoTwo.switch.${way}.text`)}</p>
        {switching.error !== null && <FaultBar fault={switching.error} />}
      </ConfirmDialog>
    </Section>
  );
};

const Ways = () => {
  const { t } = useWords();
  const house = useHouse();
  const ways = [
    ['/2-2/coordinator/engagements', 'tab.twoTwo.coordinating.title', 'tab.twoTwo.coordinating.way'],
    ['/2-2/coordinator/coaches', 'tab.twoTwo.register.title', 'tab.twoTwo.register.way'],
    ['/2-2/coordinator/two', 'tab.twoTwo.two.title', 'tab.twoTwo.two.way'],
    ['/2-2', 'explainer.title', 'tab.twoTwo.explainer.way'],
  ] as const;
  return (
    <Section title={t('tab.twoTwo.ways')}>
      <ul className={house.list}>
        {ways.map(([to, title, text]) => (
          <li key={to} className={house.tight}>
            <Link to={to}>{t(title)}</Link>
            <span className={house.small}>{t(text)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Acts = ({ acts }: { readonly acts: TwoTwoActs }) => {
  const { words, zone } = useSession();
  const { t, dateTime } = words;
  const house = useHouse();
  return (
    <Section title={t('tab.twoTwo.acts.title')}>
      <p className={house.prose}>{t('tab.twoTwo.acts.text')}</p>
      {acts.lines.length === 0 && <p className={house.prose}>{t('tab.twoTwo.acts.none')}</p>}
      <ul className={house.list}>
        {acts.lines.map(({ at, by, action, about }) => (
          <li key={`${at} ${action} ${by.id} ${about ?? ''}`} className={house.tight}>
            <span>
              {t(`audit.act.${action}`)}
              {about !== null && about !== by.name && ` · ${about}`}
            </span>
            <span className={house.small}>{t('tab.twoTwo.acts.by', { name: by.name, time: dateTime(instant(at), zone) })}</span>
          </li>
        ))}
      </ul>
      {acts.more > 0 && <p className={house.small}>{t('tab.twoTwo.acts.more', { count: acts.more })}</p>}
    </Section>
  );
};

/** Where a coordinator offers 2:2 Coaching, finds everything of it, and reads who did what. */
export const CoordinatorPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const [offer, acts] = [useTwoTwoSwitch(), useTwoTwoActs()];
  return (
    <Page title={t('tab.twoTwo.coordinator.title')} lead={t('tab.twoTwo.coordinator.lead')}>
      <AskedView asked={offer}>
        {(offered) => (
          <div className={house.parts}>
            <Offer offered={offered} />
            {offered.on && <Ways />}
            <AskedView asked={acts}>{(found) => <Acts acts={found} />}</AskedView>
          </div>
        )}
      </AskedView>
    </Page>
  );
};
