import type { CardJson, CardMaker } from '@coaching-pairs/bot/cards/card';
import { welcomeCard } from '@coaching-pairs/bot/cards/round-cards';
import { myTwoTwoCard, twoTwoCard } from '@coaching-pairs/bot/cards/two-two-card';
import { newsKinds } from '@coaching-pairs/shared/engagement/news';
import { engagementId, instant } from '@coaching-pairs/shared/ids';

const id = engagementId('e-1');
const start = instant('2026-12-01T10:00:00.000Z');

/** The cards of 2:2 Coaching; none of them changes once it is sent. */
export const everyTwoTwoCard = (
  maker: CardMaker,
): readonly { readonly name: string; readonly card: CardJson; readonly changes: false }[] => {
  const show = (name: string, card: CardJson) => ({ name: `2:2, ${name}`, card, changes: false }) as const;
  const waiting = [
    { id, waits: 'asked' },
    { id: engagementId('e-2'), waits: null },
  ] as const;
  return [
    ...newsKinds.map((kind) => show(kind, twoTwoCard(maker, kind, { id, meeting: null }))),
    ...[true, false].map((isOn) => show(`on: ${isOn}`, twoTwoCard(maker, 'short-notice', { id: null, meeting: { start, isOn } }))),
    show('what waits', myTwoTwoCard(maker, waiting)),
    show('welcome', welcomeCard(maker, true)),
  ];
};
