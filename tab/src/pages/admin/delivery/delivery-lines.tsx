import type { DeliveryLine } from '@coaching-pairs/shared/wire/delivery';
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  counts: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`, margin: 0 },
  count: { display: 'flex', flexDirection: 'column', minWidth: '84px' },
  number: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

const Count = ({ label, count }: { readonly label: string; readonly count: number }) => {
  const house = useHouse();
  const styles = useStyles();
  const { number } = useWords();
  return (
    <div className={styles.count}>
      <dt className={house.small}>{label}</dt>
      <dd className={styles.number}>{number(count)}</dd>
    </div>
  );
};

const Sending = ({ line }: { readonly line: DeliveryLine }) => {
  const house = useHouse();
  const { t } = useWords();
  const done = line.sent + line.unreachable + line.givenUp;
  const total = done + line.due;
  const text = t('tab.delivery.sending', { done, total });
  return (
    <div className={house.tight}>
      <ProgressBar aria-label={text} value={done} max={total} />
      <span className={house.small} role="status">
        {text}
      </span>
    </div>
  );
};

const Line = ({ line }: { readonly line: DeliveryLine }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t } = useWords();
  return (
    <li className={styles.line}>
      <h3 className={house.subheading}>{t(`tab.delivery.kind.${line.kind}`)}</h3>
      <dl className={styles.counts}>
        <Count label={t('tab.delivery.sent')} count={line.sent} />
        {line.answered !== null && (
          <Count label={t(line.kind === 'proposal' ? 'tab.delivery.inAPair' : 'tab.delivery.answered')} count={line.answered} />
        )}
        <Count label={t('tab.delivery.toCome')} count={line.toCome} />
        <Count label={t('tab.delivery.unreachable')} count={line.unreachable} />
        <Count label={t('tab.delivery.givenUp')} count={line.givenUp} />
      </dl>
      {line.due > 0 && <Sending line={line} />}
      {line.toCome > line.due && <span className={house.small}>{t('tab.delivery.later', { count: line.toCome - line.due })}</span>}
    </li>
  );
};

/** What became of the messages, kind by kind; while a sending runs, how far it is. */
export const DeliveryLines = ({ lines }: { readonly lines: readonly DeliveryLine[] }) => {
  const house = useHouse();
  return (
    <ul className={house.list} style={{ gap: 0 }}>
      {lines.map((line) => (
        <Line key={line.kind} line={line} />
      ))}
    </ul>
  );
};
