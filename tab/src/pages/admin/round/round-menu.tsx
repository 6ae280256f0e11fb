import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useMe } from '../../../data/me.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const CloseDialog = ({ round, open, onClose }: { readonly round: RoundOverview; readonly open: boolean; readonly onClose: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const close = useChange(routes.closeRound, { answers: keys.overview(round.id), outdates: [keys.rounds, keys.me] });
  const onSuccess = (): void => {
    feedback.done(t('tab.round.closed'));
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.round.close.title', { name: round.name })}
      confirm={t('tab.round.close')}
      running={close.isPending}
      onConfirm={() => close.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.round.close.text')}</p>
      {close.error !== null && <FaultBar fault={close.error} />}
    </ConfirmDialog>
  );
};

/** What a round has tied together, and what was done in it, can be looked at ever after. */
const AfterClosing = ({ to }: { readonly to: (place: string) => () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.row}>
      <Button onClick={to('pictures')}>{t('tab.pictures.title')}</Button>
      <Button onClick={to('audit')}>{t('tab.audit.title')}</Button>
    </div>
  );
};

/** What is seldom needed: the plan of a draft, who administers the round, what was delivered, the Awayday, the kit, notes on the guidance, and its end. */
export const RoundMenu = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const [, go] = useLocation();
  const [closing, setClosing] = useState(false);
  const mayOpen = useMe().data?.mayOpenRounds === true;
  const to = (place: string) => (): void => go(`/admin/${encodeURIComponent(round.id)}/${place}`);
  if (round.state === 'closed') return <AfterClosing to={to} />;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('tab.round.more')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {round.state === 'draft' && (
              <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/plan`)}>{t('tab.plan.changeTitle')}</MenuItem>
            )}
            {round.state !== 'draft' && <MenuItem onClick={to('progress')}>{t('tab.progress.title')}</MenuItem>}
            <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/people`)}>{t('tab.people.title')}</MenuItem>
            {(round.state === 'draft' || round.state === 'kick-off') && (
              <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/dry-run`)}>{t('tab.dryRun.title')}</MenuItem>
            )}
            <MenuItem onClick={to('words')}>{t('tab.words.title')}</MenuItem>
            <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/administrators`)}>{t('tab.administrators.title')}</MenuItem>
            <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/delivery`)}>{t('tab.delivery.look')}</MenuItem>
            {(round.state === 'active' || round.state === 'awayday') && (
              <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/awayday-pairs`)}>{t('tab.feedbackPairs.title')}</MenuItem>
            )}
            {round.state !== 'draft' && (
              <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/awayday`)}>{t('tab.awayday.title')}</MenuItem>
            )}
            {round.state !== 'draft' && <MenuItem onClick={to('pictures')}>{t('tab.pictures.title')}</MenuItem>}
            <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/kit`)}>{t('tab.kit.title')}</MenuItem>
            <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/guidance`)}>{t('tab.house.admin')}</MenuItem>
            <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/closing`)}>{t('tab.closing.title')}</MenuItem>
            {round.state === 'active' && mayOpen && round.next === null && (
              <MenuItem onClick={() => go(`/admin/${encodeURIComponent(round.id)}/next`)}>{t('tab.nextRound.open')}</MenuItem>
            )}
            <MenuItem onClick={to('audit')}>{t('tab.audit.title')}</MenuItem>
            <MenuItem onClick={() => setClosing(true)}>{t('tab.round.close')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <CloseDialog round={round} open={closing} onClose={() => setClosing(false)} />
    </>
  );
};
