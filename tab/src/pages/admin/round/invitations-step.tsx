import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { pollingOf } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PeopleList } from '../people/people-list.js';
import { AnswerTally } from './answer-tally.js';
import { LastDay } from './last-day.js';

const SendInvitations = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState(false);
  const send = useChange(routes.openInvitations, { outdates: [keys.round(round.id), keys.me] });
  const count = round.tally.population;
  return (
    <Section title={t('tab.invite.title')}>
      <p className={house.prose}>
        {t('tab.invite.text', { count })} <Link to={`/admin/${encodeURIComponent(round.id)}/words`}>{t('tab.words.add')}</Link>
      </p>
      <LastDay round={round} />
      <div className={house.actions}>
        <DoButton
          running={send.isPending}
          whyNot={round.works.some(isRunning) ? t('tab.why.working') : null}
          onClick={() => setAsking(true)}
        >
          {t('tab.invite.send', { count })}
        </DoButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.invite.confirm.title', { count })}
        confirm={t('tab.invite.confirm')}
        running={send.isPending}
        onConfirm={() => send.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.invite.confirm.text')}</p>
        {send.error !== null && <FaultBar fault={send.error} />}
      </ConfirmDialog>
    </Section>
  );
};

/** Answering ends when somebody decides so, not by itself. */
const WhenToGoOn = ({ round }: { readonly round: RoundOverview }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <>
      <p className={house.prose}>{t('tab.answers.goOn.text', { date: date(plainDate(round.answersBy)) })}</p>
      <div className={house.actions}>
        <Button onClick={() => go(`/admin/${encodeURIComponent(round.id)}/matching`)}>{t('tab.answers.goOn')}</Button>
      </div>
    </>
  );
};

const takesAnswers: readonly RoundOverview['state'][] = ['inviting', 'matching', 'proposed'];

const EachAnswer = ({ round }: { readonly round: RoundOverview }) => (
  <PeopleList roundId={round.id} withStanding={round.state !== 'inviting'} every={pollingOf(round)} />
);

/** How many answered what, and who; of a closed round the numbers alone, as the directory's data about its people are deleted. */
const Answers = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  return (
    <Section title={t('tab.answers.title')}>
      <AnswerTally round={round} />
      {takesAnswers.includes(round.state) && <LastDay round={round} />}
      {round.state === 'inviting' && <WhenToGoOn round={round} />}
      {round.state !== 'closed' && <EachAnswer round={round} />}
    </Section>
  );
};

/** Step 4: the invitations go out, and the answers arrive. */
export const InvitationsStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  if (round.state === 'draft' || (round.state === 'kick-off' && round.kickOff?.heldAt == null)) {
    return (
      <Section title={t('tab.invite.title')}>
        <p className={house.prose}>{t('tab.invite.afterKickOff')}</p>
      </Section>
    );
  }
  return round.state === 'kick-off' ? <SendInvitations round={round} /> : <Answers round={round} />;
};
