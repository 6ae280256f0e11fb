import type { CardPreviews, DryRun, DryRunPerson, LineBelow } from '@coaching-pairs/shared/wire/opening';
import type { OwnWords } from '@coaching-pairs/shared/wire/own-words';
import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { type FakeRound, roundPeopleOf } from './round.js';
import type { Asked, Handler, World } from './world.js';

const perAnswer = 10;

const personOf = ({ person, chain, zone, unreachable }: ReturnType<typeof roundPeopleOf>['people'][number], all: number): DryRunPerson => ({
  ...{ person, chain, zone, unreachable },
  message: unreachable === null ? 'reaches' : 'unreachable',
  first: unreachable === null ? { at: '2026-11-23T09:00:00.000Z', local: '2026-11-23T09:00' } : null,
  prospect: { line: 3, sameFunction: 1, earlier: 0, otherLine: 0, apart: 0, possible: Math.max(0, all - 5) },
});

const isFine = ({ message, chain }: DryRunPerson): boolean => message === 'reaches' && chain.kind === 'confirmed';

type Searched = Asked & { readonly queried?: Readonly<Record<string, unknown>> };

const dryRunIn = (round: FakeRound, { query, queried }: Searched): DryRun => {
  const { people } = roundPeopleOf(round);
  const all = people.map((one) => personOf(one, people.length)).sort((one, other) => Number(isFine(one)) - Number(isFine(other)));
  const found = all.filter(({ person }) => person.name.toLowerCase().startsWith(query.toLowerCase()));
  const from = Number(queried?.from ?? 0);
  const unreachable = all.filter(({ message }) => message === 'unreachable').length;
  return {
    message: round.state === 'draft' ? 'kick-off' : 'invitation',
    totals: {
      ...{ people: all.length, reached: all.length - unreachable, blocked: 0, unreachable, alone: 0 },
      unconfirmed: all.filter(({ chain }) => chain.kind === 'unconfirmed').length,
    },
    people: found.slice(from, from + perAnswer),
    more: Math.max(0, found.length - from - perAnswer),
  };
};

const lineIn = ({ people }: FakeRound, personId: string): LineBelow => {
  const others = people.filter(({ id }) => id !== personId);
  return {
    person: people.find(({ id }) => id === personId) ?? { id: personId, name: personId, functionName: null },
    levels: [
      { people: others.slice(0, 3), more: 0 },
      { people: others.slice(3, 9), more: 4 },
    ],
  };
};

const text = (words: string) => ({ type: 'TextBlock', text: words, wrap: true });
const cardSaying = (words: string, button: string) => ({
  ...{ type: 'AdaptiveCard', version: '1.5', body: [text(words), text('Ana\\_B is \\*plain\\* here')] },
  actions: [{ type: 'Action.Execute', title: button, verb: 'join' }],
});
const cards: CardPreviews = {
  cards: [
    { kind: 'kick-off', card: cardSaying('You are called to a kick-off', 'Read before') },
    { kind: 'invitation', card: cardSaying('Would you like to take part?', 'I’m in') },
    { kind: 'invitation-reminder', card: cardSaying('We ask once more', 'I’m in') },
  ],
};

const openIn = { invitation: ['draft', 'kick-off'], match: ['draft', 'kick-off', 'inviting', 'matching'] } as const;

const wordsIn = ({ ownWords = {}, state, people, plan }: FakeRound): OwnWords => ({
  cards: (['invitation', 'match'] as const).map((card) => {
    const by = people.find(({ id }) => id === plan.peoplePartnerId) ?? {
      id: plan.peoplePartnerId,
      name: 'Priya Raman',
      functionName: null,
    };
    const text = ownWords[card] ?? '';
    const said = text === '' ? null : { text, by, at: '2026-11-20T09:30:00.000Z' };
    return { card, said, open: openIn[card].some((one) => one === state), before: null };
  }),
});

/** Looking ahead before anybody is told of a round, and what its organisers say there. */
export const openingHandlers = (roundOf: (world: World, asked: Asked) => FakeRound) =>
  ({
    dryRun: (world, asked) => dryRunIn(roundOf(world, asked), asked),
    lineBelow: (world, asked) => lineIn(roundOf(world, asked), asked.params.personId ?? ''),
    cardPreviews: () => cards,
    ownWords: (world, asked) => wordsIn(roundOf(world, asked)),
    writeOwnWords: (world, asked: Asked & { readonly body: { readonly card: 'invitation' | 'match'; readonly text: string } }) => {
      const round = roundOf(world, asked);
      round.ownWords = { ...round.ownWords, [asked.body.card]: asked.body.text.trim() };
      return wordsIn(round);
    },
    tryOwnWords: (_world, asked: Asked & { readonly body: { readonly text: string } }) => ({
      card: cardSaying(asked.body.text === '' ? 'Would you like to take part?' : asked.body.text, 'I’m in'),
    }),
  }) satisfies { readonly [Name in RouteName]?: Handler };
