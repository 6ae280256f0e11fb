import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useBoard } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type FormProps = { readonly round: RoundOverview; readonly alone: readonly RoundPerson[] };

const LeaderAlone = ({ round }: Pick<FormProps, 'round'>) => {
  const { t } = useWords();
  const leader = useBoard(round.id).data?.sending.leader;
  if (leader === undefined || leader === 'pair') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('tab.announce.leaderAlone', { name: round.leader.name })}</MessageBarBody>
    </MessageBar>
  );
};

type AloneProps = { readonly alone: readonly RoundPerson[]; readonly known: boolean; readonly onKnown: (known: boolean) => void };

const Alone = ({ alone, known, onKnown }: AloneProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (alone.length === 0) return <p className={house.prose}>{t('tab.announce.nobodyAlone')}</p>;
  return (
    <div className={house.stack}>
      <p className={house.prose}>{t('tab.announce.alone', { count: alone.length })}</p>
      <ul className={house.bullets}>
        {alone.map((one) => (
          <li key={one.person.id}>{one.person.name}</li>
        ))}
      </ul>
      <Checkbox
        checked={known}
        onChange={(_event, data) => onKnown(data.checked === true)}
        label={t('tab.announce.aloneKnown', { count: alone.length })}
      />
    </div>
  );
};

/** What stands against announcing; null when nothing does. */
const useWhyNot = (round: RoundOverview, unacknowledged: boolean): string | null => {
  const { t } = useWords();
  const { open, pairs } = round.tally;
  if (round.works.some(isRunning)) return t('tab.why.working');
  if (open > 0) return t('tab.announce.stillOpen', { count: open });
  if (pairs === 0) return t('tab.announce.noPairs');
  return unacknowledged ? t('tab.announce.why.acknowledge') : null;
};

/** Names whoever stays without a partner, has that acknowledged, and announces after a second look. */
export const AnnounceForm = ({ round, alone }: FormProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [known, setKnown] = useState(false);
  const [asking, setAsking] = useState(false);
  const announce = useChange(routes.announcePairs, {
    answers: keys.overview(round.id),
    outdates: [keys.round(round.id), keys.rounds, keys.me],
  });
  const count = round.tally.pairs;
  const whyNot = useWhyNot(round, alone.length > 0 && !known);
  const send = (): void =>
    announce.mutate(
      { params: { roundId: round.id }, body: { withoutPartner: alone.map((one) => one.person.id) } },
      {
        onSuccess: () => {
          setAsking(false);
          feedback.done(t('tab.announce.done'));
        },
      },
    );
  return (
    <Section title={t('tab.announce.title')}>
      <p className={house.prose}>{t('tab.announce.text', { count })}</p>
      {round.tally.open === 0 && (
        <>
          <LeaderAlone round={round} />
          <Alone alone={alone} known={known} onKnown={setKnown} />
        </>
      )}
      <div className={house.actions}>
        <DoButton whyNot={whyNot} onClick={() => setAsking(true)}>
          {t('tab.announce.do', { count })}
        </DoButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.announce.confirm.title', { count })}
        confirm={t('tab.announce.confirm')}
        running={announce.isPending}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.announce.confirm.text', { count: round.tally.joined })}</p>
        {announce.error !== null && <FaultBar fault={announce.error} />}
      </ConfirmDialog>
    </Section>
  );
};
