import type { Engagement, EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { Refusal } from '../../../refusal.js';

/** Under which keys answers about engagements are kept; each begins with that of all. */
export const engagementKeys = {
  all: ['two-two', 'engagements'],
  mine: ['two-two', 'engagements', 'mine'],
  one: (id: string) => ['two-two', 'engagements', 'one', id],
  sponsor: (id: string) => ['two-two', 'engagements', 'sponsor', id],
  coordinating: ['two-two', 'engagements', 'coordinating'],
} as const;

/** What a part of the page of an engagement is given. */
export type OfEngagement = { readonly engagement: Engagement };

/** What another of the four did is there whenever a page opens, and a minute later at most on one that stays open. */
const whileOthersAct = { every: (): number => 60_000, fresh: 0 } as const;

export const useEngagements = () => useAsked(routes.engagements, { key: engagementKeys.mine, ...whileOthersAct });

/** For whoever coordinates. */
export const useCoordinating = () => useAsked(routes.coordinating, { key: engagementKeys.coordinating, ...whileOthersAct });

export const useEngagement = (engagementId: string) =>
  useAsked(routes.engagement, { key: engagementKeys.one(engagementId), params: { engagementId }, ...whileOthersAct });

/** For its sponsor. */
export const useSponsorView = (engagementId: string) =>
  useAsked(routes.sponsorView, { key: engagementKeys.sponsor(engagementId), params: { engagementId }, ...whileOthersAct });

/** Refusals that mean: it stands otherwise by now. */
const outOfDate: readonly string[] = ['two-two-moved-on', 'two-two-wrong-state', 'two-two-not-yours'];

/** Changes one engagement, and reads it again afterwards; also where it was refused because somebody else was quicker. */
export const useChanging = (engagementId: string) => {
  const client = useQueryClient();
  const changing = useChange(routes.changeEngagement, { outdates: [engagementKeys.all] });
  const make = (change: EngagementMove, onDone?: () => void): void =>
    changing.mutate(
      { params: { engagementId }, body: { change } },
      {
        onSuccess: () => onDone?.(),
        onError: (fault) => {
          if (fault instanceof Refusal && outOfDate.includes(fault.code)) void client.invalidateQueries({ queryKey: engagementKeys.all });
        },
      },
    );
  return { make, running: changing.isPending, fault: changing.error, forget: changing.reset };
};
