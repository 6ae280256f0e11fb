import { instant } from '@coaching-pairs/shared/ids';
import type { AuditLine, AuditPage } from '@coaching-pairs/shared/wire/audit';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSession, useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', [phone]: { display: 'block' } },
  head: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
  },
  heads: { [phone]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  body: { [phone]: { display: 'block' } },
  line: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    [phone]: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalM} 0` },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
    [phone]: { padding: 0 },
  },
  when: { whiteSpace: 'nowrap', [phone]: { whiteSpace: 'normal' } },
});

/** What stands beside an act: whom it was about, how many, and that it concerns every round. */
export const useDetails = () => {
  const { t } = useWords();
  return ({ about, count, everywhere }: AuditLine): string =>
    [
      ...(about === null ? [] : [about.name]),
      ...(count === null ? [] : [t('audit.count', { count })]),
      ...(everywhere ? [t('audit.everywhere')] : []),
    ].join(' · ');
};

const Line = ({ line }: { readonly line: AuditLine }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t, dateTime } = useWords();
  const { zone } = useSession();
  const details = useDetails()(line);
  return (
    <tr className={styles.line}>
      <td className={mergeClasses(styles.cell, styles.when, house.quiet)}>{dateTime(instant(line.at), zone)}</td>
      <td className={styles.cell}>{line.by?.name ?? t('audit.product')}</td>
      <td className={styles.cell}>
        {t(`audit.act.${line.action}`)}
        {line.seq === null && <span className={house.small}> · {t('tab.audit.waits')}</span>}
      </td>
      <td className={mergeClasses(styles.cell, house.quiet)}>{details}</td>
    </tr>
  );
};

/** The lines of the record as a table, and on a phone as one line below the other. */
export const AuditLines = ({ page }: { readonly page: AuditPage }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t } = useWords();
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: as blocks, rows and cells would lose their roles on a phone */}
      <table role="table" className={styles.table} aria-label={t('tab.audit.title')}>
        <thead className={styles.heads}>
          <tr>
            {(['when', 'who', 'what', 'about'] as const).map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`tab.audit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {page.lines.map((line, at) => (
            <Line key={`${line.at} ${line.action} ${line.seq ?? at}`} line={line} />
          ))}
        </tbody>
      </table>
      {page.more > 0 && <p className={mergeClasses(house.prose, house.quiet)}>{t('tab.audit.more', { count: page.more })}</p>}
    </>
  );
};
