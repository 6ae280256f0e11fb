import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { useOverview } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useMe } from '../../../data/me.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { emptyPlan, inputOf, type PlanDraft, planAfter } from './plan-draft.js';
import { PlanForm } from './plan-form.js';

type OpensProps = {
  readonly start: PlanDraft;
  /** The round it follows; null for one of its own. */
  readonly follows: string | null;
  readonly cancelTo: string;
};

const Opens = ({ start, follows, cancelTo }: OpensProps) => {
  const { t } = useWords();
  const [, go] = useLocation();
  const feedback = useFeedback();
  const outdated = follows === null ? [] : [keys.overview(follows)];
  const open = useChange(routes.openRound, { outdates: [keys.rounds, keys.me, ...outdated] });
  return (
    <PlanForm
      isNew
      start={start}
      submit={t('tab.plan.open')}
      running={open.isPending}
      fault={open.error}
      onCancel={() => go(cancelTo)}
      onSubmit={(draft) => {
        const plan = inputOf(draft);
        if (plan === null) return;
        open.mutate(
          { body: follows === null ? { plan } : { plan, follows } },
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

const NewRound = ({ today }: { readonly today: string }) => {
  const [start] = useState(() => emptyPlan(today));
  return <Opens start={start} follows={null} cancelTo="/admin" />;
};

const Following = ({ round, today }: { readonly round: RoundOverview; readonly today: string }) => {
  const [start] = useState(() => planAfter(round, today));
  return <Opens start={start} follows={round.id} cancelTo={`/admin/${encodeURIComponent(round.id)}`} />;
};

/** The bot's day, asked for anew; once the form stands it stays, whoever asks for these facts again meanwhile. */
const useStanding = () => {
  const me = useMe({ fresh: 0 });
  const [stands, setStands] = useState(false);
  if (!stands && me.data !== undefined && !me.isFetching) setStands(true);
  return { me, stands };
};

/** Opens a round as a draft; nobody is told yet. The usual dates count from the bot's day. */
export const NewRoundPage = () => {
  const { t } = useWords();
  const { me, stands } = useStanding();
  return (
    <Page title={t('tab.plan.newTitle')} lead={t('tab.plan.newLead')}>
      {stands ? <AskedView asked={me}>{({ today }) => <NewRound today={today} />}</AskedView> : <Waiting lines={8} />}
    </Page>
  );
};

/** Opens the round that follows one, as a draft with everything that is taken over (CP-14). */
export const NextRoundPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const { me, stands } = useStanding();
  const overview = useOverview(roundId);
  const house = useHouse();
  if (isNotYours(overview.error)) return <NotYours />;
  return (
    <Page title={t('tab.plan.nextTitle')} lead={t('tab.plan.newLead')}>
      <p className={house.prose}>{t('tab.plan.nextText')}</p>
      {stands ? (
        <AskedView asked={me}>
          {({ today }) => <AskedView asked={overview}>{(round) => <Following round={round} today={today} />}</AskedView>}
        </AskedView>
      ) : (
        <Waiting lines={8} />
      )}
    </Page>
  );
};
