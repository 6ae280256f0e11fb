import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { useChange } from '../../../data/use-change.js';
import { useSettled } from '../../../data/use-settled.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { engagementKeys, useCoordinating } from '../engagement/use-engagement.js';
import { AssignTwo } from './assign-two.js';
import { FoundTwo } from './found-two.js';
import { PutForward } from './put-forward.js';
import { TwoAsked } from './two-asked.js';

type One = Coordinating['engagements'][number];
type OfOne = { readonly one: One };

const Facts = ({ one: { state, ready, asked, clients, holdings, sponsor } }: OfOne) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={ready ? t('tab.twoTwo.coordinating.ready') : t(`twoTwo.state.${state}`)} accent={ready}>
      <p className={house.prose}>{t(`tab.twoTwo.coordinating.is.${ready ? 'ready' : asked === null ? state : 'asked'}`)}</p>
      <ul className={house.grid}>
        {clients.map((client) => (
          <li key={client.id}>
            <Person person={client} after={<span>{t('twoTwo.party.client')}</span>} />
          </li>
        ))}
        {holdings.map(({ coach, client }) => (
          <li key={coach.id}>
            <Person person={coach} after={<span>{t('tab.twoTwo.who.holds', { name: client.name })}</span>} />
          </li>
        ))}
        {sponsor !== null && (
          <li>
            <Person person={sponsor} after={<span>{t('twoTwo.party.sponsor')}</span>} />
          </li>
        )}
      </ul>
    </Section>
  );
};

/** Two coaches for the two of an enquiry to which both have said yes. */
const Find = ({ one: { id, clients, sponsor } }: OfOne) => {
  const { t } = useWords();
  const house = useHouse();
  const [language, setLanguage] = useState('');
  const settled = useSettled(language.trim());
  const [first, second] = clients;
  if (first === undefined || second === undefined) return null;
  return (
    <>
      <Section title={t('tab.twoTwo.two.title')}>
        <Field className={house.field} label={t('tab.twoTwo.two.language')} hint={t('tab.twoTwo.two.language.hint')}>
          <Input maxLength={60} value={language} onChange={(_event, { value }) => setLanguage(value)} />
        </Field>
      </Section>
      <FoundTwo
        wanted={{ one: first, other: second, language: settled, sponsor }}
        assign={(holds) => <AssignTwo engagementId={id} holds={holds} />}
      />
    </>
  );
};

const TakeBack = ({ one: { id } }: OfOne) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const onDone = (): void => {
    setAsking(false);
    feedback.done(t('tab.twoTwo.takeBack.done'));
  };
  const taking = useChange(routes.coordinateEngagement, { answers: engagementKeys.coordinating, outdates: [engagementKeys.all], onDone });
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('tab.twoTwo.takeBack')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.takeBack.title')}
        confirm={t('tab.twoTwo.takeBack')}
        running={taking.isPending}
        onConfirm={() => taking.mutate({ params: { engagementId: id }, body: { change: { kind: 'take-back' } } })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.twoTwo.takeBack.text')}</p>
        {taking.error !== null && <FaultBar fault={taking.error} />}
      </ConfirmDialog>
    </div>
  );
};

/** One engagement as a coordinator sees it: who, how far, and before it begins two coaches or the way back. */
export const CoordinatedEngagementPage = ({ engagementId }: { readonly engagementId: string }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const asked = useCoordinating();
  const found = asked.data?.engagements.find(({ id }) => id === engagementId);
  const title = found === undefined ? t('tab.twoTwo.nav') : list(found.clients.map(({ name }) => name));
  return (
    <AskedPage title={title} back={{ to: '/2-2/coordinator/engagements', children: t('tab.twoTwo.coordinating.title') }} asked={asked}>
      {() =>
        found === undefined ? (
          <p className={house.prose}>{t('tab.twoTwo.coordinating.gone')}</p>
        ) : (
          <div className={house.parts}>
            <Facts one={found} />
            {found.ready && <Find one={found} />}
            {found.ready && <PutForward one={found} />}
            {found.asked !== null && <TwoAsked engagementId={found.id} asked={found.asked} />}
            {found.state === 'enquiry' && <TakeBack one={found} />}
          </div>
        )
      }
    </AskedPage>
  );
};
