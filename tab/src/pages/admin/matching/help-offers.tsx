import type { Board } from '@coaching-pairs/shared/wire/board';
import { useId } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type HelpOffersProps = { readonly roundId: string; readonly help: Board['help'] };

/** What would give more people a partner and what it costs, each with the way to where it is done. */
export const HelpOffers = ({ roundId, help }: HelpOffersProps) => {
  const { t } = useWords();
  const house = useHouse();
  const heading = useId();
  if (help.length === 0) return null;
  return (
    <div className={house.stack}>
      <h3 id={heading} className={house.subheading}>
        {t('tab.board.help')}
      </h3>
      <ul className={house.bullets} aria-labelledby={heading}>
        {help.map(({ text, step }) => (
          <li key={text}>
            {text} <Link to={`/admin/${encodeURIComponent(roundId)}/${step}`}>{t(`tab.board.help.${step}`)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
