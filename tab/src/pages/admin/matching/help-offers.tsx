import type { Board, BoardHelp } from '@coaching-pairs/shared/wire/board';
import { useId } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AllowRepeats } from './allow-repeats.js';

type HelpOffersProps = { readonly roundId: string; readonly help: Board['help'] };

/** The way to where an offer is taken up. */
const Way = ({ roundId, offer }: { readonly roundId: string; readonly offer: BoardHelp }) => {
  const { t } = useWords();
  if (offer.repeats.length > 0) return <AllowRepeats roundId={roundId} pairs={offer.repeats} done={offer.done} />;
  if (offer.done) return <strong>{t('tab.board.help.done')}</strong>;
  if (offer.step === null) return null;
  return <Link to={`/admin/${encodeURIComponent(roundId)}/${offer.step}`}>{t(`tab.board.help.${offer.step}`)}</Link>;
};

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
        {help.map((offer) => (
          <li key={offer.text}>
            {offer.text} <Way roundId={roundId} offer={offer} />
          </li>
        ))}
      </ul>
    </div>
  );
};
