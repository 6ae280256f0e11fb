import * as z from 'zod';
import type { ActionAnswer } from '../bolt/answer.js';
import type { CardJson } from '../cards/card.js';
import { offeredPauses, pauseCard } from '../cards/pause-card.js';
import { pausedUntilOf, pauseForDays, pauseReminders } from '../workflows/pause-reminders.js';
import { refusalAnswer } from './answer-invitation.js';
import type { BotApp, ListenerContext } from './context.js';

/** A card offers a few spans; a forged one is held to the same (S-07). */
const Days = z.object({ days: z.coerce.number().refine((days) => offeredPauses.some((one) => one === days)) });
const Nothing = z.object({});

/** The card of the pause as it stands for the reader. */
export const pauseCardFor = async ({ deps, actor, maker }: ListenerContext): Promise<CardJson> =>
  pauseCard(maker, await pausedUntilOf(deps, actor));

const shown = async (context: ListenerContext): Promise<ActionAnswer> => ({ card: await pauseCardFor(context) });

/** *One week*, *Two weeks*, *Remind me again*, and the card's own refresh. */
export const listenToPause = (app: BotApp): void => {
  app.action('pauseReminders', Days, async ({ context, payload, ack }) => {
    const paused = await pauseForDays(context.deps, context.actor, payload.days);
    ack(paused.ok ? await shown(context) : refusalAnswer(context, paused.error));
  });
  app.action('resumeReminders', Nothing, async ({ context, ack }) => {
    const resumed = await pauseReminders(context.deps, { actor: context.actor, until: null });
    ack(resumed.ok ? await shown(context) : refusalAnswer(context, resumed.error));
  });
  app.action('showPause', Nothing, async ({ context, ack }) => ack(await shown(context)));
};
