import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { newsOfMeetings } from '@coaching-pairs/shared/engagement/meeting-news';
import { type News, type NewsKind, newsKinds, newsOf, newsOfSummary } from '@coaching-pairs/shared/engagement/news';
import { type Instant, instant, type OperationId, type PersonId, sessionId } from '@coaching-pairs/shared/ids';
import type { Weight } from '@coaching-pairs/shared/reminders/budget';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { EngagementChange } from '../../ports/engagements.js';
import { type EngagementMessage, type MessageClass, newMessage } from '../../ports/outbox.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

/** In logs and rows the kinds of an engagement are told from those of a round by this. */
const prefix = 'two-two-';

/** What Outlook or the page says as well is rather not sent than sent twice, and gives way once somebody was told much (CP-73). */
const isNews = (kind: NewsKind): boolean => kind === 'begun' || kind === 'booked';
/** A second reminder right before a meeting would disturb it. */
const classOf = (kind: NewsKind): MessageClass => (isNews(kind) || kind === 'soon' ? 'B' : 'A');
export const newsWeight = (kind: NewsKind): Weight => (isNews(kind) ? 'news' : 'essential');

const urgent: readonly NewsKind[] = ['short-notice', 'soon'];

/** That a meeting is called off or moved at short notice, or begins soon, is of no use later; only the night is kept. */
export const isUrgent = ({ kind }: Pick<EngagementMessage, 'kind'>): boolean => urgent.some((one) => kind === `${prefix}${one}`);

/** Whoever offers 2:2 Coaching by their name, or enquired as a coordinator, finds the coaches. */
export const coordinatorsOf = async (deps: Deps, { enquiry }: Engagement): Promise<readonly PersonId[]> => {
  if (enquiry.as === 'coordinator') return [enquiry.by];
  const { by } = (await deps.coachRegister.programme()).value;
  return by === null ? [] : [by];
};

/** Whoever coaches from outside has no Teams here: they learn it from their mailbox and their page. */
const withoutTeams = async (deps: Deps, { holdings }: Engagement): Promise<ReadonlySet<PersonId | 'coordinator'>> => {
  if (holdings.length === 0) return new Set();
  const external = (await deps.coachRegister.all()).filter(({ value }) => value.from.kind === 'external');
  return new Set(external.map(({ value }) => accountOf(value)).filter((account) => account !== null));
};

type Told = { readonly opId: OperationId; readonly at: Instant };

/** Ids and numbers alone: words are made as it is sent, from what is so then. */
const messageOf = (engagement: Engagement, { kind, version, meeting, due }: News, to: PersonId, { opId, at }: Told): EngagementMessage =>
  newMessage({
    ...{ engagementId: engagement.id, to, kind: `${prefix}${kind}`, dueAt: due ?? at, opId, class: classOf(kind) },
    subject: {
      ...(version === undefined ? {} : { version: String(version) }),
      ...(meeting === undefined ? {} : { meetingId: meeting.id, start: meeting.start }),
    },
  });

/** What a message says, read back from its row; null for a kind that is not known any more. */
export const newsIn = ({ kind, subject, to }: EngagementMessage): (News & { readonly to: PersonId }) | null => {
  const known = newsKinds.find((one) => `${prefix}${one}` === kind);
  if (known === undefined) return null;
  const { version, meetingId, start } = subject;
  return {
    ...{ kind: known, to },
    ...(version === undefined ? {} : { version: Number(version) }),
    ...(meetingId === undefined || start === undefined ? {} : { meeting: { id: sessionId(meetingId), start: instant(start) } }),
  };
};

const changedMeetings = async (deps: Deps, { engagementId, meetings = [] }: Omit<EngagementChange, 'opId'>) => {
  if (meetings.length === 0) return [];
  const before = new Map((await deps.engagements.meetings(engagementId)).map(({ value }) => [value.id, value]));
  return meetings.map(({ value }) => ({ before: before.get(value.id) ?? null, after: value }));
};

/**
 * What people are to be told of a change, found by comparing it with what stands written: so nobody who changes something can forget it,
 * and nothing that is told knows who did it (TT-05, TT-64). It goes into the batch of the change.
 */
export const messagesOf = async (
  deps: Deps,
  opId: OperationId,
  change: Omit<EngagementChange, 'opId'>,
): Promise<Result<readonly EngagementMessage[], Refusal>> => {
  const { engagementId, engagement } = change;
  const [before, meetings] = await Promise.all([deps.engagements.one(engagementId), changedMeetings(deps, change)]);
  const after = engagement.value;
  const summary = change.summary === undefined ? ok(null) : await deps.engagements.summary(engagementId);
  if (!summary.ok) return summary;
  const all = [
    ...newsOf(before?.value ?? null, after),
    ...(change.summary === undefined ? [] : newsOfSummary(summary.value?.value ?? null, change.summary.value, after)),
    // What its end calls off needs no word of its own.
    ...(after.state === 'closed' ? [] : newsOfMeetings(meetings, after, deps.clock.now())),
  ];
  const nowhere = all.length === 0 ? new Set() : await withoutTeams(deps, after);
  const news = all.filter(({ to }) => !nowhere.has(to));
  const coordinators = news.some(({ to }) => to === 'coordinator') ? await coordinatorsOf(deps, after) : [];
  const told: Told = { opId, at: deps.clock.now() };
  return ok(news.flatMap((one) => (one.to === 'coordinator' ? coordinators : [one.to]).map((to) => messageOf(after, one, to, told))));
};
