import { newsKinds } from '@coaching-pairs/shared/engagement/news';
import type { Result } from '@coaching-pairs/shared/result';
import type { Engagement, EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import type { EngagementMeeting, EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.js';
import { askSandbox, type CallRefused, newOperation } from './ask.js';
import { type ChatMessage, titleOf } from './chat.js';
import { toNoonOfWeekday } from './days.js';
import type { Person } from './person.js';
import { until } from './round.js';

const words = wordsFor('en-GB');
const kindOf = new Map(newsKinds.map((kind) => [words.t(`twoTwo.card.${kind}.title`), kind]));

export const hour = 3_600_000;
/** A time so many milliseconds after another. */
export const plus = (start: string, milliseconds: number): string => new Date(Date.parse(start) + milliseconds).toISOString();
/** What somebody writes, to be found again where it may be read, and nowhere else. */
export const canary = (of: string): string => `canary of ${of}`;

/** The sandbox's clock stands at this moment, or within a second after it; time never goes back. */
export const passesTo = async (sandbox: Sandbox, at: string): Promise<void> => {
  const seconds = Math.ceil((Date.parse(at) - Date.parse(await sandbox.advancesClock('PT1S'))) / 1_000);
  if (seconds > 0) await sandbox.advancesClock(`PT${seconds}S`);
};

const Outlook = z.array(z.object({ subject: z.string(), start: z.string(), cancelled: z.boolean(), sensitivity: z.string() }));

/** What stands in somebody's Outlook and is not called off. */
export const outlookIn = async (sandbox: Sandbox, name: string): Promise<z.infer<typeof Outlook>> =>
  (await askSandbox(sandbox.url(), `/sandbox/calendars/${sandbox.as(name).id}`, Outlook)).filter(({ cancelled }) => !cancelled);

/** Waits until each of them has been told of this, among other things. */
export const heard = async (engagement: InEngagement, names: readonly string[], kind: string): Promise<void> => {
  for (const name of names)
    await until(
      `That ${name} is told of ${kind}`,
      () => engagement.told(name),
      (told) => told.includes(kind),
    );
};

/** Waits until somebody has been told exactly this. */
export const hasTold = async (engagement: InEngagement, name: string, kinds: readonly string[]): Promise<void> => {
  const told = await until(
    `What ${name} is told`,
    () => engagement.told(name),
    (all) => all.length >= kinds.length,
  );
  expect(told, name).toEqual(kinds);
};

/** Where the one button of a card leads inside the tab. */
export const placeOf = ({ card }: ChatMessage): string => {
  const [link] = (card?.actions ?? []) as readonly { readonly type: string; readonly url?: string }[];
  const context = new URL(link?.url ?? 'https://nowhere.example').searchParams.get('context') ?? '{}';
  return String((JSON.parse(context) as { subEntityId?: unknown }).subEntityId);
};

/** On a working day the coordinator switches it on, and each of them takes a place in the register and accepts the code of ethics. */
export const offersTwoTwo = async (sandbox: Sandbox, coordinator: string, coaches: readonly string[]): Promise<void> => {
  await sandbox.advancesClock(toNoonOfWeekday(await sandbox.advancesClock('PT1S')));
  await sandbox.as(coordinator).calls(routes.switchTwoTwo, {}, { on: true });
  const plain = { about: '', languages: ['English'], place: 'London', capacity: 3, paused: false };
  for (const name of coaches) {
    const coach = sandbox.as(name);
    await sandbox.as(coordinator).calls(routes.addCoach, {}, { from: { kind: 'inside', personId: coach.id }, capacity: 3 });
    await coach.calls(routes.saveMyCoaching, {}, plain);
    await coach.calls(routes.acceptCode, {}, { name });
  }
};

type Enquiring = { readonly dyad: 'manager-and-report' | 'peers'; readonly clients: readonly [string, string]; readonly sponsor: string };

/** The first of the two enquires. Answers the engagement that comes of it. */
export const enquires = async (sandbox: Sandbox, { dyad, clients, sponsor }: Enquiring): Promise<InEngagement> => {
  const opId = newOperation();
  const [one, other] = clients.map((name) => sandbox.as(name)) as [Person, Person];
  const body = { opId, as: 'client' as const, dyad, clientIds: [one.id, other.id], sponsorId: sandbox.as(sponsor).id };
  await one.calls(routes.enquire, {}, body);
  return engagementOf(sandbox, `e-${opId}`);
};

type Answered = Result<unknown, CallRefused>;
/** What came of a call, in one word. */
export const codeOf = (answer: Answered): string => (answer.ok ? 'done' : answer.error.code);

/** What people do in one engagement, each by name. */
export type InEngagement = {
  readonly params: { readonly engagementId: string };
  readonly sees: (name: string) => Promise<Engagement>;
  readonly does: (name: string, ...moves: readonly EngagementMove[]) => Promise<void>;
  readonly tries: (name: string, move: EngagementMove) => Promise<Result<unknown, CallRefused>>;
  /** Gives two from the register, as it suggests them for these two and their sponsor. */
  readonly assigns: (coordinator: string, clients: readonly [string, string], sponsor: string) => Promise<Answered>;
  readonly meetings: (name: string) => Promise<EngagementMeetings>;
  /** Books in the Outlook of whoever books; refusals are answered. */
  readonly books: (
    name: string,
    kind: EngagementMeeting['kind'],
    start: string,
    more?: { readonly keepFree?: boolean },
  ) => Promise<Result<EngagementMeetings, CallRefused>>;
  /** What they were told of it in their chat, oldest first. */
  readonly told: (name: string) => Promise<readonly string[]>;
  /** The cards themselves. */
  readonly cards: (name: string) => Promise<readonly ChatMessage[]>;
};

export const engagementOf = (sandbox: Sandbox, engagementId: string): InEngagement => {
  const params = { engagementId };
  const meetings = (name: string) => sandbox.as(name).calls(routes.meetings, params);
  const cards = async (name: string) =>
    (await sandbox.as(name).chat('as-sent')).filter(
      (message) => message.card !== null && kindOf.has(titleOf(message.card)) && placeOf(message).includes(engagementId),
    );
  return {
    params,
    sees: (name) => sandbox.as(name).calls(routes.engagement, params),
    does: async (name, ...moves) => {
      for (const change of moves) await sandbox.as(name).calls(routes.changeEngagement, params, { change });
    },
    tries: (name, change) => sandbox.as(name).asks(routes.changeEngagement, params, { change }),
    assigns: async (coordinator, [one, other], sponsor) => {
      const [oneId, otherId, sponsorId] = [one, other, sponsor].map((name) => sandbox.as(name).id);
      const query = new URLSearchParams({ one: oneId ?? '', other: otherId ?? '', language: 'English', sponsor: sponsorId ?? '' });
      const route = { ...routes.suggestCoaches, path: `${routes.suggestCoaches.path}?${query.toString()}` };
      const { two } = await sandbox.as(coordinator).calls(route, {});
      const holdings = (two?.holds ?? []).map(({ coach, client }) => ({ coachId: coach.id, clientId: client.id }));
      return sandbox.as(coordinator).asks(routes.coordinateEngagement, params, { change: { kind: 'assign', holdings } });
    },
    meetings,
    books: async (name, kind, start, { keepFree = false } = {}) => {
      const { minutes, sessions } = await meetings(name);
      const having = sessions.filter(({ cancelled }) => !cancelled).length;
      const how = { minutes: kind === 'session' ? minutes : 45, place: 'teams', isPrivate: true, outlook: true } as const;
      return sandbox.as(name).asks(routes.bookMeeting, params, { kind, start, having, keepFree, ...how });
    },
    told: async (name) => (await cards(name)).map(({ card }) => kindOf.get(titleOf(card)) ?? ''),
    cards,
  };
};
