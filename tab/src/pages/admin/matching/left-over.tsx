import type { BoardLeft } from '@coaching-pairs/shared/wire/board';
import { Link } from 'wouter';
import { FaultBar } from '../../../components/fault-bar.js';
import { ShowMore } from '../../../components/show-more.js';
import type { NameList } from '../../../data/name-list.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { ChoosablePerson } from './choosable-person.js';
import type { Hands } from './hands.js';

type LeftOverProps = {
  readonly roundId: string;
  readonly list: NameList<BoardLeft>;
  /** How many there are, whatever is searched for. */
  readonly count: number;
  readonly hands: Hands;
  /** After the announcement there is nobody left to invite or to change places with: a pair may take them in. */
  readonly announced: boolean;
};

/** Nobody is left out unseen: whoever has no match stands first, with the reason. */
export const LeftOver = ({ roundId, list, count, hands, announced }: LeftOverProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (count === 0) return null;
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.board.left', { count })}</h3>
      <p className={`${house.prose} ${house.quiet}`}>{t(announced ? 'tab.board.leftAnnounced' : 'tab.board.leftText')}</p>
      {count % 2 === 1 && !announced && <Link to={`/admin/${encodeURIComponent(roundId)}/invitations`}>{t('tab.board.inviteMore')}</Link>}
      {list.fault !== null && <FaultBar fault={list.fault} retry={list.retry} />}
      {list.total === 0 && <p className={house.prose}>{t('tab.people.nobodyFound')}</p>}
      <ShowMore items={list.items} total={list.total} more={list.more} step={12}>
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
