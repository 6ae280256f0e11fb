import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { emptyPlan, inputOf } from './plan-draft.js';
import { PlanForm } from './plan-form.js';

/** Opens a round as a draft; nobody is told yet. */
export const NewRoundPage = () => {
  const { t } = useWords();
  const [, go] = useLocation();
  const feedback = useFeedback();
  const [start] = useState(() => emptyPlan(new Date().toISOString().slice(0, 10)));
  const open = useChange(routes.openRound, { outdates: [keys.rounds, keys.me] });
  return (
    <Page title={t('tab.plan.newTitle')} lead={t('tab.plan.newLead')}>
      <PlanForm
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
    </Page>
  );
};
