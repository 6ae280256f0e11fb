import type { MyRound, Nominees } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, label, lines, paragraph, plain, quiet, submitDialog } from './card.js';
import { partnersText } from './match-text.js';

export type SuggestPage = {
  readonly round: MyRound;
  readonly found: Nominees;
  readonly query: string;
  /** What came of the last attempt, where it was refused. */
  readonly said?: string;
};

/** What the field of the name and the choice are called in what the dialog sends. */
export const fields = { query: 'query', personId: 'personId' } as const;

const titleOf = ({ words }: CardMaker, { person, why }: Nominees['people'][number]): string => {
  const who = person.functionName === null ? person.name : words.t('card.person', { name: person.name, functionName: person.functionName });
  return why === null ? who : words.t('card.suggest.choice', { who, why });
};

/** Input labels and choices are shown as they are, without formatting. */
const choices = (maker: CardMaker, { people }: Nominees) => {
  const able = people.filter(({ standing }) => standing !== 'not-possible');
  if (able.length === 0) return [];
  return [
    {
      type: 'Input.ChoiceSet',
      id: fields.personId,
      style: 'expanded',
      wrap: true,
      label: maker.words.t('card.suggest.choose'),
      choices: able.map((one) => ({ title: titleOf(maker, one), value: one.person.id })),
    },
  ];
};

const notPossible = ({ words }: CardMaker, { people }: Nominees) => {
  const unable = people.filter(({ standing }) => standing === 'not-possible');
  if (unable.length === 0) return [];
  const texts = unable.map(({ person, why }) => words.t('card.suggest.choice', { who: plain(person.name), why: plain(why ?? '') }));
  return [label(words.t('card.suggest.unable')), ...lines(texts)];
};

/** What becomes of the match before them, said before anything is done (CP-30, CP-33). */
const ends = ({ words }: CardMaker, { match }: MyRound) =>
  match.kind === 'asked' || match.kind === 'waiting'
    ? [paragraph(words.t('card.suggest.ends', { partners: partnersText(words, match.partners), count: match.partners.length }))]
    : [];

/** The page on which somebody names the partner they would rather have: found by the beginning of a name, asked by one button (CP-31). */
export const suggestDialog = (maker: CardMaker, { round, found, query, said }: SuggestPage): CardJson => {
  const { words } = maker;
  const data = { roundId: round.id };
  const nobody = found.people.length === 0 ? [paragraph(words.t('card.suggest.nobody'))] : [];
  return {
    ...cardOf({
      words,
      body: [
        ...(said === undefined ? [] : [paragraph(said)]),
        paragraph(words.t('card.suggest.body')),
        ...ends(maker, round),
        { type: 'Input.Text', id: fields.query, label: words.t('card.suggest.name'), value: query, maxLength: 80 },
        ...nobody,
        ...choices(maker, found),
        ...(found.more > 0 ? [quiet(words.t('card.suggest.more', { count: found.more }))] : []),
        ...notPossible(maker, found),
        quiet(words.t('card.suggest.mayGuess')),
      ],
    }),
    actions: [
      submitDialog(words.t('card.suggest.find'), 'suggestPartner', { ...data, step: 'find' }),
      submitDialog(words.t('card.suggest.ask'), 'suggestPartner', { ...data, step: 'ask' }, 'positive'),
    ],
  };
};
