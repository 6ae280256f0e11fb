import { writeCoachesNote } from '@coaching-pairs/shared/engagement/coaches-note';
import { beginClosing, complete, endAt } from '@coaching-pairs/shared/engagement/ending';
import type { Engagement, EngagementRefusal } from '@coaching-pairs/shared/engagement/engagement';
import { acceptFrame, recommendFrame } from '@coaching-pairs/shared/engagement/frame';
import { approveSummary, noSummary, type Summary, takeBackApproval, wordSummary } from '@coaching-pairs/shared/engagement/summary';
import { acceptTerms, writeTerms } from '@coaching-pairs/shared/engagement/terms';
import { consent, letDrop } from '@coaching-pairs/shared/engagement/way-in';
import { agreeGoal, chooseFocus, closeGoal, dropGoal, noWork, suggestGoal, type Work } from '@coaching-pairs/shared/engagement/work';
import { goalId, type Instant, type PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import type { Versioned } from '../../ports/rounds.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type Draft, decideInEngagement } from './commit.js';
import { wasTheLast, writeEntry } from './entries.js';
import { type ChangesEngagement, myEngagement } from './my-engagement.js';
import { draftAnswer, draftWithoutWords } from './near.js';

type Of<Kind extends EngagementMove['kind']> = Extract<EngagementMove, { readonly kind: Kind }>;
type Own = Of<'consent' | 'rather-not' | 'recommend' | 'accept-frame' | 'accept-terms' | 'begin-closing' | 'complete' | 'end'>;
type OnGoals = Of<'focus' | 'suggest-goal' | 'agree-goal' | 'close-goal' | 'reopen-goal' | 'drop-goal'>;
type OnSummary = Of<'word-summary' | 'approve-summary' | 'take-back-approval'>;

type By = { readonly by: PersonId; readonly at: Instant };

/** What changes nothing but the engagement's own row. */
const moved = (engagement: Engagement, change: Own, { by, at }: By): Result<Engagement, EngagementRefusal> => {
  switch (change.kind) {
    case 'consent':
      return consent(engagement, { by, at, version: change.version });
    case 'rather-not':
      return engagement.clientIds.includes(by) ? letDrop(engagement, at) : err({ code: 'two-two-not-yours' });
    case 'recommend':
      return recommendFrame(engagement, {
        ...{ base: change.base, sessions: change.sessions, minutes: change.minutes, everyWeeks: change.everyWeeks },
        ...{ by, at },
      });
    case 'accept-frame':
      return acceptFrame(engagement, by, change.version);
    case 'accept-terms':
      return acceptTerms(engagement, { by, at, terms: change.terms, words: change.words });
    case 'begin-closing':
      return beginClosing(engagement, by);
    case 'complete':
      return complete(engagement, by, at);
    default:
      return endAt(engagement, by, at);
  }
};

const worked = (work: Work, engagement: Engagement, change: OnGoals, { by, at }: By): Result<Work, EngagementRefusal> => {
  const asked = { engagement, by };
  if (change.kind === 'focus') return chooseFocus(work, asked, { focus: change.focus, base: change.base });
  const id = goalId(change.goalId);
  switch (change.kind) {
    case 'suggest-goal':
      return suggestGoal(work, asked, { id, what: change.what, sign: change.sign, firstStep: change.firstStep });
    case 'agree-goal':
      return agreeGoal(work, asked, id);
    case 'close-goal':
      return closeGoal(work, asked, id, at);
    case 'reopen-goal':
      return closeGoal(work, asked, id, null);
    default:
      return dropGoal(work, asked, id);
  }
};

const worded = (summary: Summary, engagement: Engagement, change: OnSummary, { by, at }: By): Result<Summary, EngagementRefusal> => {
  if (change.kind === 'take-back-approval') return takeBackApproval(summary, engagement, by);
  if (change.kind === 'approve-summary') return approveSummary(summary, engagement, { by, at, version: change.version });
  const { base, observations, takeAways } = change;
  return wordSummary(summary, engagement, { base, observations, takeAways, by, at });
};

const draftOf = async (
  deps: Deps,
  found: Versioned<Engagement>,
  change: Exclude<EngagementMove, Of<'add-entry' | 'save-entry' | 'delete-entry' | 'content' | 'rather-others'>>,
  by: By,
): Promise<Result<Draft, Refusal>> => {
  const { value: engagement, etag } = found;
  const { id: engagementId } = engagement;
  switch (change.kind) {
    case 'write-terms': {
      const { base, broughtIn, confidentiality, contact } = change;
      const next = writeTerms(engagement, { ...by, base, broughtIn, confidentiality, contact });
      if (!next.ok) return next;
      return ok({ engagementId, engagement: { value: next.value.engagement, etag }, terms: next.value.written });
    }
    case 'focus':
    case 'suggest-goal':
    case 'agree-goal':
    case 'close-goal':
    case 'reopen-goal':
    case 'drop-goal': {
      const work = await deps.engagements.work(engagementId);
      if (!work.ok) return work;
      const next = worked(work.value?.value ?? noWork, engagement, change, by);
      if (!next.ok) return next;
      return ok({ engagementId, engagement: found, work: { value: next.value, etag: work.value?.etag ?? null } });
    }
    case 'write-coaches-note': {
      const note = await deps.engagements.coachesNote(engagementId);
      if (!note.ok) return note;
      const { base, opens, watches, handOver, debrief } = change;
      const next = writeCoachesNote(note.value?.value ?? null, engagement, { ...by, base, opens, watches, handOver, debrief });
      if (!next.ok) return next;
      return ok({ engagementId, engagement: found, coachesNote: { value: next.value, etag: note.value?.etag ?? null } });
    }
    case 'word-summary':
    case 'approve-summary':
    case 'take-back-approval': {
      const summary = await deps.engagements.summary(engagementId);
      if (!summary.ok) return summary;
      const next = worded(summary.value?.value ?? noSummary, engagement, change, by);
      if (!next.ok) return next;
      return ok({ engagementId, engagement: found, summary: { value: next.value, etag: summary.value?.etag ?? null } });
    }
    default: {
      const next = moved(engagement, change, by);
      if (!next.ok) return next;
      // A no to the whole of it.
      if (engagement.putForward !== null) return draftWithoutWords(deps, found, next.value);
      return ok(next.value === engagement ? null : { engagementId, engagement: { value: next.value, etag } });
    }
  }
};

/** Whatever one of the four changes in their engagement; of everything but an entry the rules stand in shared/engagement. */
export const changeEngagement = (
  deps: Deps,
  asked: ChangesEngagement & { readonly change: EngagementMove },
): Promise<Result<null, Refusal>> => {
  const { change } = asked;
  return decideInEngagement(deps, asked, async () => {
    const found = await myEngagement(deps, asked);
    if (!found.ok) return change.kind === 'delete-entry' && (await wasTheLast(deps, asked)) ? ok(null) : found;
    if (change.kind === 'add-entry' || change.kind === 'save-entry' || change.kind === 'delete-entry')
      return writeEntry(deps, found.value, { ...asked, change });
    if (change.kind === 'content' || change.kind === 'rather-others') return draftAnswer(deps, found.value, change, asked.actor.personId);
    return draftOf(deps, found.value, change, { by: asked.actor.personId, at: deps.clock.now() });
  });
};
