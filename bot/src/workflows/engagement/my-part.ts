import { endAt } from '@coaching-pairs/shared/engagement/ending';
import { partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { letDrop } from '@coaching-pairs/shared/engagement/way-in';
import { noWork } from '@coaching-pairs/shared/engagement/work';
import { type OperationId, operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { MyData } from '@coaching-pairs/shared/wire/my-data';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { decideInEngagement } from './commit.js';
import { engagementNow, engagementsNow } from './my-engagement.js';

type Mine = MyData['engagements'][number];

/** What somebody has in engagements: what they wrote, suggested, and said yes to, and nothing that anybody else did (C-08). */
export const myPartIn = async (deps: Deps, me: PersonId): Promise<Result<Mine[], Refusal>> => {
  const mine: Mine[] = [];
  for (const engagement of await engagementsNow(deps)) {
    const party = partyOf(engagement, me);
    if (party === null) continue;
    const [entries, work] = [await deps.engagements.entries(engagement.id, [me]), await deps.engagements.work(engagement.id)];
    if (!entries.ok) return entries;
    if (!work.ok) return work;
    const { goals } = work.value?.value ?? noWork;
    mine.push({
      ...{ party, enquiredAt: engagement.enquiry.at },
      consentedAt: engagement.consents.find(({ personId }) => personId === me)?.at ?? null,
      acceptedAt: engagement.acceptances.find(({ personId }) => personId === me)?.at ?? null,
      entries: entries.value.map(({ value: { audience, text, changedAt } }) => ({ audience, text, changedAt })),
      goals: goals.filter(({ suggestedBy }) => suggestedBy === me).map(({ what, sign, firstStep }) => ({ what, sign, firstStep })),
    });
  }
  return ok(mine);
};

/**
 * Lets somebody who has left out of every engagement: it ends as if any of the four had ended it, and what the four shared goes with its
 * key at once, since it names them and cannot be rewritten (C-09).
 */
export const leaveEngagements = async (deps: Deps, me: PersonId, opId: OperationId): Promise<Result<null, Refusal>> => {
  for (const { id } of (await deps.engagements.list()).filter((one) => partyOf(one, me) !== null)) {
    const left = await decideInEngagement(deps, operationId(`${opId}.${id}`), async () => {
      const found = await engagementNow(deps, id);
      const party = found === null ? null : partyOf(found.value, me);
      if (found === null || party === null || party === 'sponsor' || found.value.state === 'closed') return ok(null);
      const now = deps.clock.now();
      const ended = found.value.state === 'enquiry' ? letDrop(found.value, now) : endAt(found.value, me, now);
      return ended.ok ? ok({ engagementId: id, engagement: { value: ended.value, etag: found.etag } }) : ended;
    });
    if (!left.ok) return left;
    await deps.engagements.forget(id);
  }
  return ok(null);
};
