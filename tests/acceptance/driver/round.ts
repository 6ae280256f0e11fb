import { type Board, type BoardPage, boardViews } from '@coaching-pairs/shared/wire/board';
import type { Work } from '@coaching-pairs/shared/wire/parts';
import type { RoundPeople } from '@coaching-pairs/shared/wire/people';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import type { Route } from '@coaching-pairs/shared/wire/route';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { z } from 'zod';
import { type BodyOf, newOperation } from './ask.js';
import type { Person } from './person.js';

/** A round in the hands of one of its administrators. A story that may be repeated names its operation, so that each step counts once. */
export type Round = {
  readonly id: string;
  readonly overview: () => Promise<RoundOverview>;
  readonly board: () => Promise<Board>;
  readonly people: () => Promise<RoundPeople['people']>;
  /** Waits until no work runs and nothing is left to be delivered. */
  readonly settles: () => Promise<RoundOverview>;
  /** Begins long work and waits for its end, which must be good. */
  readonly does: <B extends z.ZodType | null>(route: Route<B, typeof routes.draftAgain.answer>, body?: BodyOf<B>) => Promise<Work>;
  readonly calls: <B extends z.ZodType | null, A extends z.ZodType>(route: Route<B, A>, body?: BodyOf<B>) => Promise<z.output<A>>;
  /** From a draft to invitations that everybody has got. */
  readonly invites: (commonApproach?: string, operation?: string) => Promise<RoundOverview>;
  /** Approves the drafts, and waits until they have arrived. */
  readonly sends: (operation?: string) => Promise<Board>;
  /** Makes the pairs known, leaving these people without. */
  readonly announces: (withoutPartner?: readonly string[], operation?: string) => Promise<RoundOverview>;
};

const shortestPauseMs = 150;
const mostMs = 120_000;

const isEnded = ({ state }: Work): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

/** Asks again and again until the answer will do. */
export const until = async <T>(what: string, ask: () => Promise<T>, willDo: (answer: T) => boolean, within = mostMs): Promise<T> => {
  const end = performance.now() + within;
  for (;;) {
    const asked = performance.now();
    const answer = await ask();
    if (willDo(answer)) return answer;
    // A page that takes longer is looked at less often, as a person would.
    const pauseMs = Math.max(shortestPauseMs, 4 * (performance.now() - asked));
    if (performance.now() > end) throw new Error(`${what} did not come: ${JSON.stringify(answer).slice(0, 1_500)}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

const settled = ({ toDeliver, works }: RoundOverview): boolean => toDeliver === 0 && works.every(isEnded);

/** The whole population, page by page. */
const everyPage = async (administrator: Person, params: { readonly roundId: string }, after = ''): Promise<RoundPeople['people']> => {
  const route = { ...routes.people, path: `${routes.people.path}?after=${encodeURIComponent(after)}` };
  const { people, next } = await administrator.calls(route, params);
  return next === null ? people : [...people, ...(await everyPage(administrator, params, next))];
};

/** What a list of the board holds beyond its first page. */
const rest = async (administrator: Person, params: { readonly roundId: string }, view: string, after: string): Promise<BoardPage> => {
  const query = new URLSearchParams({ view, after }).toString();
  const page = await administrator.calls({ ...routes.boardPage, path: `${routes.boardPage.path}?${query}` }, params);
  if (page.next === null) return page;
  const more = await rest(administrator, params, view, page.next);
  return { ...page, matches: [...page.matches, ...more.matches], left: [...page.left, ...more.left] };
};

/** The board with all its lists whole. */
const wholeBoard = async (administrator: Person, params: { readonly roundId: string }): Promise<Board> => {
  const board = await administrator.calls(routes.board, params);
  const { counts, left } = board;
  const lists = await Promise.all(
    boardViews.map(async (view) => {
      const last = board[view].at(-1);
      const isWhole = last === undefined || board[view].length === counts[view];
      return [view, isWhole ? board[view] : [...board[view], ...(await rest(administrator, params, view, last.id)).matches]] as const;
    }),
  );
  const last = left.at(-1);
  const others = last === undefined || left.length === counts.left ? [] : (await rest(administrator, params, 'left', last.person.id)).left;
  return { ...board, ...Object.fromEntries(lists), left: [...left, ...others] };
};

export const roundOf = (administrator: Person, id: string): Round => {
  const params = { roundId: id };
  const overview = () => administrator.calls(routes.overview, params);
  const board = () => wholeBoard(administrator, params);
  const settles = () => until('A settled round', overview, settled);
  const does: Round['does'] = async (route, body) => {
    const { workId } = await administrator.calls(route, params, body);
    const work = await until('The end of the work', () => administrator.calls(routes.work, { ...params, workId }), isEnded);
    if (work.state !== 'done') throw new Error(`${work.kind} ended as ${work.state}: ${work.text}`);
    return work;
  };
  const calls: Round['calls'] = (route, body) => administrator.calls(route, params, body);
  return {
    id,
    overview,
    board,
    people: () => everyPage(administrator, params),
    settles,
    does,
    calls,
    invites: async (commonApproach = 'We listen first.', operation = newOperation()) => {
      const { startsOn, kickOff } = await overview();
      if (kickOff === null) await calls(routes.announceKickOff, { on: startsOn, opId: `${operation}-call` });
      const { state } = await settles();
      // After a kill the story is told again: what was acknowledged or done already is not asked for twice.
      if (state === 'kick-off') await calls(routes.holdKickOff, { commonApproach, opId: `${operation}-held` });
      await does(routes.openInvitations, { opId: `${operation}-ask` });
      return settles();
    },
    sends: async (operation = newOperation()) => {
      await does(routes.sendProposals, { opId: `${operation}-send` });
      await settles();
      return board();
    },
    announces: async (withoutPartner = [], operation = newOperation()) => {
      await calls(routes.announcePairs, { withoutPartner: [...withoutPartner], opId: `${operation}-pairs` });
      return until('An active round', settles, ({ state }) => state === 'active');
    },
  };
};
