import type { Awayday, AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { placeText, whenText } from '../../../components/agenda-words.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { OutlookBar } from '../../../components/outlook-bar.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { MeetingStanding, useFollowing } from '../round/meeting-parts.js';
import { DayForm } from './day-form.js';
import { type Planning, usePlanning } from './use-awayday.js';

const Fixed = ({ plan }: { readonly plan: AwaydayShown }) => {
  const words = useWords();
  const house = useHouse();
  return (
    <div className={house.tight}>
      <strong>{whenText(words, plan)}</strong>
      <span>{placeText(words, plan)}</span>
    </div>
  );
};

type PartProps = { readonly roundId: string; readonly awayday: Awayday; readonly does: Planning };

const CancelDialog = ({ roundId, does, onClose }: Omit<PartProps, 'awayday'> & { readonly onClose: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <ConfirmDialog
      open
      title={t('tab.awayday.cancelTitle')}
      confirm={t('tab.kickOff.meeting.cancel')}
      running={does.cancel.isPending}
      onConfirm={() => does.cancel.mutate({ params: { roundId }, body: {} }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.awayday.cancelText')}</p>
      {does.cancel.error !== null && <FaultBar fault={does.cancel.error} />}
    </ConfirmDialog>
  );
};

/** The meeting in everybody's calendar, or the way to put it there. */
const InCalendars = ({ roundId, awayday, does }: PartProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [cancelling, setCancelling] = useState(false);
  const { meeting } = awayday;
  const params = { roundId };
  return (
    <>
      {meeting === null && <p className={house.prose}>{t('tab.awayday.outlook')}</p>}
      {meeting !== null && <MeetingStanding meeting={meeting} apart={t('tab.awayday.withoutMail')} />}
      {does.arrange.error !== null && <FaultBar fault={does.arrange.error} />}
      <OutlookBar {...does.outlook} again={() => does.follow.mutate({ params, body: {} })} />
      <div className={house.actions}>
        {meeting === null && (
          <Button appearance="primary" disabledFocusable={does.arrange.isPending} onClick={() => does.arrange.mutate({ params, body: {} })}>
            {t('tab.kickOff.meeting.put')}
          </Button>
        )}
        {meeting?.mine === true && <Button onClick={() => setCancelling(true)}>{t('tab.kickOff.meeting.cancel')}</Button>}
      </div>
      {cancelling && <CancelDialog roundId={roundId} does={does} onClose={() => setCancelling(false)} />}
    </>
  );
};

/** When and where the Awayday is, and whether it stands in calendars (CP-80). */
export const DaySection = ({ roundId, awayday, lookAgain }: Omit<PartProps, 'does'> & { readonly lookAgain: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const { plan, meeting } = awayday;
  const does = usePlanning(roundId, meeting !== null);
  const [changing, setChanging] = useState(false);
  useFollowing(roundId, meeting?.mine === true, does.follow);
  const isForm = plan === null || changing;
  const mayChange = awayday.state !== 'closed' && (meeting === null || meeting.mine);
  return (
    <>
      <Section title={t('tab.awayday.when')} accent={plan === null}>
        {plan !== null && !changing && <Fixed plan={plan} />}
        {isForm && <DayForm {...{ roundId, awayday, does, lookAgain }} onLeave={plan === null ? null : () => setChanging(false)} />}
        {!isForm && mayChange && (
          <div className={house.actions}>
            <Button onClick={() => setChanging(true)}>{t('tab.awayday.change')}</Button>
          </div>
        )}
      </Section>
      {plan !== null && awayday.state !== 'closed' && (
        <Section title={t('tab.kickOff.meeting.title')}>
          <InCalendars roundId={roundId} awayday={awayday} does={does} />
        </Section>
      )}
    </>
  );
};
