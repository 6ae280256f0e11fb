import { instant } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { NoticeList } from '../../../components/notice-list.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AudienceForm } from './audience-form.js';

const ReadAgain = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useSession().words;
  const feedback = useFeedback();
  const sync = useChange(routes.syncDirectory, { outdates: [keys.overview(round.id)] });
  return (
    <Button
      size="small"
      disabled={sync.isPending || round.works.some(isRunning)}
      onClick={() => sync.mutate({ params: { roundId: round.id }, body: {} }, { onError: feedback.failed })}
    >
      {t('tab.directory.readAgain')}
    </Button>
  );
};

const DirectorySection = ({ round }: { readonly round: RoundOverview }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const { directory } = round;
  if (directory === null) return null;
  return (
    <Section title={t('tab.directory.title')} aside={<ReadAgain round={round} />}>
      <p className={house.prose}>
        {t('tab.directory.text', {
          at: words.dateTime(instant(directory.at), zone),
          people: round.tally.population,
          above: Math.max(0, directory.kept - round.tally.population),
        })}
      </p>
      {directory.notices.length === 0 ? (
        <p className={house.prose}>{t('tab.directory.clean')}</p>
      ) : (
        <NoticeList notices={directory.notices} />
      )}
    </Section>
  );
};

/** Step 1: for whom the round is, and what the directory says about them. */
export const AudienceStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useSession().words;
  const house = useHouse();
  const [changing, setChanging] = useState(false);
  const draft = round.state === 'draft';
  const asks = draft && (round.audience === null || changing);
  return (
    <>
      <Section title={t('tab.audience.title')}>
        {round.audience !== null && <p className={house.prose}>{t('tab.audience.now', { audience: round.audience })}</p>}
        {asks && <AudienceForm round={round} onDone={() => setChanging(false)} />}
        {draft && !asks && (
          <div className={house.actions}>
            <Button onClick={() => setChanging(true)}>{t('tab.audience.change')}</Button>
          </div>
        )}
      </Section>
      {round.state !== 'closed' && (
        <>
          <DirectorySection round={round} />
          <NoticeList notices={round.notices} />
        </>
      )}
    </>
  );
};
