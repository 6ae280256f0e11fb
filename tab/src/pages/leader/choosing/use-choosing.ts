import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';

/** What is shown is never older than this, should no news come through; in milliseconds. */
const fallback = 15_000;
/** The pause after news that did not come through, while nobody looks, and between two that came at once. */
const pauses = { fault: 4_000, unseen: 2_000, same: 500 } as const;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits at the bot until the board has something new, which comes with the answer: within a second or two of its happening. */
const useNews = (roundId: string, board: ChoosingBoard | undefined): void => {
  const { call } = useSession();
  const client = useQueryClient();
  const version = board === undefined || board.stage === 'frozen' ? null : board.version;
  useEffect(() => {
    if (version === null) return undefined;
    const ends = new AbortController();
    const { signal } = ends;
    const look = async (): Promise<number> => {
      if (document.hidden) return pauses.unseen;
      const news = await call(routes.choosingNews, { params: { roundId }, query: { q: version }, signal });
      if (news.board !== null && !signal.aborted) client.setQueryData(keys.choosing(roundId), news.board);
      return pauses.same;
    };
    const listen = async (): Promise<void> => {
      // What does not come through is fetched by the clock meanwhile.
      while (!signal.aborted) await pause(await look().catch(() => pauses.fault));
    };
    void listen();
    return () => ends.abort();
  }, [call, client, roundId, version]);
};

/** The board as I see it, kept up to date. */
export const useChoosing = (roundId: string) => {
  const board = useAsked(routes.choosingBoard, {
    key: keys.choosing(roundId),
    params: { roundId },
    every: (known) => (known?.stage === 'frozen' ? false : fallback),
    fresh: 0,
  });
  useNews(roundId, board.data);
  return board;
};

/** Has the board fetched at once: after a refusal it is not what it was. */
export const useLookAgain = (roundId: string): (() => void) => {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keys.choosing(roundId) });
};

const after = (roundId: string) => ({ answers: keys.choosing(roundId), outdates: [keys.me] });

export const useAsk = (roundId: string) => useChange(routes.askPartner, after(roundId));
export const useAnswer = (roundId: string) => useChange(routes.answerAsk, after(roundId));
