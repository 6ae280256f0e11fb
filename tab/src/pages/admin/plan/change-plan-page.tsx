import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { useOverview } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { inputOf, planOf } from './plan-draft.js';
import { PlanForm } from './plan-form.js';

const ChangePlan = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const [, go] = useLocation();
  const feedback = useFeedback();
  const [start] = useState(() => planOf(round));
  const change = useChange(routes.changePlan, { answers: keys.overview(round.id), outdates: [keys.rounds] });
  const back = (): void => go(`/admin/${encodeURIComponent(round.id)}`);
  return (
    <PlanForm
      start={start}
      notices={round.notices.filter(({ code }) => code === 'audience-administers')}
      submit={t('tab.plan.save')}
      running={change.isPending}
      fault={change.error}
      onCancel={back}
      onSubmit={(draft) => {
        const input = inputOf(draft);
        if (input === null) return;
        const { administratorIds: _namedElsewhere, ...plan } = input;
        const onSuccess = (): void => {
          feedback.done(t('tab.plan.saved'));
          back();
        };
        change.mutate({ params: { roundId: round.id }, body: { plan } }, { onSuccess });
      }}
    />
  );
};

/** Changes the plan of a round that is still a draft. */
export const ChangePlanPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const overview = useOverview(roundId);
  return (
    <Page title={t('tab.plan.changeTitle')}>
      <AskedView asked={overview}>{(round) => <ChangePlan round={round} />}</AskedView>
    </Page>
  );
};
