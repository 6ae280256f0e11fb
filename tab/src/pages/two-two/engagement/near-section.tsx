import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

type PutForward = NonNullable<Engagement['putForward']>;
type OfTwo = { readonly id: string; readonly two: PutForward };

/** Each of the two, whom they would hold, and how they are near. */
const Two = ({ holdings, near }: PutForward) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ul className={house.list}>
      {holdings.map(({ coach, client }) => (
        <li key={coach.id}>
          <Person
            person={coach}
            size={40}
            after={
              <>
                <span>{t('tab.twoTwo.near.holds', { name: client.name })}</span>
                {near
                  .filter((one) => one.coach.id === coach.id)
                  .map((one) => (
                    <span key={`${one.client.id} ${one.why}`}>{t(`tab.twoTwo.near.${one.why}`, { name: one.client.name })}</span>
                  ))}
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
};

/** The quiet no: it says who learns what, and that the other one may guess (TT-05). */
const RatherOthers = ({ id, two }: OfTwo) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(id);
  const done = () => {
    setAsking(false);
    feedback.done(t('tab.twoTwo.near.no.done'));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('tab.twoTwo.near.no')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.near.no.title')}
        confirm={t('tab.twoTwo.near.no')}
        cancel={t('tab.twoTwo.answer.back')}
        running={running}
        onConfirm={() => make({ kind: 'rather-others', version: two.version }, done)}
        onClose={() => setAsking(false)}
      >
        <ul className={house.bullets}>
          {(['learns', 'who', 'guess', 'next'] as const).map((line) => (
            <li key={line}>{t(`tab.twoTwo.near.no.${line}`)}</li>
          ))}
        </ul>
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};

const Content = ({ id, two }: OfTwo) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { make, running, fault } = useChanging(id);
  const say = () => make({ kind: 'content', version: two.version }, () => feedback.done(t('tab.twoTwo.near.yes.done')));
  return (
    <>
      <Button appearance="primary" disabledFocusable={running} onClick={say}>
        {t('tab.twoTwo.near.yes')}
      </Button>
      {fault !== null && <FaultBar fault={fault} />}
    </>
  );
};

/** Two coaches of whom one is near to a client: each client reads who and why, and answers alone (TT-01). */
export const NearSection = ({ engagement: { id, putForward: two } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  if (two === null) return null;
  return (
    <Section title={t('tab.twoTwo.near.title')}>
      <p className={house.prose}>{t('tab.twoTwo.near.why')}</p>
      <Two {...two} />
      <div className={house.tight}>
        <span className={house.small}>{t('tab.twoTwo.near.words')}</span>
        <p className={house.prose}>{two.words}</p>
      </div>
      {two.mine && <p className={house.prose}>{t('tab.twoTwo.near.mine')}</p>}
      <div className={house.stack}>
        <WhoReads text={t('tab.twoTwo.answer.reads')} />
        <div className={house.actions}>
          {!two.mine && <Content id={id} two={two} />}
          <RatherOthers id={id} two={two} />
        </div>
      </div>
    </Section>
  );
};
