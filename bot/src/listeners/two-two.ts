import type { OutgoingMessage } from '../bolt/answer.js';
import { myTwoTwoCard } from '../cards/two-two-card.js';
import { myNext } from '../workflows/engagement/my-next.js';
import type { ListenerContext } from './context.js';

/** By which people ask for it; each is known with and without an opening. */
export const twoTwoWords = ['2:2', 'my 2:2', '2:2 coaching', 'my 2:2 coaching', 'two two', 'my coaching', 'my coach', 'my coaches'];

/** Whether somebody is in any that goes on; help tells nobody else of it. */
export const isInTwoTwo = async ({ deps, actor }: ListenerContext): Promise<boolean> => (await myNext(deps, actor.personId)).length > 0;

/** What waits for them; null while 2:2 Coaching is off and to whoever is in none: then the bot does not know the word. */
export const answerTwoTwo = async ({ deps, maker, words, actor }: ListenerContext): Promise<OutgoingMessage | null> => {
  const mine = await myNext(deps, actor.personId);
  return mine.length === 0 ? null : { kind: 'card', card: myTwoTwoCard(maker, mine), summary: words.t('summary.news') };
};
