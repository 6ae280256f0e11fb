import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import type { DeliveryDeps, Questions } from './delivery/deps.js';
import type { Preparation } from './delivery/prepare.js';
import { reachThrough } from './delivery/reach.js';
import type { DueMessage } from './ports/outbox.js';
import type { Sender } from './ports/sender.js';
import { renderMessage } from './render-message.js';
import type { Deps } from './workflows/deps.js';
import { readOnce } from './workflows/read-once.js';
import { stillWanted } from './workflows/still-wanted.js';
import { waitsForWork } from './workflows/waits-for-work.js';

export type Asking = {
  readonly deps: Deps;
  readonly sender: Sender;
  readonly preparation: Preparation;
  readonly tenantId: string;
  /** For the sandbox, in which a round is tried at any time of the day. */
  readonly newsAtAnyHour: boolean;
  /** Keeps count of what became of a try. */
  readonly watched: (send: DeliveryDeps['send']) => DeliveryDeps['send'];
};

/** The language of a message's reader, as the directory knows it. */
const wordsOf =
  (deps: Deps) =>
  async ({ to }: DueMessage): Promise<Words> => {
    const { people } = await deps.organisation.snapshot();
    return wordsFor(people.find((person) => person.id === to)?.language);
  };

/** `last` is what is read immediately before a message goes. */
const over = ({ sender, preparation, tenantId, newsAtAnyHour, watched }: Asking, first: Deps, last: Deps): Questions => ({
  waitsUntil: waitsForWork(first, { newsAtAnyHour }),
  prepare: (message) => preparation.prepare(message, { ...first, stillWanted: stillWanted(first) }),
  stillWanted: stillWanted(last),
  render: renderMessage(last, last.teamsAppId, wordsOf(last)),
  send: watched(reachThrough({ sender, conversations: last.conversations, tenantId })),
});

type Asked = Questions & Required<Pick<DeliveryDeps, 'anotherWay' | 'reading'>>;

/**
 * What delivery asks about a message before it goes, and how it goes. Over one reading what two of the questions need is read once, but
 * for the round itself: whether a message is still wanted, and what it says, is read anew when its turn has come.
 */
export const questionsOf = (asking: Asking): Asked => {
  const { deps, preparation } = asking;
  return {
    ...over(asking, deps, deps),
    anotherWay: preparation.anotherWay,
    reading: () => {
      const first = readOnce(deps);
      return over(asking, first, readOnce({ ...first, rounds: deps.rounds }));
    },
  };
};
