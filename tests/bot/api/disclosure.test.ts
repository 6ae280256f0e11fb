import { type Fact, facts, type Reader } from '@coaching-pairs/shared/disclosure/matrix';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../shared/disclosure/fields-of.js';
import { idOf } from './company.js';
import { type House, openHouse } from './house.js';
import { joiners, type PlayedRound } from './played-round.js';
import { type Told, toldBy } from './told.js';
import { prepare, viewers, viewOf } from './views.js';

/** Answers in which everything that is about nobody by name is about whoever asks. */
const ofTheirOwn: readonly RouteName[] = ['me', 'myData', 'myFeedback', 'notes', 'resources', 'pulse', 'insights'];

describe('what an answer tells, and to whom', () => {
  let house: House;
  let round: PlayedRound;
  /** Who is, or was, in one match with whom. */
  const together = new Map<string, ReadonlySet<string>>();

  beforeAll(async () => {
    house = await openHouse({ store: 'memory' });
    round = await prepare(house);
    const sent = await round.sent();
    for (const { members } of sent) for (const one of members) together.set(one, new Set(members.map(idOf)));
    const [waiting, formed, declined] = sent;
    await round.says(waiting?.members[0] ?? '', waiting?.id ?? '', 'accept');
    for (const who of formed?.members ?? []) await round.says(who, formed?.id ?? '', 'accept');
    await round.says(declined?.members[0] ?? '', declined?.id ?? '', 'decline');
  });
  afterAll(() => house.close());

  const partners = (viewer: string, about: readonly string[]): boolean => about.some((id) => together.get(viewer)?.has(id) === true);

  const standings = (viewer: string, about: readonly string[], name: RouteName): ReadonlySet<Reader> => {
    const isOpener = ['Toby', 'Quinn'].includes(viewer);
    // Searching is for whoever may open a round or is named on one.
    const asOrganiser = isOpener && ['searchPeople', 'searchGroups', 'functions', 'rounds', 'health'].includes(name);
    return new Set<Reader>([
      'stranger',
      ...(about.includes(idOf(viewer)) || (about.length === 0 && ofTheirOwn.includes(name)) ? (['self'] as const) : []),
      ...(partners(viewer, about) ? (['partner'] as const) : []),
      ...(viewer === 'Priya' ? (['people-partner', 'administrator'] as const) : []),
      ...(viewer === 'Omar' || asOrganiser ? (['administrator'] as const) : []),
      ...(viewer === 'Maya' ? (['round-leader', 'participant'] as const) : []),
      ...(joiners.includes(viewer) || viewer === 'Nils' ? (['participant'] as const) : []),
    ]);
  };

  const mayRead = (fact: Fact, standing: ReadonlySet<Reader>): boolean => facts[fact].some((reader) => standing.has(reader));

  const toldTo = async (viewer: string): Promise<readonly (Told & { readonly name: RouteName })[]> =>
    [...(await viewOf(house, round, viewer))].flatMap(([name, text]) =>
      toldBy(nameOf(routes[name].answer).replace('[]', ''), JSON.parse(text)).map((told) => ({ ...told, name })),
    );

  /** Matches are open until the last test here announces them: whoever is looked at more than once meanwhile is asked for once. */
  const whileOpen = new Map<string, ReturnType<typeof toldTo>>();
  const toldWhileOpen = (viewer: string): ReturnType<typeof toldTo> => {
    const told = whileOpen.get(viewer) ?? toldTo(viewer);
    whileOpen.set(viewer, told);
    return told;
  };

  const check = (viewer: string, all: Awaited<ReturnType<typeof toldTo>>): void => {
    for (const { name, path, fact, about, value } of all) {
      const said = `${viewer} read in ${name} ${path}=${String(value)} about ${about.join()}`;
      expect(mayRead(fact, standings(viewer, about, name)), said).toBe(true);
    }
  };

  it.each(viewers)('[C-02] [CP-33] [S-10] %s reads nothing that the matrix keeps from them, while matches are open', async (viewer) =>
    check(viewer, await toldWhileOpen(viewer)),
  );

  it('[CP-33] the people partner alone reads a yes before the pair is formed, and who would rather not', async () => {
    for (const fact of ['acceptance', 'decline'] as const) {
      const who = await Promise.all(
        viewers.map(async (viewer) => ((await toldWhileOpen(viewer)).some((told) => told.fact === fact) ? [viewer] : [])),
      );
      expect(who.flat(), fact).toEqual(['Priya']);
    }
  });

  it('the test itself finds a leak', () => {
    const leak = { people: [{ person: { id: idOf('Ana'), name: 'Ana', functionName: null }, standing: 'waiting' }] };
    const found = toldBy('RoundPeople', leak).filter(
      ({ fact, about, name }: Told & { readonly name?: RouteName }) => !mayRead(fact, standings('Omar', about, name ?? 'people')),
    );
    expect(found.map(({ path }) => path)).toEqual(['RoundPeople.people[].standing']);
    expect(() => toldBy('Board', { secret: 'x' })).toThrow('Board.secret has no row');
  });

  it('[C-02] [S-10] nor when the pairs are announced', async () => {
    for (const { id, members } of (await round.sent()).filter((one) => one.members.length > 0)) {
      for (const who of members) await round.says(who, id, 'accept');
    }
    const { left } = await round.does('Priya', 'board');
    const free = joiners.map(idOf).filter((id) => left.some(({ person }) => person.id === id));
    await round.works('announcePairs', { withoutPartner: free });
    for (const viewer of viewers) check(viewer, await toldTo(viewer));
    const { rounds } = await round.does('Ben', 'me');
    expect(rounds[0]?.pairCount).toBeGreaterThan(1);
    expect((await round.does('Ben', 'roundPairs')).pairs).toHaveLength(rounds[0]?.pairCount ?? 0);
  });
});
