import type { RoundId } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { App } from '../bolt/app.js';
import type { Turn } from '../bolt/turn.js';
import type { CardMaker } from '../cards/card.js';
import type { Actor, Deps } from '../workflows/deps.js';
import { myRound } from '../workflows/my-rounds.js';

/** What every listener finds in `context`: the use cases, and who is asking in which language. */
export type ListenerContext = {
  readonly deps: Deps;
  readonly words: Words;
  readonly maker: CardMaker;
  readonly actor: Actor;
};

export type BotApp = App<ListenerContext>;

/** The bot knows nobody as an opener of rounds: that takes the tab. */
export const actorOf = ({ actor }: Turn): Actor => ({ personId: actor.personId, name: actor.name, opener: false });

/** A round as the one who is asking sees it; null when it is not theirs. */
export const roundFor = ({ deps, words, actor }: ListenerContext, id: RoundId): Promise<MyRound | null> =>
  myRound(deps, words, actor.personId, id);
