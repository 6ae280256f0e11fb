import type { Board } from '@coaching-pairs/shared/wire/board';
import { Link } from 'wouter';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { ChoosablePerson } from './choosable-person.js';
import type { Hands } from './hands.js';

type LeftOverProps = {
  readonly roundId: string;
  readonly left: Board['left'];
  readonly hands: Hands;
};

/** Nobody is left out unseen: whoever has no match stands first, with the reason. */
export const LeftOver = ({ roundId, left, hands }: LeftOverProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (left.length === 0) return null;
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.board.left', { count: left.length })}</h3>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.board.leftText')}</p>
      {left.length % 2 === 1 && <Link to={`/admin/${encodeURIComponent(roundId)}/invitations`}>{t('tab.board.inviteMore')}</Link>}
      <ShowMore items={left} step={12}>
        {(shown) => (
          <ul className={house.grid}>
            {shown.map(({ person, why, standsBy }) => (
              <li key={person.id}>
                <ChoosablePerson
                  person={person}
                  chosen={hands.chosen.includes(person.id)}
                  onChoose={hands.onChoose}
                  hands={hands}
                  why={why}
                  standsBy={standsBy}
                />
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </div>
  );
};
