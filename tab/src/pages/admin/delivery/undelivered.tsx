import { instant } from '@coaching-pairs/shared/ids';
import type { DeliveryReport, UndeliveredMessage } from '@coaching-pairs/shared/wire/delivery';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Person } from '../../../components/person.js';
import { ShowMore } from '../../../components/show-more.js';
import { useSession, useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { DropDialog } from './drop-dialog.js';
import { type Chosen, useDealing } from './use-dealing.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type Doing = {
  readonly closed: boolean;
  readonly running: boolean;
  readonly retry: (chosen: Chosen) => void;
  readonly drop: (chosen: Chosen) => void;
};

const Message = ({ message, doing }: { readonly message: UndeliveredMessage; readonly doing: Doing }) => {
  const house = useHouse();
  const styles = useStyles();
  const { t, dateAt } = useWords();
  const { zone } = useSession();
  const { name } = message.person;
  const kind = message.kind === null ? t('tab.delivery.discreetMessage') : t(`tab.delivery.kind.${message.kind}`);
  const one = { messages: [message], all: false };
  return (
    <li className={styles.row}>
      <Person person={message.person} />
      <span className={house.small}>{t('tab.delivery.undelivered.of', { kind, at: dateAt(instant(message.at), zone) })}</span>
      <span className={house.row}>
        {!doing.closed && (
          <Button
            size="small"
            aria-label={t('tab.delivery.retryFor', { name })}
            disabledFocusable={doing.running}
            onClick={() => doing.retry(one)}
          >
            {t('tab.delivery.retry')}
          </Button>
        )}
        <Button size="small" appearance="subtle" aria-label={t('tab.delivery.dropFor', { name })} onClick={() => doing.drop(one)}>
          {t('tab.delivery.drop')}
        </Button>
      </span>
    </li>
  );
};

const OfOneReason = ({ messages, doing }: { readonly messages: readonly UndeliveredMessage[]; readonly doing: Doing }) => {
  const house = useHouse();
  const { t } = useWords();
  const [first] = messages;
  if (first === undefined) return null;
  const reason = t(`tab.delivery.reason.${first.reason}`);
  const all = { messages, all: true };
  return (
    <div className={house.stack}>
      <div className={house.tight}>
        <div className={house.spread}>
          <h3 className={house.subheading}>{reason}</h3>
          <span className={house.small}>{t('tab.delivery.undelivered.count', { count: messages.length })}</span>
        </div>
        <p className={house.prose}>{t(`tab.delivery.help.${first.reason}`)}</p>
      </div>
      {messages.length > 1 && (
        <div className={house.row}>
          {!doing.closed && (
            <Button
              aria-label={t('tab.delivery.retryAllFor', { reason })}
              disabledFocusable={doing.running}
              onClick={() => doing.retry(all)}
            >
              {t('tab.delivery.retryAll')}
            </Button>
          )}
          <Button appearance="subtle" aria-label={t('tab.delivery.dropAllFor', { reason })} onClick={() => doing.drop(all)}>
            {t('tab.delivery.dropAll')}
          </Button>
        </div>
      )}
      <ShowMore items={messages}>
        {(shown) => (
          <ul className={house.list} style={{ gap: 0 }}>
            {shown.map((message) => (
              <Message key={message.id} message={message} doing={doing} />
            ))}
          </ul>
        )}
      </ShowMore>
    </div>
  );
};

/** Messages that were given up, reason by reason: why, what helps, and what is to become of them. */
export const Undelivered = ({ roundId, report }: { readonly roundId: string; readonly report: DeliveryReport }) => {
  const house = useHouse();
  const { change, deal } = useDealing(roundId, 'retry');
  const [dropping, setDropping] = useState<{ readonly chosen: Chosen; readonly open: boolean } | null>(null);
  const doing: Doing = {
    closed: report.closed,
    running: change.isPending,
    retry: (chosen) => deal(chosen),
    drop: (chosen) => setDropping({ chosen, open: true }),
  };
  const reasons = [...new Set(report.undelivered.map(({ reason }) => reason))];
  return (
    <div className={house.parts}>
      {reasons.map((reason) => (
        <OfOneReason key={reason} messages={report.undelivered.filter((one) => one.reason === reason)} doing={doing} />
      ))}
      {dropping !== null && <DropDialog roundId={roundId} {...dropping} onClose={() => setDropping({ ...dropping, open: false })} />}
    </div>
  );
};
