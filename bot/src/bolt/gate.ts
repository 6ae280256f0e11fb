import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Log } from '../ports/log.js';
import { type Activity, activitySchema } from './activity.js';
import { isConnectorUrl } from './connector-origins.js';
import { readJson } from './read-json.js';

/** Checks the signed part; the refusal is a code for the record. */
export type CheckToken = (token: string) => Promise<Result<{ readonly serviceUrl: string }, string>>;

export type GateOptions = {
  readonly checkToken: CheckToken;
  readonly tenantId: string;
  readonly connectorOrigins: readonly string[];
  readonly log: Log;
};

export type Admitted = { readonly activity: Activity; readonly authorization: string };
export type Refused = { readonly status: number; readonly correlationId: string };
export type Gate = (request: IncomingMessage) => Promise<Result<Admitted, Refused>>;

/** Activities are small; cards arrive only as the data of their buttons. */
const maxBodyBytes = 256 * 1024;
const maxTokenLength = 16_384;

/** Refusals of a token that is genuine but not for this channel (bot-docs: 403). */
const forbidden: readonly string[] = ['endorsement'];

/**
 * Stands before the SDK and everything else (S-01, S-02, S-04, S-05): only a request signed by the Bot Connector, for this bot,
 * from Teams, in this tenant, in a one-to-one chat, by a person who has an Entra id comes through. There is no way to switch it off.
 * The caller learns a status, never a reason.
 */
export function createGate({ checkToken, tenantId, connectorOrigins, log }: GateOptions): Gate {
  return async (request) => {
    const correlationId = randomUUID();
    const refuse = (status: number, reason: string, who?: string): Result<never, Refused> => {
      log.warn('gate.refused', { correlationId, reason, who, result: status });
      return err({ status, correlationId });
    };
    if (request.method !== 'POST') return refuse(405, 'method');
    const authorization = request.headers.authorization ?? '';
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization)?.[1];
    if (token === undefined || token.length > maxTokenLength) return refuse(401, 'header');
    const checked = await checkToken(token);
    if (!checked.ok) return refuse(forbidden.includes(checked.error) ? 403 : 401, checked.error);
    const body = await readJson(request, maxBodyBytes);
    if (!body.ok) return refuse(body.error === 'tooLarge' ? 413 : 400, body.error);
    const parsed = activitySchema.safeParse(body.value);
    if (!parsed.success) return refuse(400, 'activity');
    const activity = parsed.data;
    const reason = reasonToRefuse(activity, checked.value.serviceUrl, tenantId, connectorOrigins);
    return reason === undefined ? ok({ activity, authorization }) : refuse(403, reason, activity.from.aadObjectId);
  };
}

/** Why a signed request is still none of ours; undefined when it is. */
function reasonToRefuse(activity: Activity, signedFor: string, tenantId: string, origins: readonly string[]): string | undefined {
  const { channelId, serviceUrl, conversation, channelData, from, type } = activity;
  if (channelId !== 'msteams') return 'channel';
  if (serviceUrl !== signedFor) return 'serviceUrl';
  if (!isConnectorUrl(origins, serviceUrl)) return 'serviceUrlHost';
  if (conversation.tenantId !== tenantId || channelData?.tenant?.id !== tenantId) return 'tenant';
  if ((conversation.conversationType ?? 'personal') !== 'personal') return 'conversation';
  const needsActor = type === 'message' || type === 'invoke';
  return needsActor && from.aadObjectId === undefined ? 'actor' : undefined;
}
