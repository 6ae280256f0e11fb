import { welcomeCard } from '../cards/round-cards.js';
import type { BotApp } from './context.js';

/** A first word to whoever got the app; messages that could not reach them before may be sent again. */
export const listenToInstallation = (app: BotApp): void => {
  app.event('installed', async ({ context, say }) => {
    const { deps, actor, maker, words } = context;
    const open = (await deps.rounds.list()).filter((round) => round.state !== 'closed');
    await Promise.all(open.map((round) => deps.rounds.noteReached(round.id, actor.personId)));
    say({ kind: 'card', card: welcomeCard(maker), summary: words.t('summary.news') });
  });
};
