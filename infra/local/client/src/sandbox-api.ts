/** Everything that the page asks of the sandbox (docs/sandbox.md). */

export type Part = 'roundLeader' | 'peoplePartner' | 'administrator' | 'outsider' | 'coordinator';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly mail: string | null;
  readonly part: Part | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly timeZone: string | null;
  readonly language: string | null;
};

export type Tenant = { readonly name: string; readonly tenantId: string; readonly teamsAppId: string; readonly people: readonly Person[] };

export type CardJson = { readonly [property: string]: unknown };

export type Message = {
  readonly activityId: string;
  readonly from: string;
  readonly text: string | null;
  readonly card: CardJson | null;
  readonly at: string;
  readonly edited: boolean;
};

export type ChatLine = {
  readonly personId: string;
  readonly unread: number;
  readonly installed: boolean;
  readonly last: { readonly from: string; readonly text: string | null; readonly at: string } | null;
};

export type Outcome = { readonly status: number; readonly card?: CardJson; readonly text?: string; readonly title?: string };

export type Answer = 'none' | 'organizer' | 'accepted' | 'tentativelyAccepted' | 'declined';

export type CalendarEvent = {
  readonly id: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly organizerId: string;
  readonly attendees: readonly { readonly name: string; readonly address: string; readonly answer: Answer }[];
  readonly answer: Answer;
  readonly location: string;
  readonly joinUrl: string | null;
  readonly cancelled: boolean;
};

/** The sandbox refused, with its own sentence where it gave one. */
const refusal = async (response: Response): Promise<Error> => {
  const body: unknown = await response.json().catch(() => null);
  const said = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const sentence = typeof said === 'object' && said !== null && 'message' in said ? said.message : said;
  return new Error(typeof sentence === 'string' ? sentence : `${response.status}`);
};

const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const response = await fetch(`/sandbox/${path}`, init);
  if (!response.ok) throw await refusal(response);
  return response.json();
};

const send = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const of = (folder: string, personId: string): string => `${folder}/${encodeURIComponent(personId)}`;

export const sandbox = {
  tenant: () => ask<Tenant>('tenant'),
  overview: () => ask<readonly ChatLine[]>('chats'),
  /** With `refresh`, cards are brought up to date first, as on opening a chat. */
  chat: (personId: string, refresh: boolean) => ask<readonly Message[]>(`${of('chats', personId)}${refresh ? '' : '?refresh=no'}`),
  read: (personId: string) => send<unknown>(`${of('chats', personId)}/read`, {}),
  say: (personId: string, said: { readonly text?: string; readonly value?: CardJson; readonly activityId?: string }) =>
    send<Outcome>(`${of('chats', personId)}/messages`, said),
  act: (personId: string, click: { readonly activityId: string; readonly verb: string; readonly data: CardJson }) =>
    send<Outcome>(`${of('chats', personId)}/actions`, click),
  dialog: (personId: string, step: { readonly activityId: string; readonly data: CardJson }) =>
    send<Outcome>(`${of('chats', personId)}/dialogs`, step),
  install: (personId: string) => ask<unknown>(`${of('chats', personId)}/app`, { method: 'PUT' }),
  remove: (personId: string) => ask<unknown>(`${of('chats', personId)}/app`, { method: 'DELETE' }),
  token: (personId: string) => send<{ readonly token: string }>('token', { personId }),
  now: () => ask<{ readonly now: string }>('clock'),
  advance: (duration: string) => send<{ readonly now: string }>('clock', { advance: duration }),
  calendar: (personId: string) => ask<readonly CalendarEvent[]>(of('calendars', personId)),
  changeEvent: (personId: string, eventId: string, change: 'move' | 'cancel' | 'answer', body: unknown = {}) =>
    send<CalendarEvent>(`${of('calendars', personId)}/${encodeURIComponent(eventId)}/${change}`, body),
};

export type LiveEvent =
  | { readonly type: 'chat'; readonly personId: string; readonly summary?: string }
  | { readonly type: 'read' | 'typing'; readonly personId: string }
  | { readonly type: 'clock'; readonly now: string };

/** Follows what happens in the sandbox; `connected` tells whether the line stands. */
export const follow = (tell: (event: LiveEvent) => void, connected: (stands: boolean) => void): (() => void) => {
  const source = new EventSource('/sandbox/events');
  source.onmessage = ({ data }) => tell(JSON.parse(data));
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  return () => source.close();
};
