import type { CardMaker } from '@coaching-pairs/bot/cards/card';
import { invitationCard } from '@coaching-pairs/bot/cards/invitation-card';
import { newMatchWantedCard } from '@coaching-pairs/bot/cards/pair-ended-card';
import { proposalCard } from '@coaching-pairs/bot/cards/proposal-card';
import { statusCard } from '@coaching-pairs/bot/cards/round-cards';
import { roundId } from '@coaching-pairs/shared/ids';
import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';

/** The question to a pair whether it takes somebody in. */
export const thirdAsked = (partners: readonly Named[], third: Named, accepted = false): MyQuestion => ({
  ...{ proposalId: 'p3', partners: [...partners, third], reasons: ['6 steps apart in the organisation'], answerBy: '2027-02-18' },
  ...{ third, accepted },
});

/** What is told around somebody who joins after the announcement; `round` is that of somebody in a pair. */
export const everyLateCard = (maker: CardMaker, round: MyRound, third: Named) => {
  const partners = round.match.kind === 'paired' ? round.match.partners : [];
  const asked = (accepted: boolean): MyRound => ({ ...round, questions: [thirdAsked(partners, third, accepted)] });
  const late: MyRound = { ...round, match: { kind: 'none' }, canAnswer: true };
  const show = (name: string, card: ReturnType<typeof proposalCard>, changes = true) => ({ name, card, changes });
  return [
    show('a third', proposalCard(maker, asked(false), 'p3')),
    show('a third, accepted', proposalCard(maker, asked(true), 'p3')),
    show('status, a third', statusCard(maker, asked(false))),
    show('status, a third, accepted', statusCard(maker, asked(true))),
    show('invitation, late', invitationCard(maker, { ...late, answer: 'none' }, false)),
    show('invitation, joined late', invitationCard(maker, late, false)),
    show('status, joined late', statusCard(maker, late)),
    ...[false, true].map((isLate) =>
      show(`new match wanted, late: ${isLate}`, newMatchWantedCard(maker, { id: roundId('spring'), name: round.name }, isLate), false),
    ),
  ];
};
