import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { keys } from '../../../data/keys.js';
import { useMe } from '../../../data/me.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { emptyPlan, inputOf } from './plan-draft.js';
import { PlanForm } from './plan-form.js';

const NewRound = ({ today }: { readonly today: string }) => {
  const { t } = useWords();
  const [, go] = useLocation();
  const feedback = useFeedback();
  const [start] = useState(() => emptyPlan(today));
  const open = useChange(routes.openRound, { outdates: [keys.rounds, keys.me] });
  return (
    <PlanForm
      isNew
      start={start}
      submit={t('tab.plan.open')}
      running={open.isPending}
      fault={open.error}
      onCancel={() => go('/admin')}
      onSubmit={(draft) => {
        const plan = inputOf(draft);
        if (plan === null) return;
        open.mutate(
          { body: { plan } },
          {
            onSuccess: (round) => {
              feedback.done(t('tab.plan.opened', { name: round.name }));
              go(`/admin/${encodeURIComponent(round.id)}`);
            },
          },
        );
      }}
    />
  );
};

/** Opens a round as a draft; nobody is told yet. The usual dates count from the bot's day, asked for anew. */
export const NewRoundPage = () => {
  const { t } = useWords();
  const me = useMe({ fresh: 0 });
  // Once the form stands it stays, whoever asks for these facts again meanwhile.
  const [stands, setStands] = useState(false);
  if (!stands && me.data !== undefined && !me.isFetching) setStands(true);
  return (
    <Page title={t('tab.plan.newTitle')} lead={t('tab.plan.newLead')}>
      {stands ? <AskedView asked={me}>{({ today }) => <NewRound today={today} />}</AskedView> : <Waiting lines={8} />}
    </Page>
  );
};
