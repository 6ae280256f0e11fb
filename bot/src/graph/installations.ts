import type { PersonId } from '@coaching-pairs/shared/ids';
import { type Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Installations, InstallOutcome, InstallRefusal } from '../ports/installations.js';
import { isUnreachable } from './calls.js';
import { createInstallGate, type InstallGate } from './install-gate.js';
import { type PaceLimits, realTiming, retryAfterOf, type Timing } from './pace.js';

/** Every try is one try: what did not work is asked for again when the message is due again. */
export const installPace: PaceLimits = { atOnce: 8, attempts: 1, longestWaitSeconds: 0 };

/** A longer turn than this is not waited for. */
const longestTurn = 3_000;
const again = 60_000;
const trouble = 500;

type Answer = { readonly status: number; readonly body: unknown };
/** Undefined: nothing was said that counts; `waitMs` is when to ask again. */
type Asked = { readonly answer: Answer } | { readonly answer: undefined; readonly waitMs: number };

export type InstallationOptions = {
  /** Made with `installPace`. */
  readonly client: Client;
  /** The id of the app in its manifest, or the one that the catalogue gave it. */
  readonly teamsAppId: string;
  readonly timing?: Timing;
};

type Room = { readonly client: Client; readonly gate: InstallGate; readonly timing: Timing; readonly teamsAppId: string };

const rows = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const chat = z.object({ id: z.string().min(1) });
const problem = z.object({ error: z.object({ code: z.string().catch(''), message: z.string().catch('') }) });

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

/** One call, with what it says about the whole service kept. */
const ask = async ({ client, gate, timing }: Room, path: string, body?: unknown): Promise<Asked> => {
  try {
    const request = client.api(path).responseType(ResponseType.RAW);
    const response: unknown = await (body === undefined ? request.get() : request.post(body));
    if (!(response instanceof Response)) throw new Error('The Graph client gave something else than an answer.');
    const { status, headers } = response;
    if (status === 429 || status >= trouble) {
      await response.body?.cancel();
      const asked = retryAfterOf(headers);
      if (asked !== null) gate.pauseUntil(timing.elapsed() + asked * 1000);
      if (status !== 429) gate.failed(timing.elapsed());
      return { answer: undefined, waitMs: asked === null ? again : asked * 1000 };
    }
    gate.worked();
    return { answer: { status, body: await bodyOf(response) } };
  } catch (cause) {
    if (!isUnreachable(cause)) throw cause;
    gate.failed(timing.elapsed());
    return { answer: undefined, waitMs: again };
  }
};

const firstId = ({ body }: Answer): string | null => rows.safeParse(body).data?.value[0]?.id ?? null;
const refused = (code: InstallRefusal): InstallOutcome => ({ kind: 'refused', code });
const later = (waitMs: number): InstallOutcome => ({ kind: 'later', waitMs });
const installed = (chatId: string | null): InstallOutcome => ({ kind: 'installed', chatId });

/** By the manifest's id first; an id that Teams gave to an uploaded app is the catalogue's own. */
const findInCatalogue = async (room: Room): Promise<string | InstallOutcome> => {
  for (const field of ['externalId', 'id']) {
    const filter = encodeURIComponent(`${field} eq '${room.teamsAppId}'`);
    const { answer, ...asked } = await ask(room, `/appCatalogs/teamsApps?$filter=${filter}&$select=id`);
    if (answer === undefined) return later('waitMs' in asked ? asked.waitMs : again);
    if (answer.status === 401 || answer.status === 403) return refused('InstallNotPermitted');
    const id = answer.status < 300 ? firstId(answer) : null;
    if (id !== null) return id;
  }
  return refused('AppNotInCatalogue');
};

/** The chat of somebody who has the app; null while Teams has not made it yet, or does not say. */
const chatOf = async (room: Room, base: string, catalogueId: string): Promise<string | null> => {
  const filter = encodeURIComponent(`teamsApp/id eq '${catalogueId}'`);
  const found = await ask(room, `${base}?$expand=teamsApp&$filter=${filter}&$select=id`);
  const id = found.answer === undefined ? null : firstId(found.answer);
  if (id === null) return null;
  const { answer } = await ask(room, `${base}/${encodeURIComponent(id)}/chat?$select=id`);
  return chat.safeParse(answer?.body).data?.id ?? null;
};

/** A permission that is missing concerns everybody; any other refusal is this person's. */
const refusalFor = ({ status, body }: Answer): InstallOutcome => {
  if (status === 404) return refused('PersonNotFound');
  const told = problem.safeParse(body).data?.error;
  const missing =
    status === 401 ||
    /Authorization_RequestDenied|Missing role permissions|Insufficient privileges/iu.test(`${told?.code} ${told?.message}`);
  return refused(missing ? 'InstallNotPermitted' : 'InstallRefused');
};

const turn = async ({ gate, timing }: Room): Promise<number> => {
  for (;;) {
    const wait = gate.take(timing.elapsed());
    if (wait === 0 || wait > longestTurn) return wait;
    await timing.wait(wait);
  }
};

const installFor = async (room: Room, person: PersonId, catalogueId: string): Promise<InstallOutcome> => {
  const base = `/users/${encodeURIComponent(person)}/teamwork/installedApps`;
  const app = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogueId}`;
  const { answer, ...asked } = await ask(room, base, { 'teamsApp@odata.bind': app });
  if (answer === undefined) return later('waitMs' in asked ? asked.waitMs : again);
  if (answer.status === 409 || answer.status < 300) return installed(await chatOf(room, base, catalogueId));
  return refusalFor(answer);
};

/** Installs the product's own app for people, as the tab's registration and with no more than that right (S-16, R-20). */
export const createInstallations = ({ client, teamsAppId, timing = realTiming }: InstallationOptions): Installations => {
  const room: Room = { client, teamsAppId, timing, gate: createInstallGate() };
  let catalogueId: string | undefined;
  return {
    install: async (person) => {
      const wait = await turn(room);
      if (wait > 0) return later(wait);
      try {
        const found = catalogueId ?? (await findInCatalogue(room));
        if (typeof found !== 'string') return found;
        catalogueId = found;
        return await installFor(room, person, found);
      } catch {
        // No token, or an answer that nobody foresaw: as good as a service that is away.
        room.gate.failed(timing.elapsed());
        return later(again);
      }
    },
  };
};
