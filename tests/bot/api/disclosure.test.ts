import { type Fact, facts, type Reader } from '@coaching-pairs/shared/disclosure/matrix';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../shared/disclosure/fields-of.js';
import { idOf } from './company.js';
import { type House, openHouse } from './house.js';
import { type Cast, joiners, type PlayedRound, pathOf, playRound, spring } from './played-round.js';
import { type Told, toldBy } from './told.js';

const viewers = ['Stella', 'Toby', 'Quinn', 'Maya', 'Nils', 'Omar', 'Priya', ...joiners];
const reading = Object.keys(routes)
  .filter((name): name is RouteName => name in routes)
  .filter((name) => routes[name].method === 'GET' && name !== 'work');

/** Answers in which everything that is about nobody by name is about whoever asks. */
const ofTheirOwn: readonly RouteName[] = ['me', 'myData', 'myFeedback', 'notes', 'resources', 'pulse', 'insights'];

/** What one person gets to see of everything that can be asked for, and of checking two people. */
const viewOf = async (house: House, round: PlayedRound, viewer: string): Promise<ReadonlyMap<RouteName, string>> => {
  const view = new Map<RouteName, string>();
  for (const name of reading) {
    const query = name.startsWith('search') ? '?q=an' : '';
    const answer = await house.call(viewer, 'GET', `${pathOf(name, { roundId: round.id, personId: idOf('Ana') })}${query}`);
    if (answer.status === 200) view.set(name, answer.text);
  }
  const checked = await house.call(viewer, 'POST', pathOf('checkPeople', { roundId: round.id }), { memberIds: ['Ana', 'Edda'].map(idOf) });
  if (checked.status === 200) view.set('checkPeople', checked.text);
  return view;
};

const everyView = async (house: House, round: PlayedRound) =>
  new Map(await Promise.all(viewers.map(async (viewer) => [viewer, await viewOf(house, round, viewer)] as const)));

const prepare = async (house: House, cast: Cast = spring): Promise<PlayedRound> => {
  const round = playRound(house, 'spring', cast);
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.proposes();
  return round;
};

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

  const check = async (viewer: string): Promise<void> => {
    for (const { name, path, fact, about, value } of await toldTo(viewer)) {
      const said = `${viewer} read in ${name} ${path}=${String(value)} about ${about.join()}`;
      expect(mayRead(fact, standings(viewer, about, name)), said).toBe(true);
    }
  };

  it.each(viewers)('[C-02] [CP-33] [S-10] %s reads nothing that the matrix keeps from them, while matches are open', check);

  it('[CP-33] the people partner alone reads a yes before the pair is formed, and who would rather not', async () => {
    for (const fact of ['acceptance', 'decline'] as const) {
      const who = await Promise.all(
        viewers.map(async (viewer) => ((await toldTo(viewer)).some((told) => told.fact === fact) ? [viewer] : [])),
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
    for (const viewer of viewers) await check(viewer);
    const { rounds } = await round.does('Ben', 'me');
    expect(rounds[0]?.pairs.length).toBeGreaterThan(1);
  });
});

describe('two worlds that differ in nothing but who would rather not', () => {
  const now = Date.parse('2026-11-20T09:00:00.000Z');
  /** Two houses are furnished and lived in, one after the other. */
  const long = 120_000;

  /** Somebody and their partner: one says yes, then the other would rather not, or somebody withdraws it; every view after each step. */
  const world = async (who: string, declines: 'they' | 'their partner', cast: Cast, withdraws?: string) => {
    const house = await openHouse({ store: 'memory', now });
    try {
      const round = await prepare(house, cast);
      const match = (await round.sent()).find(({ members }) => members.includes(who));
      const partner = match?.members.find((name) => name !== who) ?? '';
      const [first, second] = declines === 'they' ? [partner, who] : [who, partner];
      await round.says(first, match?.id ?? '', 'accept');
      const afterYes = await everyView(house, round);
      if (withdraws === undefined) await round.says(second, match?.id ?? '', 'decline');
      else await round.does(withdraws, 'withdrawMatch', {}, { proposalId: match?.id ?? '' });
      return { partner, afterYes, afterNo: await everyView(house, round) };
    } finally {
      await house.close();
    }
  };

  /** What somebody reads, but for their own acts where they are one of those who did something. */
  const seenBy = (views: Awaited<ReturnType<typeof everyView>>, viewer: string, acted: readonly string[]) =>
    new Map([...(views.get(viewer) ?? [])].filter(([name]) => name !== 'myData' || !acted.includes(viewer)));

  /** Compares both worlds for everybody but the one who may know. */
  const compare = async (who: string, mayKnow: string, cast: Cast): Promise<void> => {
    const [one, other] = [await world(who, 'they', cast), await world(who, 'their partner', cast)];
    expect(one.partner).not.toBe('');
    for (const viewer of viewers.filter((name) => name !== mayKnow)) {
      expect(seenBy(other.afterNo, viewer, [who, one.partner]), viewer).toEqual(seenBy(one.afterNo, viewer, [who, one.partner]));
      if (![who, one.partner].includes(viewer)) expect(other.afterYes.get(viewer), viewer).toEqual(one.afterYes.get(viewer));
    }
    expect(other.afterNo.get(mayKnow)?.get('board')).not.toEqual(one.afterNo.get(mayKnow)?.get('board'));
    expect(one.afterNo.get(mayKnow)?.size).toBeGreaterThan(4);
  };

  it(
    '[CP-33] look the same to everybody but the people partner: at each step to others, and after the no to both of them too',
    () => compare('Ana', 'Priya', spring),
    long,
  );

  it.each([
    ['a match of two others', 'Ana', 'Priya', 'Omar', spring],
    ['the people partner’s own', 'Priya', 'Omar', 'Omar', { ...spring, joiners: [...joiners.slice(1), 'Priya'] }],
  ] as const)(
    '[CP-33] whether it was declined or withdrawn: %s looks the same to everybody but the one who may know of declines',
    async (_whose, who, mayKnow, withdraws, cast) => {
      const [declined, withdrawn] = [await world(who, 'their partner', cast), await world(who, 'their partner', cast, withdraws)];
      expect(withdrawn.partner).toBe(declined.partner);
      for (const viewer of viewers.filter((name) => name !== mayKnow))
        expect(seenBy(withdrawn.afterNo, viewer, [declined.partner, withdraws]), viewer).toEqual(
          seenBy(declined.afterNo, viewer, [declined.partner, withdraws]),
        );
      expect(withdrawn.afterNo.get(mayKnow)?.get('board')).not.toEqual(declined.afterNo.get(mayKnow)?.get('board'));
    },
    long,
  );

  it(
    '[CP-33] for the people partner’s own match they look the same to everybody but the second administrator',
    () => compare('Priya', 'Omar', { ...spring, joiners: [...joiners.slice(1), 'Priya'] }),
    long,
  );
});
