import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { render } from '@testing-library/react';
import { ChoosingPage } from '../../tab/src/pages/leader/choosing/choosing-page.js';
import { Refusal } from '../../tab/src/refusal.js';
import type { SessionProvider } from '../../tab/src/session.js';
import { inventedLeaders } from './fake/people.js';
import { overBot } from './over-bot.js';

const words = wordsFor('en-GB');
export const everybody = inventedLeaders(12);
export const [ada, ben, cleo, dev] = everybody as [Named, Named, Named, Named];

export const free: ChoosingBoard = {
  ...{ roundName: 'Spring', stage: 'open', version: 'v1', mine: { kind: 'free' } },
  ...{ questions: [], possible: [ada, ben], pairs: [], left: null },
};
export const asks = (by: Named): ChoosingBoard['questions'][number] => ({ proposalId: `by-${by.id}`, by, reasons: ['6 steps apart'] });
export const asked: ChoosingBoard['mine'] = { kind: 'asked', proposalId: 'mine', partner: ada };
export const paired = (...partners: Named[]): ChoosingBoard['mine'] => ({ kind: 'paired', partners, formedAt: '2027-05-27T10:00:00.000Z' });
export const over = new Refusal({ code: 'ask-over', status: 409, message: 'This ask is no longer open.' });

type Given = { readonly route: unknown; readonly params?: unknown; readonly body?: unknown };

export const session = (call: unknown) =>
  ({ words, call, zone: 'Europe/London', userId: 'me' }) as Parameters<typeof SessionProvider>[0]['value'];

/** The page over a bot whose board is this, until it is told that it has become another. */
export const opened = (start: ChoosingBoard | Refusal, shown: Parameters<typeof render>[0] = <ChoosingPage roundId="r1" />) => {
  const calls: Given[] = [];
  let board = start;
  let next: ChoosingBoard | Refusal = start;
  const waiting = new Set<() => void>();
  const answer = (what: ChoosingBoard | Refusal) => (what instanceof Refusal ? Promise.reject(what) : Promise.resolve(what));
  const become = (now: Partial<ChoosingBoard>): void => {
    if (board instanceof Refusal) return;
    board = { ...board, version: `${board.version}.`, ...now };
    for (const tell of waiting) tell();
    waiting.clear();
  };
  const call = (route: unknown, given: Omit<Given, 'route'> = {}) => {
    if (route === routes.choosingBoard) return answer(board);
    if (route === routes.choosingNews)
      return new Promise((resolve) =>
        waiting.add(() => resolve(board instanceof Refusal ? { version: '', board: null } : { version: board.version, board })),
      );
    calls.push({ route, ...given });
    if (!(next instanceof Refusal)) board = next;
    return answer(next);
  };
  render(overBot(shown, call, { zone: 'Europe/London' }));
  return {
    become,
    /** What the next asking or answering is answered with. */
    answers: (now: Partial<ChoosingBoard> | Refusal) => {
      next = now instanceof Refusal || board instanceof Refusal ? (now as Refusal) : { ...board, version: `${board.version}!`, ...now };
    },
    sent: (route: unknown) => calls.filter((one) => one.route === route).map(({ params, body }) => ({ params, body })),
  };
};
