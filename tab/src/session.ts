import { parseLocale } from '@coaching-pairs/shared/words/locale';
import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import { createContext, useContext } from 'react';
import { type Call, callWith } from './api.js';
import type { Door, Visitor } from './door.js';
import { tokensFrom } from './token.js';

/** What every page has at hand. */
export type Session = {
  readonly words: Words;
  readonly call: Call;
  /** IANA zone in which times are written. */
  readonly zone: string;
  readonly userId: string;
  /** Whoever came in by a browser of their own; nobody in Teams. */
  readonly visitor?: Visitor;
  /** Lets the reader consent or prove more at Entra; calls made afterwards do so with a new token. False where that came to nothing. */
  readonly signInAgain?: (claims: string | null) => Promise<boolean>;
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

export const sessionFor = ({ host, requestToken, openSignIn, visitor }: Door): Session => {
  const words = wordsFor(host.locale);
  let claims: string | null = null;
  const tokens = tokensFrom(() => requestToken(claims), Date.now);
  return {
    words,
    call: callWith(tokens, parseLocale(host.locale)),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    userId: host.userId,
    ...(visitor === undefined ? {} : { visitor }),
    signInAgain: async (asked) => {
      if (!(await openSignIn(asked))) return false;
      claims = asked;
      await tokens.renewed();
      return true;
    },
  };
};
