import type { Work } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { useWork } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const intents = { waiting: 'info', running: 'info', done: 'success', failed: 'error', cancelled: 'warning' } as const;

/** Once the round has moved on, everybody is told: stopping half-way would leave some out for good. */
const tellings: readonly string[] = ['announce-kick-off', 'open-invitations', 'announce-pairs', 'ask-names', 'announce-feedback'];
const mayStop = ({ kind }: Work): boolean => !tellings.includes(kind);

const Running = ({ roundId, work }: { readonly roundId: string; readonly work: Work }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const cancel = useChange(routes.cancelWork, { answers: keys.work(roundId, work.id), outdates: [keys.round(roundId)] });
  const stop = (): void => cancel.mutate({ params: { roundId, workId: work.id }, body: {} }, { onError: feedback.failed });
  return (
    <div className={house.card} style={{ gap: 8 }}>
      <div className={house.spread}>
        <span className={house.row}>
          <span role="status">{work.text}</span>
          {/* The bar below says the same to whoever does not see it. */}
          {work.total !== null && (
            <span className={house.small} aria-hidden>
              {t('tab.work.share', { share: work.done / Math.max(1, work.total) })}
            </span>
          )}
        </span>
        {mayStop(work) && (
          <Button size="small" appearance="subtle" onClick={stop} disabled={cancel.isPending}>
            {t('tab.work.stop')}
          </Button>
        )}
      </div>
      <ProgressBar aria-label={work.text} {...(work.total === null ? {} : { value: work.done, max: Math.max(1, work.total) })} />
    </div>
  );
};

const FollowedWork = ({ roundId, begun }: { readonly roundId: string; readonly begun: Work }) => {
  const client = useQueryClient();
  const asked = useWork(roundId, begun.id);
  const work = asked.data ?? begun;
  const running = isRunning(work);
  useEffect(() => {
    if (!running) void client.invalidateQueries({ queryKey: keys.round(roundId) });
  }, [running, client, roundId]);
  return running ? <Running roundId={roundId} work={work} /> : <Ended roundId={roundId} work={work} />;
};

/** The way on where writing to everybody was given up. */
const GoOn = ({ roundId, work }: { readonly roundId: string; readonly work: Work }) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const resume = useChange(routes.resumeWork, { answers: keys.work(roundId, work.id), outdates: [keys.round(roundId)] });
  const goOn = (): void => {
    const onSuccess = (): void => feedback.done(t('tab.work.resumed'));
    resume.mutate({ params: { roundId, workId: work.id }, body: {} }, { onSuccess, onError: feedback.failed });
  };
  return (
    <MessageBarActions>
      <Button size="small" onClick={goOn} disabledFocusable={resume.isPending}>
        {t('tab.action.tryAgain')}
      </Button>
    </MessageBarActions>
  );
};

const Ended = ({ roundId, work }: { readonly roundId: string; readonly work: Work }) => (
  <MessageBar intent={intents[work.state]} layout="multiline" role="status">
    <MessageBarBody>{work.text}</MessageBarBody>
    {work.mayGoOn && <GoOn roundId={roundId} work={work} />}
  </MessageBar>
);

/**
 * What runs; while nothing does, what came last, and what was given up and can be gone on with. Of other earlier work the
 * page below tells what came of it.
 */
const tellingOf = ({ works }: RoundOverview): readonly Work[] => {
  const running = works.filter(isRunning);
  return running.length > 0 ? running : works.filter((work, place) => place === 0 || work.mayGoOn);
};

/** Long work of the round: how far it has come, or what came of it. */
export const WorksBar = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const works = tellingOf(round);
  if (works.length === 0 && round.toDeliver === 0) return null;
  return (
    <div className={house.tight}>
      {works.map((work) =>
        isRunning(work) ? (
          <FollowedWork key={work.id} roundId={round.id} begun={work} />
        ) : (
          <Ended key={work.id} roundId={round.id} work={work} />
        ),
      )}
      {round.toDeliver > 0 && (
        <span className={house.small} role="status">
          {t('tab.work.toDeliver', { count: round.toDeliver })}
        </span>
      )}
    </div>
  );
};
