import { isAt } from '@coaching-pairs/shared/engagement/engagement';
import { isAgreedFrame } from '@coaching-pairs/shared/engagement/frame';
import { heldSessions } from '@coaching-pairs/shared/engagement/meetings';
import { acceptAsSponsor, sponsorAcceptedAt } from '@coaching-pairs/shared/engagement/terms';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { SponsorView } from '@coaching-pairs/shared/wire/engagement';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { decideInEngagement } from './commit.js';
import { type AboutEngagement, type ChangesEngagement, mySponsored } from './my-engagement.js';

/** All that a sponsor sees: that it is active, how many sessions are planned and were held, and a summary that both clients approved (TT-61, TT-62). */
export const sponsorViewOf = async (deps: Deps, about: AboutEngagement): Promise<Result<SponsorView, Refusal>> => {
  const found = await mySponsored(deps, about);
  if (!found.ok) return found;
  const { value: engagement } = found.value;
  const acceptedAt = sponsorAcceptedAt(engagement);
  if (acceptedAt === null) return err({ code: 'two-two-terms-first' });
  const [summary, organisation, meetings] = await Promise.all([
    deps.engagements.summary(engagement.id),
    organisationOf(deps),
    deps.engagements.meetings(engagement.id),
  ]);
  if (!summary.ok) return summary;
  const released = summary.value?.value.released ?? null;
  return ok({
    clients: engagement.clientIds.map(namedIn(organisation)),
    active: isAt(engagement, 'active', 'closing'),
    // Also where it ended before: what was only recommended is for the four.
    sessions: isAgreedFrame(engagement) ? (engagement.frame?.sessions ?? null) : null,
    held: heldSessions(
      engagement,
      meetings.map(({ value }) => value),
      deps.clock.now(),
    ),
    summary: released && { observations: released.observations, takeAways: released.takeAways, at: released.at },
    acceptedAt,
  });
};

/** The sponsor accepts both of their terms, which opens their page and nothing else (TT-33, TT-34). */
export const acceptSponsorTerms = (deps: Deps, asked: ChangesEngagement & { readonly terms: number }): Promise<Result<null, Refusal>> =>
  decideInEngagement(deps, asked, async () => {
    const found = await mySponsored(deps, asked);
    if (!found.ok) return found;
    const { value, etag } = found.value;
    const next = acceptAsSponsor(value, { by: asked.actor.personId, terms: asked.terms, at: deps.clock.now() });
    if (!next.ok) return next;
    return ok(next.value === value ? null : { engagementId: value.id, engagement: { value: next.value, etag } });
  });
