import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** A closed round in two lines: when it was, and with whom. */
export const PastRound = ({ round }: { readonly round: MyRound }) => {
  const { t, date, list } = useWords();
  const house = useHouse();
  const partners = round.match.kind === 'paired' ? list(round.match.partners.map((one) => one.name)) : null;
  return (
    <li className={house.tight}>
      <strong>{round.name}</strong>
      <span className={house.small}>
        {t('tab.mine.fromTo', { from: date(plainDate(round.startsOn)), to: date(plainDate(round.endsOn)) })}
        {partners !== null && ` · ${t('tab.mine.withPartner', { names: partners })}`}
      </span>
    </li>
  );
};
