import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundSummary } from '@coaching-pairs/shared/wire/rounds';
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  card: { position: 'relative', gap: tokens.spacingVerticalS, ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  link: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':focus-visible': { outlineStyle: 'none' },
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusXLarge },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** One round in a list; the whole card leads to it. */
export const RoundCard = ({ round }: { readonly round: RoundSummary }) => {
  const house = useHouse();
  const styles = useStyles();
  const { t, date } = useWords();
  return (
    <li className={mergeClasses(house.card, styles.card)}>
      <div className={house.spread}>
        <h2 className={house.heading}>
          <Link to={`/admin/${encodeURIComponent(round.id)}`} className={styles.link}>
            {round.name}
          </Link>
        </h2>
        <Badge appearance="tint" color={round.state === 'closed' ? 'informative' : 'brand'}>
          {t(`tab.state.${round.state}`)}
        </Badge>
      </div>
      <span className={house.small}>
        {t('tab.mine.fromTo', { from: date(plainDate(round.startsOn)), to: date(plainDate(round.endsOn)) })}
      </span>
      <span>{t('tab.rounds.counts', { people: round.population, joined: round.joined, pairs: round.pairs })}</span>
    </li>
  );
};
