import type { RoundId } from '@coaching-pairs/shared/ids';
import type { FeedbackPeople, MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { type CardJson, type CardMaker, cardOf, paragraph, quiet, submitDialog } from './card.js';
import { partnersText } from './match-text.js';

/** What the dialog is called in what it sends. */
export const namesView = 'nameForAwayday';

export type NamesPage = {
  readonly roundId: RoundId;
  readonly mine: Pick<MyFeedback, 'partners'>;
  readonly found: FeedbackPeople;
  /** Who is chosen so far; they stay among the choices whatever is looked for. */
  readonly first: Named | null;
  readonly second: Named | null;
  readonly query: string;
  /** What came of the last attempt, where it was refused. */
  readonly said?: string;
};

/** Choices are shown as they are, without formatting. */
const titleOf = ({ words }: CardMaker, { name, functionName }: Named): string =>
  functionName === null ? name : words.t('card.person', { name, functionName });

const choicesOf = ({ found, first, second }: NamesPage): readonly Named[] => {
  // The same person may stand in both, when that was tried.
  const chosen = [first, second?.id === first?.id ? null : second].filter((one) => one !== null);
  return [...chosen, ...found.people.filter((one) => !chosen.some((known) => known.id === one.id))];
};

const choice = (maker: CardMaker, page: NamesPage, people: readonly Named[], id: 'first' | 'second') => {
  const mine = page[id];
  return {
    type: 'Input.ChoiceSet',
    id,
    style: 'compact',
    label: maker.words.t(`tab.names.${id}`),
    placeholder: maker.words.t('card.names.choose'),
    choices: people.map((one) => ({ title: titleOf(maker, one), value: one.id })),
    ...(mine === null ? {} : { value: mine.id }),
  };
};

/** The page on which somebody names two colleagues for the feedback pairs, from the card that asks for them (CP-81). Whoever names takes part. */
export const namesDialog = (maker: CardMaker, page: NamesPage): CardJson => {
  const { words } = maker;
  const { roundId, mine, found, query, said } = page;
  // Teams shows no card with a choice between nobody.
  const people = choicesOf(page);
  return {
    ...cardOf({
      words,
      body: [
        ...(said === undefined ? [] : [paragraph(said)]),
        paragraph(words.t('card.names.dialog')),
        ...(mine.partners.length === 0
          ? []
          : [paragraph(words.t('tab.names.whom.partners', { partners: partnersText(words, mine.partners) }))]),
        { type: 'Input.Text', id: 'query', label: words.t('card.suggest.name'), value: query, maxLength: 80 },
        ...(found.people.length === 0 ? [paragraph(words.t('card.names.nobody'))] : []),
        ...(found.more > 0 ? [quiet(words.t('card.suggest.more', { count: found.more }))] : []),
        ...(people.length === 0 ? [] : [choice(maker, page, people, 'first'), choice(maker, page, people, 'second')]),
        quiet(words.t('tab.names.private')),
      ],
    }),
    actions: [
      submitDialog(words.t('card.suggest.find'), namesView, { roundId, step: 'find' }),
      ...(people.length === 0 ? [] : [submitDialog(words.t('tab.names.save'), namesView, { roundId, step: 'save' }, 'positive')]),
    ],
  };
};
