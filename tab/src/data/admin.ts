import type { DeliveryReport } from '@coaching-pairs/shared/wire/delivery';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from './keys.js';
import { isRunning } from './running.js';
import { useAsked } from './use-asked.js';
import { useSettled } from './use-settled.js';

const seconds = (count: number): number => count * 1_000;

/** How soon to look again: quickly while something runs or is being delivered, slowly while answers may arrive. */
export const pollingOf = (overview: RoundOverview | undefined): number | false => {
  if (overview === undefined) return false;
  if (overview.works.some(isRunning)) return seconds(1.5);
  if (overview.toDeliver > 0) return seconds(3);
  return overview.state === 'inviting' ||
    overview.state === 'proposed' ||
    overview.state === 'matching' ||
    overview.state === 'choosing' ||
    overview.tally.open > 0
    ? seconds(8)
    : false;
};

export const useRounds = () => useAsked(routes.rounds, { key: keys.rounds });

export const useOverview = (roundId: string) =>
  useAsked(routes.overview, { key: keys.overview(roundId), params: { roundId }, every: pollingOf });

export const useBoard = (roundId: string, every: number | false = false) =>
  useAsked(routes.board, { key: keys.board(roundId), params: { roundId }, every: () => every });

/** Asked anew each time: what another choice costs changes with every answer. */
export const useOtherPartners = (roundId: string, personId: string) =>
  useAsked(routes.otherPartners, { key: keys.others(roundId, personId), params: { roundId, personId }, fresh: 0 });

/** Asked anew whenever matches are about to be drafted. */
export const useDraftNumbers = (roundId: string, enabled: boolean) =>
  useAsked(routes.draftNumbers, { key: keys.draftNumbers(roundId, ''), params: { roundId }, enabled, fresh: 0 });

/** Who of them may stand by, by part of a name; before anything is typed the first of them. */
export const useStandingBy = (roundId: string, text: string) => {
  const q = useSettled(text.trim());
  const asked = useAsked(routes.draftNumbers, { key: keys.draftNumbers(roundId, q), params: { roundId }, query: { q } });
  return { ...asked, isFetching: asked.isFetching || q !== text.trim() };
};

/** Soon again while something is being sent, now and then otherwise. */
const whileSending = (report: DeliveryReport | undefined): number => (report?.lines.some(({ due }) => due > 0) ? seconds(3) : seconds(20));

export const useDelivery = (roundId: string) =>
  useAsked(routes.delivery, { key: keys.delivery(roundId), params: { roundId }, every: whileSending, fresh: 0 });

export const useHealth = () => useAsked(routes.health, { key: keys.health, every: () => seconds(15), fresh: 0 });

export const useFunctions = () => useAsked(routes.functions, { key: keys.functions });

export const useWork = (roundId: string, workId: string) =>
  useAsked(routes.work, {
    key: keys.work(roundId, workId),
    params: { roundId, workId },
    every: (work) => (work === undefined || isRunning(work) ? seconds(1) : false),
    fresh: 0,
  });
