import { Popover, PopoverSurface, PopoverTrigger, SearchBox, Title3 } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import type { Person } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t, words } from '../words.js';
import { Picture } from './avatar.js';
import { PersonRow } from './person-row.js';

/** More rows than this help nobody; the search does. */
const most = 80;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const matches = (person: Person, wanted: string): boolean => {
  const said = folded([person.name, person.jobTitle, person.department, person.mail].join(' '));
  return folded(wanted)
    .split(/\s+/)
    .every((word) => said.includes(word));
};

const weight = (person: Person): number => (person.part === null ? 1 : 0) + (person.roles.length === 0 ? 1 : 0);

/** Those with something unread first, then those with a part to play, then everybody by name. */
const useFound = (wanted: string) => {
  const { tenant, lines } = useSession();
  const found = tenant.people.filter((person) => matches(person, wanted.trim()));
  const unread = (person: Person): number => lines.get(person.id)?.unread ?? 0;
  const order = (one: Person, other: Person): number => weight(one) - weight(other) || words.compare(one.name, other.name);
  return { found: [...found].sort(order), unread, all: tenant.people.length };
};

const List = ({ wanted, onChoose }: { readonly wanted: string; readonly onChoose: (person: Person) => void }) => {
  const { me } = useSession();
  const { found, unread, all } = useFound(wanted);
  const fresh = found.filter((person) => unread(person) > 0);
  // Where nearly everybody has news, as after the first start, a group of its own tells nothing.
  const crowded = fresh.length > 0 && fresh.length < found.length / 2;
  const rows = (people: readonly Person[]) =>
    people
      .slice(0, most)
      .map((person) => (
        <PersonRow key={person.id} person={person} unread={unread(person)} current={person.id === me.id} onChoose={onChoose} />
      ));
  const others = crowded ? found.filter((person) => unread(person) === 0) : found;
  return (
    <section className="person-list" aria-label={t('people.heading')}>
      <p className="quiet" role="status">
        {found.length === 0
          ? t('people.none')
          : found.length === all
            ? t('people.all', { count: all })
            : t('people.some', { shown: found.length, count: all })}
      </p>
      {crowded && <h3 className="list-heading">{t('people.fresh')}</h3>}
      {crowded && <ul>{rows(fresh)}</ul>}
      {crowded && <h3 className="list-heading">{t('people.everybody')}</h3>}
      <ul>{rows(others)}</ul>
      {others.length > most && <p className="quiet">{t('people.more', { count: others.length - most })}</p>}
    </section>
  );
};

/** Shows who the reader is, and makes them somebody else. */
export const PersonSwitcher = () => {
  const { me, place, go } = useSession();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const late = useDeferredValue(wanted);
  const choose = (person: Person): void => {
    setOpen(false);
    setWanted('');
    go({ personId: person.id, inside: place.view === 'chat' ? place.inside : '' });
  };
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <button type="button" className="me">
          <span className="unseen">{t('people.me', { name: me.name })}</span>
          <span className="me-name" aria-hidden="true">
            {me.name}
          </span>
          <Picture person={me} size={32} />
          <ChevronDownRegular aria-hidden="true" />
        </button>
      </PopoverTrigger>
      <PopoverSurface className="switcher" aria-label={t('people.heading')}>
        <Title3 as="h2">{t('people.heading')}</Title3>
        <p className="quiet">{t('people.intro')}</p>
        <SearchBox
          value={wanted}
          onChange={(_event, data) => setWanted(data.value)}
          placeholder={t('people.search')}
          aria-label={t('people.search')}
          dismiss={{ 'aria-label': t('people.clear') }}
          className="wide"
        />
        <List wanted={late} onChoose={choose} />
      </PopoverSurface>
    </Popover>
  );
};
