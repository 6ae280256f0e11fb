import type { RoundId } from '@coaching-pairs/shared/ids';
import type { ActionAnswer } from '../bolt/answer.js';
import { invitationCard, justJoinedCard } from '../cards/invitation-card.js';
import { answerInvitation } from '../workflows/answer-invitation.js';
import type { Refusal } from '../workflows/refusal.js';
import { refusalText } from '../workflows/refusal-text.js';
import { type BotApp, type ListenerContext, roundFor } from './context.js';
import { AboutRound, clickOperation, Joining } from './payload.js';

/** A refusal as one sentence to the person who clicked. */
export const refusalAnswer = ({ words, actor }: ListenerContext, refusal: Refusal): ActionAnswer => ({
  message: refusalText({ words, nameOf: (id) => id, reader: { kind: 'leader', personId: actor.personId } }, refusal),
});

/** The invitation as it stands for the reader; a sentence when the round is not theirs. */
export const invitationAnswer = async (context: ListenerContext, id: RoundId, expanded: boolean): Promise<ActionAnswer> => {
  const round = await roundFor(context, id);
  if (round === null) return refusalAnswer(context, { code: 'not-invited' });
  return { card: invitationCard(context.maker, round, expanded) };
};

/** The same right after *I'm in*, and until it is skipped, with what may be said in private. */
const joinedAnswer = async (context: ListenerContext, id: RoundId): Promise<ActionAnswer> => {
  const round = await roundFor(context, id);
  return round === null ? refusalAnswer(context, { code: 'not-invited' }) : { card: justJoinedCard(context.maker, round) };
};

/** A click that came too late or on an old card is answered with the card as it is now (S-07). */
const showsNow = (refusal: Refusal): boolean => refusal.code !== 'not-invited' && refusal.code !== 'too-busy';

/** *I'm in*, *Not this time*, *Tell me more*, and the card's own refresh. */
export const listenToInvitations = (app: BotApp): void => {
  app.action('join', Joining, async ({ context, payload, ack }) => {
    const { deps, actor } = context;
    const joined = await answerInvitation(deps, { ...payload, answer: 'joined', opId: clickOperation(deps), actor });
    if (joined.ok) return ack(await joinedAnswer(context, payload.roundId));
    ack(showsNow(joined.error) ? await invitationAnswer(context, payload.roundId, false) : refusalAnswer(context, joined.error));
  });
  app.action('sitOut', AboutRound, async ({ context, payload, ack }) => {
    const { deps, actor } = context;
    const out = await answerInvitation(deps, { ...payload, answer: 'sitting-out', opId: clickOperation(deps), actor });
    ack(out.ok || showsNow(out.error) ? await invitationAnswer(context, payload.roundId, false) : refusalAnswer(context, out.error));
  });
  app.action('tellMore', AboutRound, async ({ context, payload, ack }) => ack(await invitationAnswer(context, payload.roundId, true)));
  app.action('showWishes', AboutRound, async ({ context, payload, ack }) => ack(await joinedAnswer(context, payload.roundId)));
  app.action('showInvitation', AboutRound, async ({ context, payload, ack }) =>
    ack(await invitationAnswer(context, payload.roundId, false)),
  );
};
