import type { Awayday } from '@coaching-pairs/shared/wire/awayday';
import { useRef } from 'react';
import { AgendaSheet } from '../../../components/agenda-sheet.js';
import { AskedPage } from '../../../components/asked-page.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { InsightsScript } from '../../leader/awayday/insights-script.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { AgendaEditor } from './agenda-editor.js';
import { DaySection } from './day-section.js';
import { useAwayday } from './use-awayday.js';

type PlanningProps = { readonly roundId: string; readonly awayday: Awayday; readonly lookAgain: () => void };

const Planning = ({ roundId, awayday, lookAgain }: PlanningProps) => {
  const { t } = useWords();
  const house = useHouse();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const { plan, state } = awayday;
  if (state === 'draft') return <p className={house.prose}>{t('tab.awayday.notYet')}</p>;
  return (
    <div ref={place} className={house.parts}>
      {state === 'closed' ? <p className={house.prose}>{t('tab.awayday.over')}</p> : <DaySection {...{ roundId, awayday, lookAgain }} />}
      {plan !== null && state !== 'closed' && <AgendaEditor {...{ roundId, awayday, plan, lookAgain }} />}
      {plan !== null && <AgendaSheet title={t('tab.awayday.sheet')} name={awayday.roundName} awayday={plan} />}
      <InsightsScript text={awayday.insightsScript} />
    </div>
  );
};

/** Planning the day on which the whole team meets at the end of the round (CP-80). */
export const AwaydayPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAwayday(roundId);
  if (isNotYours(asked.error)) return <NotYours />;
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.awayday.title')} lead={t('tab.awayday.lead')} back={back} asked={asked}>
      {(awayday) => <Planning roundId={roundId} awayday={awayday} lookAgain={() => void asked.refetch()} />}
    </AskedPage>
  );
};
