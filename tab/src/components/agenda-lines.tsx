import type { AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSession } from '../session.js';
import { useHouse } from '../style/house.js';
import { linesOf } from './agenda-words.js';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '1em',
    padding: `0.25em 0.5em`,
    borderLeft: '4px solid transparent',
  },
  now: { borderLeftColor: tokens.colorBrandStroke1, fontWeight: tokens.fontWeightSemibold },
  time: { fontVariantNumeric: 'tabular-nums' },
  prompt: { gridColumn: 2, fontStyle: 'italic', fontWeight: tokens.fontWeightRegular },
});

type AgendaLinesProps = {
  readonly awayday: AwaydayShown;
  /** Minutes since it began, to tell what is on now; null where that is not to be told. */
  readonly since: number | null;
  /** What the leader asks stands with it, for all in the room to read (CP-84). */
  readonly prompts?: boolean;
};

/** What is on when. */
export const AgendaLines = ({ awayday, since, prompts = false }: AgendaLinesProps) => {
  const { words } = useSession();
  const house = useHouse();
  const styles = useStyles();
  return (
    <ol className={house.list} aria-label={words.t('tab.awayday.agenda')}>
      {linesOf(words, awayday).map(({ item, begins, from, to, text }) => {
        const isNow = since !== null && since >= from && since < to;
        return (
          <li
            key={item.id}
            className={mergeClasses(styles.line, isNow && styles.now)}
            {...(isNow ? { 'aria-current': 'time' as const } : {})}
          >
            <span className={styles.time}>{begins}</span>
            <span className={house.prose}>{text}</span>
            {prompts && item.kind === 'insights' && <span className={styles.prompt}>{words.t('awayday.prompt.insights')}</span>}
          </li>
        );
      })}
    </ol>
  );
};
