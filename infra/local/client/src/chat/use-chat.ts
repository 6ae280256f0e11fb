import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paced, useLive } from '../live.js';
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

  const read = useCallback(
    async (refresh: boolean) => {
      asked.current += 1;
      const mine = asked.current;
      const found = await sandbox.chat(personId, refresh).catch(() => null);
      if (found === null || mine !== asked.current) return;
      setChat(found);
      setTyping(false);
      if (seen) await sandbox.read(personId).then(refreshLines, () => undefined);
    },
    [personId, seen, refreshLines],
  );
  // What came of a click stays: as in Teams, cards are brought up to date when the chat is opened, not after each answer.
  const reload = useCallback(() => read(false), [read]);
  const soon = useMemo(() => paced(() => void reload(), 300), [reload]);

  useEffect(() => void read(true), [read]);
  useLive((news) => {
    if (news.type === 'chat' && news.personId === personId) soon();
    if (news.type === 'back' || news.type === 'clock') void read(true);
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
