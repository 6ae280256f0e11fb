import { instant } from '@coaching-pairs/shared/ids';
import type { DryRunPerson } from '@coaching-pairs/shared/wire/opening';
import type { Words } from '@coaching-pairs/shared/words/words';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Person } from '../../../components/person.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  doubt: { fontWeight: tokens.fontWeightSemibold },
});

const messageText = (words: Words, { message, first, zone, unreachable }: DryRunPerson): string => {
  const { t } = words;
  if (first !== null && message === 'reaches')
    return t('tab.dryRun.first', { at: words.dateTime(instant(first.at), zone.name), zone: zone.name });
  if (message === 'blocked' || unreachable === null) return t('tab.dryRun.none.blocked');
  return `${t('tab.dryRun.none.unreachable')} · ${t(`tab.delivery.reason.${unreachable}`)}`;
};

const prospectText = ({ t, list }: Words, { prospect }: DryRunPerson): string => {
  const { possible, line, sameFunction, earlier, otherLine, apart } = prospect;
  const reasons = [
    ...(line > 0 ? [t('tab.dryRun.line', { count: line })] : []),
    ...(sameFunction > 0 ? [t('tab.dryRun.sameFunction', { count: sameFunction })] : []),
    ...(earlier > 0 ? [t('tab.dryRun.earlier', { count: earlier })] : []),
    ...(otherLine > 0 ? [t('tab.dryRun.otherLine', { count: otherLine })] : []),
    ...(apart > 0 ? [t('tab.dryRun.apart', { count: apart })] : []),
  ];
  const whom = t('tab.dryRun.possible', { possible, others: possible + line + sameFunction + earlier + otherLine + apart });
  return reasons.length === 0 ? whom : `${whom}. ${t('tab.dryRun.not', { reasons: list(reasons) })}`;
};

/** What would happen to one person: the message, the doubt about their chain, and with whom they could be matched. */
export const DryRunRow = ({ one }: { readonly one: DryRunPerson }) => {
  const words = useWords();
  const house = useHouse();
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <Person person={one.person} />
      <div className={house.tight}>
        <span className={one.message === 'reaches' ? undefined : styles.doubt}>{messageText(words, one)}</span>
        {one.chain.kind === 'unconfirmed' && <span className={styles.doubt}>{one.chain.text}</span>}
        {one.message !== 'blocked' && <span className={house.small}>{prospectText(words, one)}</span>}
      </div>
    </li>
  );
};
