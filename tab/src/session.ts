import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import { createContext, useContext } from 'react';
import { type Call, callWith } from './api.js';
import type { Host } from './teams.js';
import { tokensFrom } from './token.js';

/** What every page has at hand. */
export type Session = {
  readonly words: Words;
  readonly call: Call;
  /** IANA zone in which times are written. */
  readonly zone: string;
  readonly userId: string;
};

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('The page stands outside its session.');
  return session;
};

/** The reader's words: `t` for messages, `date`, `list` and the rest. */
export const useWords = (): Words => useSession().words;

export const sessionFor = (host: Host, requestToken: () => Promise<string>): Session => {
  const words = wordsFor(host.locale);
  return {
    words,
    call: callWith(tokensFrom(requestToken, Date.now), words.locale),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    userId: host.userId,
  };
};
