import type { Directory, SyncToken } from '@coaching-pairs/bot/ports/directory';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok } from '@coaching-pairs/shared/result';

const isToken = (text: string): text is SyncToken & string => text !== '';

/** A directory that knows these people and nothing else; guests are found by their address alone. */
export const paperDirectory = (people: readonly Person[], guests: readonly Person[] = []): Directory => {
  const known = new Map([...people, ...guests].map((person) => [person.id, person]));
  const upwards = (ids: readonly PersonId[]): readonly Person[] => {
    const line = new Map<PersonId, Person>();
    const take = (id: PersonId | null): void => {
      const person = id === null ? undefined : known.get(id);
      if (person === undefined || line.has(person.id)) return;
      line.set(person.id, person);
      take(person.managerId);
    };
    ids.forEach(take);
    return [...line.values()];
  };
  const token = 'as-it-stands';
  return {
    readPeople: async (audience) => {
      if (audience.kind !== 'list' || !isToken(token)) return err({ code: 'audience-not-found', id: 'group' });
      const found = audience.ids.filter((id) => known.has(id));
      return ok({ people: upwards(found), audience: found, next: token, seen: found.length, warnings: [] });
    },
    people: async (ids) => ok(upwards(ids)),
    searchPeople: async (text) =>
      ok(people.filter(({ name, mail }) => [name, mail].some((one) => one?.toLowerCase().startsWith(text.toLowerCase())))),
    accountsOf: async (mail) =>
      ok([...known.values()].filter((one) => one.mail === mail).map((one) => ({ ...one, guest: guests.includes(one) }))),
    searchGroups: async (text) => ok([{ id: 'g-1', name: `${text} leaders`, description: null }]),
    groupMembers: async () => ok([]),
    peopleBelow: async () => ok([]),
  };
};
