import { type Engagement, fourOf } from '@coaching-pairs/shared/engagement/engagement';
import { audiencesFor, type Entry, entryLimits } from '@coaching-pairs/shared/engagement/entry';
import { entryId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import type { Versioned } from '../../ports/rounds.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import type { Draft } from './commit.js';
import { type ChangesEngagement, engagementNow } from './my-engagement.js';

type OnEntries = Extract<EngagementMove, { readonly kind: 'add-entry' | 'save-entry' | 'delete-entry' }>;
type Asked = ChangesEngagement & { readonly change: OnEntries };

const isTaken = (entry: Versioned<Entry> | undefined, { change }: Asked): boolean =>
  change.kind === 'add-entry' ? entry !== undefined : entry?.value.opId !== change.version;

/**
 * Somebody writes, changes or deletes an entry of their own (TT-60). Nothing new is written into an engagement that has ended, and
 * deleting is possible as long as there is anything. Refused when another device was quicker.
 */
export const writeEntry = async (deps: Deps, engagement: Versioned<Engagement>, asked: Asked): Promise<Result<Draft, Refusal>> => {
  const { change, actor, opId } = asked;
  const [me, engagementId] = [actor.personId, engagement.value.id];
  const mine = await deps.engagements.entries(engagementId, [me]);
  if (!mine.ok) return mine;
  const before = mine.value.find(({ value }) => value.id === change.entryId);
  if (before?.value.opId === opId) return ok(null);
  if (change.kind === 'delete-entry' && before === undefined) return ok(null);
  if (isTaken(before, asked)) return err({ code: 'two-two-moved-on' });
  if (change.kind === 'delete-entry') {
    const removedEntry = before && { value: { authorId: me, id: before.value.id }, etag: before.etag };
    return ok({ engagementId, engagement, ...(removedEntry && { removedEntry }) });
  }
  if (engagement.value.state === 'closed') return err({ code: 'two-two-wrong-state' });
  if (!audiencesFor(engagement.value, me).includes(change.audience)) return err({ code: 'two-two-not-yours' });
  if (before === undefined && mine.value.length >= entryLimits.entries) return err({ code: 'two-two-too-many' });
  const { audience, text } = change;
  const value = { id: entryId(change.entryId), authorId: me, audience, text, changedAt: deps.clock.now(), opId };
  return ok({ engagementId, engagement, entry: { value, etag: before?.etag ?? null } });
};

/** Whether it was this very operation by which one of the four deleted the last that they kept, and so cannot find it any more. */
export const wasTheLast = async (deps: Deps, { engagementId, actor, opId }: ChangesEngagement): Promise<boolean> => {
  const found = await engagementNow(deps, engagementId);
  return found !== null && fourOf(found.value).includes(actor.personId) && deps.engagements.isDone(engagementId, opId);
};
