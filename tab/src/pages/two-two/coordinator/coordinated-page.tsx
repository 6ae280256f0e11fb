import { engagementStates } from '@coaching-pairs/shared/engagement/engagement';
import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import { Badge, Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useCoordinating } from '../engagement/use-engagement.js';

type One = Coordinating['engagements'][number];
const views = ['open', 'ready', ...engagementStates] as const;
type View = (typeof views)[number];

const isIn = (view: View, { state, ready }: One): boolean => {
  if (view === 'open') return state !== 'closed';
  return view === 'ready' ? ready : state === view;
};

const Row = ({ one: { id, state, clients, holdings, ready, asked } }: { readonly one: One }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const coaches = holdings.map(({ coach }) => coach.name);
  return (
    <li className={house.spread}>
      <span className={house.tight}>
        <Link to={`/2-2/coordinator/engagements/${encodeURIComponent(id)}`}>{list(clients.map(({ name }) => name))}</Link>
        <span className={house.small}>
          {coaches.length === 0 ? t('tab.twoTwo.coordinating.noCoaches') : t('tab.twoTwo.coordinating.coaches', { names: list(coaches) })}
        </span>
      </span>
      <Badge appearance="tint" color={ready ? 'warning' : state === 'closed' ? 'informative' : 'brand'}>
        {ready ? t('tab.twoTwo.coordinating.ready') : t(asked === null ? `twoTwo.state.${state}` : 'tab.twoTwo.coordinating.asked')}
      </Badge>
    </li>
  );
};

const All = ({ engagements }: Coordinating) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const [view, setView] = useState<View>('open');
  const shown = engagements.filter((one) => isIn(view, one));
  return (
    <Section title={t('tab.twoTwo.coordinating.count', { count: shown.length })}>
      {engagements.length > 0 && (
        <Field label={t('tab.twoTwo.coordinating.show')} className={house.field}>
          <Select
            className={house.select}
            value={view}
            onChange={(_event, { value }) => setView(views.find((one) => one === value) ?? 'open')}
          >
            <option value="open">{t('tab.twoTwo.coordinating.view.open')}</option>
            <option value="ready">{t('tab.twoTwo.coordinating.view.ready')}</option>
            {engagementStates.map((state) => (
              <option key={state} value={state}>
                {t(`twoTwo.state.${state}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {shown.length === 0 && (
        <p className={house.prose}>{t(engagements.length === 0 ? 'tab.twoTwo.coordinating.none' : 'tab.twoTwo.coordinating.noneHere')}</p>
      )}
      <ul className={house.list}>
        {shown.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      <div className={house.actions}>
        <Button onClick={() => go('/2-2/coordinator/engagements/new')}>{t('tab.twoTwo.coordinating.enquire')}</Button>
      </div>
    </Section>
  );
};

/** Every engagement and how far it is: names and states, and not a word of what any of them is about. */
export const CoordinatedPage = () => {
  const { t } = useWords();
  const back = { to: '/2-2/coordinator', children: t('tab.twoTwo.coordinator.title') };
  return (
    <AskedPage title={t('tab.twoTwo.coordinating.title')} lead={t('tab.twoTwo.coordinating.lead')} back={back} asked={useCoordinating()}>
      {({ engagements }) => <All engagements={engagements} />}
    </AskedPage>
  );
};
