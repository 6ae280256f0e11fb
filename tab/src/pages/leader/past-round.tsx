import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Link } from 'wouter';
import { useToday } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** A closed round: when it was, with whom, what came of its pulse, and until when what the two wrote down can be read. */
export const PastRound = ({ round }: { readonly round: MyRound }) => {
  const { t, date, list } = useWords();
  const house = useHouse();
  const today = useToday();
  const { sharedUntil, pulse, answer, leads } = round;
  const readsPulse = pulse !== null && (answer === 'joined' || leads !== null);
  const isReadable = sharedUntil !== null && today !== null && today <= sharedUntil;
  const partners = round.match.kind === 'paired' ? list(round.match.partners.map((one) => one.name)) : null;
  return (
    <li className={house.tight}>
      <strong>{round.name}</strong>
      <span className={house.small}>
        {t('tab.mine.fromTo', { from: date(plainDate(round.startsOn)), to: date(plainDate(round.endsOn)) })}
        {partners !== null && ` · ${t('tab.mine.withPartner', { names: partners })}`}
      </span>
      {readsPulse && <Link to={`/round/${encodeURIComponent(round.id)}/pulse`}>{t('tab.mine.pastPulse')}</Link>}
      {isReadable && (
        <Link to={`/round/${encodeURIComponent(round.id)}/pair`}>{t('tab.mine.sharedUntil', { date: date(plainDate(sharedUntil)) })}</Link>
      )}
    </li>
  );
};
