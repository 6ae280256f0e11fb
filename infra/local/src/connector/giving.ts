import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './accounts.js';
import type { Chats } from './chats.js';
import type { Turns } from './turns.js';

const pauseMs = 200;
/** Whoever asks for an installation does not wait longer for the bot to be told of it. */
const patienceMs = 5_000;

export type Giving = {
  /** Gives somebody the app: kept at once, and told to the bot as soon as it listens. */
  readonly give: (account: Account) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Installs the app for single people, as Graph is asked to; what is not told when it stops is told at the next start. */
export const createGiving = ({ chats, turns }: { readonly chats: Chats; readonly turns: Turns }): Giving => {
  const going = new Set<Promise<void>>();
  let stopped = false;
  const tell = async (account: Account): Promise<void> => {
    while (!stopped && !(await turns.install(account))) await wait(pauseMs, undefined, { ref: false });
  };
  return {
    give: async (account) => {
      chats.record({ kind: 'installed', personId: account.person.id });
      const telling = tell(account).finally(() => going.delete(telling));
      going.add(telling);
      await Promise.race([telling, wait(patienceMs, undefined, { ref: false })]);
    },
    stop: async () => {
      stopped = true;
      await Promise.all(going);
    },
  };
};
