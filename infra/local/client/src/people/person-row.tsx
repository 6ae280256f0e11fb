import { Badge, CounterBadge } from '@fluentui/react-components';
import type { Person } from '../sandbox-api.js';
import { t } from '../words.js';
import { Picture } from './avatar.js';

const partsOf = ({ part, roles }: Person): readonly string[] => {
  const named = part === null ? [] : [t(`people.${part}`)];
  const administers = roles.some((role) => role.endsWith('.Admin')) && part !== 'administrator';
  return administers ? [...named, t('people.administrator')] : named;
};

type Row = { readonly person: Person; readonly unread: number; readonly current: boolean; readonly onChoose: (person: Person) => void };

/** One person to be, with what they are and whether anything waits for them. */
export const PersonRow = ({ person, unread, current, onChoose }: Row) => (
  <li>
    <button type="button" className="person-row" aria-current={current ? 'true' : undefined} onClick={() => onChoose(person)}>
      <Picture person={person} size={36} />
      <span className="person-text">
        <span className="person-name">
          {person.name}
          {partsOf(person).map((part) => (
            <Badge key={part} appearance="tint" color="brand" size="small">
              {part}
            </Badge>
          ))}
        </span>
        <span className="person-about">{[person.jobTitle, person.department].filter((text) => text !== null).join(' · ')}</span>
      </span>
      {unread > 0 && <CounterBadge count={unread} size="small" aria-hidden="true" />}
      {unread > 0 && <span className="unseen">{t('page.unread', { count: unread })}</span>}
    </button>
  </li>
);
