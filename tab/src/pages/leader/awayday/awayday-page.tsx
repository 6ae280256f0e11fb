import type { Me, MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { Redirect, useLocation } from 'wouter';
import { AgendaSheet } from '../../../components/agenda-sheet.js';
import { AskedPage } from '../../../components/asked-page.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AwaydaySection } from './awayday-section.js';
import { InsightsScript } from './insights-script.js';

const Day = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const { awayday, leads } = round;
  return (
    <div className={house.parts}>
      {awayday === null ? <p className={house.prose}>{t('tab.awayday.none')}</p> : <AwaydaySection round={round} onItsPage />}
      {awayday !== null && <AgendaSheet title={t('tab.awayday.agenda')} name={round.name} awayday={awayday} />}
      {leads !== null && <InsightsScript text={leads.insightsScript} />}
    </div>
  );
};

/** Whoever organises the round without belonging to it is led to where they plan it. */
const Elsewhere = ({ roundId, me }: { readonly roundId: string; readonly me: Me }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  if (me.administers) return <Redirect to={`/admin/${encodeURIComponent(roundId)}/awayday`} replace />;
  return (
    <div className={house.stack}>
      <p className={house.prose}>{t('tab.mine.elsewhere.text')}</p>
      <div className={house.actions}>
        <Button onClick={() => go('/')}>{t('tab.nav.mine')}</Button>
      </div>
    </div>
  );
};

/** What is on when, for everybody whom the round is for; the round leader finds here how to invite insights. */
export const AwaydayPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useMe();
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.awayday.title')} back={back} asked={asked}>
      {(me) => {
        const round = me.rounds.find(({ id }) => id === roundId);
        return round === undefined ? <Elsewhere roundId={roundId} me={me} /> : <Day round={round} />;
      }}
    </AskedPage>
  );
};
