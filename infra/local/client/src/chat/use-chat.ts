import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../live.js';
import { type Message, sandbox } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';

/** How long the dots stay when no message follows them. */
const typingMs = 4_000;

/** One person's chat as they see it, kept up to date while it is shown; `fresh` is where the unread part begins. */
export const useChat = (personId: string, seen: boolean) => {
  const { lines, refreshLines } = useSession();
  const [chat, setChat] = useState<readonly Message[] | null>(null);
  const [typing, setTyping] = useState(false);
  const asked = useRef(0);
  const unreadAtOpening = useRef(lines.get(personId)?.unread ?? 0);

  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const found = await sandbox.chat(personId).catch(() => null);
    if (found === null || mine !== asked.current) return;
    setChat(found);
    setTyping(false);
    if (seen) await sandbox.read(personId).then(refreshLines, () => undefined);
  }, [personId, seen, refreshLines]);

  useEffect(() => void reload(), [reload]);
  useLive((news) => {
    if ((news.type === 'chat' && news.personId === personId) || news.type === 'back' || news.type === 'clock') void reload();
    if (news.type === 'typing' && news.personId === personId) setTyping(true);
  });
  useEffect(() => {
    const timer = typing ? setTimeout(() => setTyping(false), typingMs) : undefined;
    return () => clearTimeout(timer);
  }, [typing]);

  const received = chat?.filter(({ from }) => from === 'bot') ?? [];
  const fresh = unreadAtOpening.current === 0 ? undefined : received.at(-unreadAtOpening.current)?.activityId;
  return { chat, typing, setTyping, reload, fresh };
};
