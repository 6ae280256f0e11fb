import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { Person } from '../../../components/person.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type ListProps = { readonly round: RoundOverview; readonly onRemove: (person: Named) => void };

/** What is to be known of an administrator besides their name. */
const Part = ({ round, person }: { readonly round: RoundOverview; readonly person: Named }) => {
  const { words, userId } = useSession();
  const house = useHouse();
  const asked = round.notices.find(({ code }) => code === 'audience-administers')?.people ?? [];
  const parts = [
    ...(person.id === userId ? [words.t('tab.administrators.you')] : []),
    ...(person.id === round.peoplePartner.id ? [words.t('tab.administrators.partner')] : []),
    ...(person.id === round.leader.id ? [words.t('tab.administrators.leader')] : []),
    ...(asked.some(({ id }) => id === person.id) ? [words.t('tab.administrators.audience')] : []),
  ];
  return parts.length === 0 ? null : <span className={house.small}>{parts.join(' · ')}</span>;
};

/** The administrators, each but the people partner with the way to remove them. */
export const AdministratorList = ({ round, onRemove }: ListProps) => {
  const { words } = useSession();
  const house = useHouse();
  const stays = (person: Named): boolean => person.id === round.peoplePartner.id || round.state === 'closed';
  return (
    <ul className={house.list}>
      {round.administrators.map((person) => (
        <li key={person.id} className={house.beside}>
          <Person person={person} after={<Part round={round} person={person} />} />
          {!stays(person) && (
            <Button
              size="small"
              aria-label={words.t('tab.administrators.removeFor', { name: person.name })}
              onClick={() => onRemove(person)}
            >
              {words.t('tab.administrators.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
