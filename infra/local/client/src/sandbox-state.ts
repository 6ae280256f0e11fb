import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { paced, useLive } from './live.js';
import type { Go, Place } from './place.js';
import { type ChatLine, type Person, sandbox, type Tenant } from './sandbox-api.js';

/** What every part of the page has at hand. */
export type Sandbox = {
  readonly tenant: Tenant;
  readonly lines: ReadonlyMap<string, ChatLine>;
  readonly now: Date;
  readonly connected: boolean;
  readonly setNow: (now: string) => void;
  readonly refreshLines: () => void;
};

export type Session = Sandbox & {
  readonly me: Person;
  readonly place: Place;
  readonly go: Go;
  readonly say: (sentence: string, intent?: 'info' | 'error') => void;
};

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Used outside of the session.');
  return session;
};

const byPerson = (lines: readonly ChatLine[]): ReadonlyMap<string, ChatLine> => new Map(lines.map((line) => [line.personId, line]));

/** The sandbox's time goes on with the machine's, at a distance. */
const useTime = () => {
  const [ahead, setAhead] = useState(0);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  const setNow = useMemo(() => (now: string) => setAhead(Date.parse(now) - Date.now()), []);
  return { now: new Date(Date.now() + ahead), setNow };
};

/** Unread marks may be a moment late, but a thousand messages at once must not be a thousand questions. */
const useLines = () => {
  const [lines, setLines] = useState<ReadonlyMap<string, ChatLine>>(new Map());
  const refreshLines = useMemo(
    () =>
      paced(() => {
        sandbox.overview().then(
          (all) => setLines(byPerson(all)),
          () => undefined,
        );
      }, 700),
    [],
  );
  return { lines, refreshLines };
};

/** In milliseconds. */
const tryEvery = 2_000;

/** Reads the sandbox once, then follows it; null until it has answered. */
export const useSandbox = (): { readonly sandbox: Sandbox | null; readonly failed: boolean } => {
  const [tenant, setTenant] = useState<Tenant | null>(null);
  const [failed, setFailed] = useState(false);
  const [connected, setConnected] = useState(true);
  const { lines, refreshLines } = useLines();
  const { now, setNow } = useTime();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const read = async (): Promise<void> => {
      const [found, time] = await Promise.all([sandbox.tenant(), sandbox.now()]);
      if (over) return;
      setNow(time.now);
      setTenant(found);
      setFailed(false);
      refreshLines();
    };
    // A sandbox that was busy or is started again answers the next time.
    const keepTrying = (): void => {
      read().catch(() => {
        if (over) return;
        setFailed(true);
        timer = setTimeout(keepTrying, tryEvery);
      });
    };
    keepTrying();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [setNow, refreshLines]);

  useLive((news) => {
    if (news.type === 'clock') setNow(news.now);
    if (news.type === 'chat' || news.type === 'read' || news.type === 'back') refreshLines();
    if (news.type === 'back' || news.type === 'lost') setConnected(news.type === 'back');
  });

  return { failed, sandbox: tenant === null ? null : { tenant, lines, now, connected, setNow, refreshLines } };
};
