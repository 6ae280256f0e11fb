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
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { audienceOf, noAudience } from '../round/audience-picker.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { keepOpening, type OpeningDraft, openingWith } from './opening-draft.js';
import { OpeningForm } from './opening-form.js';
import { emptyPlan, inputOf, planAfter } from './plan-draft.js';

type OpensProps = {
  readonly start: OpeningDraft;
  /** The round it follows; null for one of its own. */
  readonly follows: RoundOverview | null;
};

/** What is asked of the bot; null while something is missing. */
const askedOf = ({ plan: draft, audience: named, template }: OpeningDraft, follows: string | null) => {
  const [plan, audience] = [inputOf(draft), named === null ? null : audienceOf(named)];
  if (plan === null || (named !== null && audience === null)) return null;
  const from = follows !== null ? { follows } : template === '' ? {} : { template };
  return { plan, ...from, ...(audience === null ? {} : { audience }) };
};

const Opens = ({ start, follows: before }: OpensProps) => {
  const { words, userId } = useSession();
  const [, go] = useLocation();
  const feedback = useFeedback();
  const follows = before?.id ?? null;
  const outdated = follows === null ? [] : [keys.overview(follows)];
  const open = useChange(routes.openRound, { outdates: [keys.rounds, keys.me, ...outdated] });
  const leaveTo = (place: string): void => {
    keepOpening(userId, follows, null);
    go(place);
  };
  return (
    <OpeningForm
      start={start}
      follows={follows}
      taken={before?.audience ?? null}
      running={open.isPending}
      fault={open.error}
      onCancel={() => leaveTo(follows === null ? '/admin' : `/admin/${encodeURIComponent(follows)}`)}
      onSubmit={(draft) => {
        const body = askedOf(draft, follows);
        if (body === null) return;
        const onSuccess = (round: RoundOverview): void => {
          feedback.done(words.t('tab.plan.opened', { name: round.name }));
          leaveTo(`/admin/${encodeURIComponent(round.id)}`);
        };
        open.mutate({ body }, { onSuccess });
      }}
    />
  );
};

const NewRound = ({ today }: { readonly today: string }) => {
  const [start] = useState(() => openingWith(emptyPlan(today)));
  return <Opens start={start} follows={null} />;
};

const Following = ({ round, today }: { readonly round: RoundOverview; readonly today: string }) => {
  const [start] = useState(() => openingWith(planAfter(round, today), round.audience === null ? noAudience : null));
  return <Opens start={start} follows={round} />;
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
