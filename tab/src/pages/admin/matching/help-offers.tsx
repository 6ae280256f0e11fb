import type { Board, BoardHelp } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { useId } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AllowRepeats } from './allow-repeats.js';
import { ShortenReach } from './shorten-reach.js';
import { SplitFunction } from './split-function.js';

type HelpOffersProps = { readonly round: RoundOverview; readonly help: Board['help'] };

/** What takes an offer up, or the way to where that is done. */
const Way = ({ round, offer }: { readonly round: RoundOverview; readonly offer: BoardHelp }) => {
  const { t } = useWords();
  const { id: roundId } = round;
  if (offer.repeats.length > 0) return <AllowRepeats roundId={roundId} pairs={offer.repeats} done={offer.done} />;
  if (offer.reach.length > 0) return <ShortenReach round={round} reach={offer.reach} done={offer.done} />;
  if (offer.split.length > 0) return <SplitFunction roundId={roundId} departments={offer.split} done={offer.done} />;
  if (offer.done) return <strong>{t('tab.board.help.done')}</strong>;
  if (offer.step === null) return null;
  return <Link to={`/admin/${encodeURIComponent(roundId)}/${offer.step}`}>{t(`tab.board.help.${offer.step}`)}</Link>;
};

/** What would give more people a partner and what it costs, each taken up here, or with the way to where it is done. */
export const HelpOffers = ({ round, help }: HelpOffersProps) => {
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
            {offer.text} <Way round={round} offer={offer} />
          </li>
        ))}
      </ul>
    </div>
  );
};
