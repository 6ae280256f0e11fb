import type { AccessToken, TokenCredential } from '@azure/identity';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import type { CalendarRefusal } from '../ports/calendar.js';
import { noTelemetry, type Telemetry } from '../ports/telemetry.js';
import type { UnattendedCalendars, UnattendedRefusal } from '../ports/unattended.js';
import { unattendedPaths } from './allowed-paths.js';
import { askWith, type CallRefusal } from './calendar-calls.js';
import { type GraphOrigins, graphScope } from './credential.js';
import { createGraphClient } from './graph-client.js';
import { type PaceLimits, paceOf, realTiming, type Timing } from './pace.js';

/** Nobody waits: two tries, and whatever is not done by then is looked at again in some minutes. */
const unattendedPace: PaceLimits = { atOnce: 4, attempts: 2, longestWaitSeconds: 8 };

const granted = z.object({ roles: z.array(z.string()).default([]) });

/**
 * Whether Entra has granted calendars as such: that grant knows no scope, and would stand beside the one of Exchange (S-17). What the
 * product itself is given as its token is read here, not checked; one that cannot be read is not used.
 */
const isUnscoped = ({ token }: AccessToken): boolean => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return granted.parse(claims).roles.some((role) => role.startsWith('Calendars.'));
  } catch {
    return true;
  }
};

const refusalOf = (refusal: CallRefusal): UnattendedRefusal => {
  if (refusal.code === 'mailbox-missing') return { code: 'out-of-scope' };
  if (refusal.code !== 'calendar-unavailable') return { code: 'calendar-unavailable', status: refusal.code === 'conflict' ? 409 : 401 };
  return refusal.status === 403 ? { code: 'out-of-scope' } : refusal;
};

export type UnattendedOptions = {
  readonly credential: TokenCredential;
  readonly origins: GraphOrigins;
  readonly timing?: Timing;
  readonly telemetry?: Pick<Telemetry, 'note'>;
};

const tokenFrom = (credential: TokenCredential) => async (): Promise<Result<AccessToken, CalendarRefusal>> => {
  try {
    const token = await credential.getToken(graphScope);
    return token === null ? err({ code: 'calendar-unavailable', status: null }) : ok(token);
  } catch {
    // No token is as good as a service that is away; the directory, which needs the same one, tells why.
    return err({ code: 'calendar-unavailable', status: null });
  }
};

/** Calendars over Graph as the product itself, as far as Exchange lets it; the token alone grants nothing. */
export const unattendedOver = ({ credential, origins, ...options }: UnattendedOptions): UnattendedCalendars => {
  const { timing = realTiming, telemetry = noTelemetry } = options;
  const client = createGraphClient({ credential, origins, pace: paceOf(unattendedPace, timing), allowed: unattendedPaths, telemetry });
  const token = tokenFrom(credential);
  const ask = askWith(client, token);
  return {
    cancel: async (organiser, eventId) => {
      const signedIn = await token();
      if (!signedIn.ok) return err({ code: 'calendar-unavailable', status: null });
      if (isUnscoped(signedIn.value)) return err({ code: 'unscoped' });
      const path = `/users/${encodeURIComponent(organiser)}/events/${encodeURIComponent(eventId)}/cancel`;
      const cancelled = await ask('POST', path, z.unknown(), {});
      // Cancelled before, by an answer that was lost or by its organiser.
      return cancelled.ok || cancelled.error.code === 'gone' ? ok(null) : err(refusalOf(cancelled.error));
    },
  };
};
