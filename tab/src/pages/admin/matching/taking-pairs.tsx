import type { OtherPartners } from '@coaching-pairs/shared/wire/board';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { People } from '../../../components/person.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type Pair = NonNullable<OtherPartners['pairs']>[number];
export type Newcomer = { readonly roundId: string; readonly personId: string; readonly name: string; readonly onAsked: () => void };
type AskProps = Newcomer & { readonly pair: Pair; readonly onBack: () => void };

/** What asking them comes to, in the place of the list: a question inside a panel needs no panel of its own. */
const AskThree = ({ roundId, personId, name, pair, onAsked, onBack }: AskProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const asking = useChange(routes.takeIn, {
    answers: keys.board(roundId),
    outdates: [keys.overview(roundId), keys.people(roundId), keys.boardPages(roundId), keys.me],
  });
  const ask = (): void =>
    asking.mutate(
      { params: { roundId }, body: { personId, pairId: pair.id } },
      {
        onSuccess: () => {
          feedback.done(t('tab.others.pairs.done'));
          onAsked();
        },
      },
    );
  const names = list(pair.members.map((one) => one.name));
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.others.pairs.title', { names, name })}</h3>
      <p className={house.prose}>{t('tab.others.pairs.means')}</p>
      {asking.error !== null && <FaultBar fault={asking.error} />}
      <div className={house.row}>
        <Button appearance="primary" disabled={asking.isPending} onClick={ask}>
          {t('tab.others.pairs.ask')}
        </Button>
        <Button disabled={asking.isPending} onClick={onBack}>
          {t('tab.match.decline.back')}
        </Button>
      </div>
    </div>
  );
};

const PairRow = ({ pair, name, onAsk }: { readonly pair: Pair; readonly name: string; readonly onAsk: () => void }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const names = list(pair.members.map((one) => one.name));
  return (
    <li className={house.stack}>
      <People people={pair.members} />
      {pair.reasons.length > 0 && (
        <ul className={`${house.bullets} ${house.small}`} aria-label={t('tab.board.reasonsOf', { names })}>
          {pair.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" aria-label={t('tab.others.pairs.askFor', { names, name })} onClick={onAsk}>
          {t('tab.others.pairs.ask')}
        </Button>
      </div>
    </li>
  );
};

/** Pairs that could take somebody in as a third, where nobody is free for them; or, plainly, that nobody is possible. */
export const TakingPairs = ({ pairs, ...newcomer }: Newcomer & { readonly pairs: readonly Pair[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState<Pair | null>(null);
  const { name } = newcomer;
  if (pairs.length === 0) return <p className={house.prose}>{t('tab.others.pairs.none', { name })}</p>;
  if (asking !== null) return <AskThree {...newcomer} pair={asking} onBack={() => setAsking(null)} />;
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.others.pairs', { name })}</h3>
      <p className={house.prose}>{t('tab.others.pairs.text', { name })}</p>
      <ul className={house.list} style={{ gap: tokens.spacingVerticalXL }}>
        {pairs.map((pair) => (
          <PairRow key={pair.id} pair={pair} name={name} onAsk={() => setAsking(pair)} />
        ))}
      </ul>
    </div>
  );
};
