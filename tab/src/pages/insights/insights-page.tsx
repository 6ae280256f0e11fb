import { instant } from '@coaching-pairs/shared/ids';
import { longestInsight, mostInsights } from '@coaching-pairs/shared/insights/insight';
import type { Insights } from '@coaching-pairs/shared/wire/closing';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../components/asked-page.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DoButton } from '../../components/do-button.js';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { Section } from '../../components/section.js';
import { WhoReads } from '../../components/who-reads.js';
import { keys } from '../../data/keys.js';
import { useAsked } from '../../data/use-asked.js';
import { useChange } from '../../data/use-change.js';
import { useSession, useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

type Insight = Insights['insights'][number];

const Writing = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [text, setText] = useState('');
  const add = useChange(routes.addInsight, { answers: keys.insights(roundId) });
  const onSuccess = (): void => {
    feedback.done(t('tab.insights.added'));
    setText('');
  };
  return (
    <Section title={t('tab.insights.share')}>
      <Field className={house.field} label={t('tab.insights.field')} hint={<WhoReads text={t('tab.insights.reads')} />}>
        <Textarea rows={4} resize="vertical" maxLength={longestInsight} value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      {add.error !== null && <FaultBar fault={add.error} />}
      <div className={house.actions}>
        <DoButton
          whyNot={text.trim() === '' ? t('tab.resources.write.empty') : null}
          running={add.isPending}
          onClick={() => text.trim() !== '' && add.mutate({ params: { roundId }, body: { text } }, { onSuccess })}
        >
          {t('tab.insights.add')}
        </DoButton>
      </div>
    </Section>
  );
};

const TakeBack = ({ roundId, insight }: { readonly roundId: string; readonly insight: Insight }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const take = useChange(routes.withdrawInsight, { answers: keys.insights(roundId) });
  const onSuccess = (): void => {
    setAsking(false);
    feedback.done(t('tab.insights.taken'));
  };
  return (
    <div>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('tab.insights.take')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('tab.insights.take.title')}
        confirm={t('tab.insights.take')}
        running={take.isPending}
        onConfirm={() => take.mutate({ params: { roundId }, body: { insightId: insight.id } }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.insights.take.text')}</p>
        {take.error !== null && <FaultBar fault={take.error} />}
      </ConfirmDialog>
    </div>
  );
};

const Wall = ({ roundId, insights }: { readonly roundId: string; readonly insights: Insights['insights'] }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  return (
    <Section title={t('tab.insights.on')}>
      {insights.length === 0 && <p className={`${house.prose} ${house.quiet}`}>{t('tab.insights.none')}</p>}
      <ul className={house.list} style={{ gap: tokens.spacingVerticalL }}>
        {insights.map((insight) => (
          <li key={insight.id} className={house.tight}>
            <p className={house.prose}>{insight.text}</p>
            <span className={house.small}>{t('tab.insights.by', { name: insight.by.name, date: dateAt(instant(insight.at), zone) })}</span>
            {insight.mine && <TakeBack roundId={roundId} insight={insight} />}
          </li>
        ))}
      </ul>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.insights.kept')}</p>
    </Section>
  );
};

const Content = ({ roundId, wall }: { readonly roundId: string; readonly wall: Insights }) => {
  const { t } = useWords();
  const house = useHouse();
  if (!wall.open) return <p className={house.prose}>{t('tab.insights.off')}</p>;
  return (
    <div className={house.parts}>
      {wall.mayAdd ? <Writing roundId={roundId} /> : <p className={house.prose}>{t('tab.insights.full', { most: mostInsights })}</p>}
      <Wall roundId={roundId} insights={wall.insights} />
    </div>
  );
};

/** What people of the round chose to share, with their names; nothing tells who did not (CP-84, CP-85). */
export const InsightsPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.insights, { key: keys.insights(roundId), params: { roundId }, fresh: 0, every: () => 60_000 });
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.insights.title')} lead={t('tab.insights.lead')} back={back} asked={asked}>
      {(wall) => <Content roundId={roundId} wall={wall} />}
    </AskedPage>
  );
};
