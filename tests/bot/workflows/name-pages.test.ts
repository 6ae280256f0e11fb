import { pageByName } from '@coaching-pairs/bot/workflows/name-pages';
import { peopleIndex } from '@coaching-pairs/bot/workflows/people-index';
import { member } from '@coaching-pairs/shared/round/participation';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { expect, it } from 'vitest';
import { company } from '../../shared/organisation/company.js';
import { id, ids, roundsFor } from '../../shared/round/people.js';

const names = ['Ana', 'Ben', 'Cleo', 'Dev', 'Edda', 'Finn', 'Ömer'];
const organisation = names.reduce((all, name) => all.has(name), company()).organisation();
const participants = names.map((name) => ({ ...member(id(name)) }));
const round = { value: roundsFor().inviting, etag: 'a' };
const content = { participants, proposals: [], pairs: [] };
const index = peopleIndex({ round, participants: [], proposals: [], pairs: [], content }, organisation, wordsFor('en'));

const asks = (items: readonly (readonly string[])[], wanted: Parameters<typeof pageByName>[2] = {}, most = 2) => {
  const listed = { items, idsOf: (item: readonly string[]) => ids(...item), most };
  const { page, total, next } = pageByName(index, listed, wanted);
  return { page: page.map((item) => item.join('+')), total, next };
};

it('of a long list a page comes in the order of names, by whoever of each item comes first', () => {
  const items = [
    ['Ömer', 'Ben'],
    ['Edda', 'Finn'],
    ['Dev', 'Ana'],
  ];
  expect(asks(items)).toEqual({ page: ['Dev+Ana', 'Ömer+Ben'], total: 3, next: id('Ben') });
  expect(asks(items, { after: 'ben' })).toEqual({ page: ['Edda+Finn'], total: 3, next: null });
  // Their item may be gone meanwhile, or they themselves.
  expect(asks(items, { after: 'cleo' }).page).toEqual(['Edda+Finn']);
  expect(asks(items, { after: 'finn' })).toEqual({ page: [], total: 3, next: null });
  expect(asks(items, { after: 'somebody' }).page).toEqual(['Dev+Ana', 'Ömer+Ben']);
  expect(asks(items, { text: ' ome ' })).toEqual({ page: ['Ömer+Ben'], total: 1, next: null });
  expect(asks([])).toEqual({ page: [], total: 0, next: null });
});

it('items that begin with the same person are never on two pages, so that none is left out between them', () => {
  const items = [
    ['Ana', 'Ben'],
    ['Cleo', 'Dev'],
    ['Cleo', 'Dev', 'Edda'],
    ['Finn', 'Ömer'],
  ];
  expect(asks(items)).toMatchObject({ page: ['Ana+Ben', 'Cleo+Dev', 'Cleo+Dev+Edda'], next: id('Cleo') });
  expect(asks(items, { after: 'cleo' }).page).toEqual(['Finn+Ömer']);
  expect(asks(items, {}, 4).next).toBeNull();
});
