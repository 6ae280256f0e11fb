import type { Health } from '@coaching-pairs/shared/wire/health';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type Given = Health['dead'][number];

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const DropAll = ({ given, open, onClose }: { readonly given: Given; readonly open: boolean; readonly onClose: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const drop = useChange(routes.dropEverywhere, { answers: keys.health });
  const onSuccess = (): void => {
    feedback.done(t('tab.delivery.dropped', { count: given.messages }));
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('tab.health.dropTitle', { count: given.messages })}
      confirm={t('tab.delivery.dropAll')}
      running={drop.isPending}
      onConfirm={() => drop.mutate({ body: { reason: given.reason } }, { onSuccess, onError: feedback.failed })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.health.dropText')}</p>
    </ConfirmDialog>
  );
};

const OfOneReason = ({ given, onDrop }: { readonly given: Given; readonly onDrop: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const feedback = useFeedback();
  const retry = useChange(routes.retryEverywhere, { answers: keys.health });
  const reason = t(`tab.delivery.reason.${given.reason}`);
  const again = (): void => {
    const onSuccess = (): void => feedback.done(t('tab.delivery.retried', { count: given.messages }));
    retry.mutate({ body: { reason: given.reason } }, { onSuccess, onError: feedback.failed });
  };
  return (
    <li className={styles.row}>
      <div className={house.spread}>
        <h3 className={house.subheading}>{reason}</h3>
        <span className={house.small}>{t('tab.delivery.undelivered.count', { count: given.messages })}</span>
      </div>
      <p className={house.prose}>{t(`tab.delivery.help.${given.reason}`)}</p>
      <div className={house.row}>
        <Button aria-label={t('tab.delivery.retryAllFor', { reason })} disabledFocusable={retry.isPending} onClick={again}>
          {t('tab.delivery.retryAll')}
        </Button>
        <Button appearance="subtle" aria-label={t('tab.delivery.dropAllFor', { reason })} onClick={onDrop}>
          {t('tab.delivery.dropAll')}
        </Button>
      </div>
    </li>
  );
};

/** What was given up in all rounds, by reason; without anybody's name. */
export const GivenUp = ({ dead }: { readonly dead: Health['dead'] }) => {
  const house = useHouse();
  const [dropping, setDropping] = useState<{ readonly given: Given; readonly open: boolean } | null>(null);
  return (
    <>
      <ul className={house.list} style={{ gap: 0 }}>
        {dead.map((given) => (
          <OfOneReason key={given.reason} given={given} onDrop={() => setDropping({ given, open: true })} />
        ))}
      </ul>
      {dropping !== null && <DropAll {...dropping} onClose={() => setDropping({ ...dropping, open: false })} />}
    </>
  );
};
