import type { CardJson, CardMaker } from '@coaching-pairs/bot/cards/card';
import { feedbackPairCard, namesCard, type RoundNamed } from '@coaching-pairs/bot/cards/feedback-cards';
import { namesDialog } from '@coaching-pairs/bot/cards/names-dialog';
import { roundId } from '@coaching-pairs/shared/ids';
import type { Named } from '@coaching-pairs/shared/wire/parts';

const about: RoundNamed = { id: roundId('spring'), name: 'Leadership team, spring', timeZone: 'Europe/London' };
const closes = { closesAt: '2027-05-21T23:00:00.000Z' };

/** What the Awayday's pairs for feedback bring into a chat: who is asked for names, the dialog in which they name, and with whom they are. */
export const everyFeedbackCard = (maker: CardMaker, people: readonly [Named, Named]) => {
  const show = (name: string, card: CardJson) => ({ name, card, changes: false });
  const [one, other] = people;
  const empty = { roundId: about.id, mine: { partners: [] }, found: { people: [], more: 0 }, first: null, second: null, query: '' };
  const named = { ...empty, mine: { partners: [one] }, found: { people: [other], more: 3 }, first: one, second: other };
  return [
    ...[false, true].map((again) => show(`names, again: ${again}`, namesCard(maker, about, closes, again))),
    show('naming, nobody found', namesDialog(maker, empty)),
    show('naming, two partners', namesDialog(maker, { ...named, mine: { partners: [one, other] }, first: null, second: null })),
    show('naming, both chosen', namesDialog(maker, named)),
    show('naming, refused', namesDialog(maker, { ...named, second: null, said: maker.words.t('card.names.both') })),
    ...[[one], [one, other]].flatMap((group) =>
      [false, true].map((changed) =>
        show(`feedback pair, ${group.length}, changed: ${changed}`, feedbackPairCard(maker, about, { group }, changed) ?? {}),
      ),
    ),
  ];
};
