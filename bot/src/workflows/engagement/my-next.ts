import { type Engagement, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { isStillNews, type NewsKind } from '@coaching-pairs/shared/engagement/news';
import type { EngagementId, PersonId } from '@coaching-pairs/shared/ids';
import { twoTwoIsOn } from '../coaches/switch.js';
import type { Deps } from '../deps.js';
import { engagementsNow } from './my-engagement.js';
import { coordinatorsOf } from './telling.js';

/** What waits for somebody in one engagement; null where nothing does. */
export type MyNext = { readonly id: EngagementId; readonly waits: NewsKind | null };

/** By what they are in it, the first that holds. */
const asked = {
  client: ['asked', 'near', 'structure', 'agreement', 'coaches'],
  coach: ['agreement', 'assigned'],
  sponsor: ['sponsor-terms'],
} as const satisfies Record<string, readonly NewsKind[]>;

const summaryWaits = async (deps: Deps, engagement: Engagement, me: PersonId): Promise<boolean> => {
  const { id, clientIds } = engagement;
  if (!clientIds.includes(me) || !isStillNews(engagement, { kind: 'summary', to: me })) return false;
  const found = await deps.engagements.summary(id);
  const draft = found.ok ? (found.value?.value.draft ?? null) : null;
  return draft !== null && !draft.approvedBy.includes(me);
};

const waitsIn = async (deps: Deps, engagement: Engagement, me: PersonId): Promise<MyNext | null> => {
  const { id, state, frame } = engagement;
  if (state === 'closed') return null;
  const party = partyOf(engagement, me);
  if (party === null) {
    const isTheirs = isStillNews(engagement, { kind: 'find-coaches', to: me }) && (await coordinatorsOf(deps, engagement)).includes(me);
    return isTheirs ? { id, waits: 'find-coaches' } : null;
  }
  const version = frame?.version ?? 0;
  const waits = asked[party].find((kind) => isStillNews(engagement, { kind, to: me, version })) ?? null;
  if (waits !== null) return { id, waits };
  return { id, waits: (await summaryWaits(deps, engagement, me)) ? 'summary' : null };
};

/** What waits for somebody in each of their engagements that goes on; nothing while 2:2 Coaching is off, and for whoever is in none. */
export const myNext = async (deps: Deps, me: PersonId): Promise<readonly MyNext[]> => {
  if (!(await twoTwoIsOn(deps))) return [];
  const all = await Promise.all((await engagementsNow(deps)).map((engagement) => waitsIn(deps, engagement, me)));
  return all.filter((one) => one !== null);
};
