import { z } from 'zod';
import type { RefusalScope, SendFailure } from '../ports/sender.js';

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const detail = z.object({ code: text, errorCode: number, message: text }).optional().catch(undefined);
const errorSchema = z.object({
  statusCode: number,
  code: text,
  details: z.object({ error: detail, code: text, errorCode: number, message: text }).optional().catch(undefined),
});

/** Answers after which nobody need try to reach this person again until they come back (R-07; msteams-docs, "Send proactive messages"). */
const permanentForPerson =
  /^(ConversationBlockedByUser|BotNotInConversationRoster|BotDisabledByAdmin|MessageWritesBlocked|ConversationNotFound)$/u;
/** Failures before a request could leave: no connection, no trust in the other side, no token. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|TokenUnavailable|CERT_.*|ERR_TLS_.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/u;
/** The number Teams gives instead of a name when a person has blocked the bot's messages. */
const messageWritesBlocked = 209;

/** What an error of the SDK says about delivery. `nowMs` serves to read a `Retry-After` that is a date. */
export function failureOf(error: unknown, nowMs: number): SendFailure {
  const {
    statusCode: status,
    code,
    details,
  } = errorSchema.catch({ statusCode: undefined, code: undefined, details: undefined }).parse(error);
  if (status === undefined) return code !== undefined && beforeSending.test(code) ? { kind: 'unsent', code } : { kind: 'ambiguous' };
  if (status === 429) return throttled(retryAfterOf(error), nowMs);
  if (status === 412) return { kind: 'precondition' };
  if (status === 408 || status >= 500 || status < 300) return { kind: 'ambiguous', status };
  if (status < 400) return { kind: 'permanent', code: 'Redirect', scope: 'bot', status };
  const named = nameOf(details) ?? `Status${status}`;
  return { kind: 'permanent', code: named, scope: scopeOf(status, named), status };
}

type HeaderReader = { get(name: string): string | null | undefined };
const hasGet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
const headersSchema = z.object({ response: z.object({ headers: z.custom<HeaderReader>(hasGet) }) });

const retryAfterOf = (error: unknown): string | undefined =>
  headersSchema.safeParse(error).data?.response.headers.get('Retry-After') ?? undefined;

function nameOf(details: z.infer<typeof errorSchema>['details']): string | undefined {
  const inner = details?.error;
  if ((details?.errorCode ?? inner?.errorCode) === messageWritesBlocked) return 'MessageWritesBlocked';
  return inner?.code ?? details?.code;
}

function scopeOf(status: number, code: string): RefusalScope {
  if (permanentForPerson.test(code)) return 'person';
  if (status === 401) return 'bot';
  return status === 403 ? 'person' : 'message';
}

/** `Retry-After` in seconds or as an HTTP date; an unreadable one counts as absent. */
function throttled(retryAfter: string | undefined, nowMs: number): SendFailure {
  const value = retryAfter?.trim() ?? '';
  const milliseconds = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(milliseconds) ? { kind: 'throttled', retryAfterMs: Math.max(0, milliseconds) } : { kind: 'throttled' };
}
