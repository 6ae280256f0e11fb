import { answered, badRequest, type GraphAnswer, type GraphCall, isRecord } from './call.js';
import type { FaultPlan } from './faults.js';

const longestBatch = 20;

type Inner = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

const innerOf = (value: unknown): Inner | undefined => {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.method !== 'string' || typeof value.url !== 'string')
    return undefined;
  const headers = isRecord(value.headers) ? Object.entries(value.headers) : [];
  return {
    id: value.id,
    method: value.method.toUpperCase(),
    url: value.url,
    headers: Object.fromEntries(headers.map(([name, text]) => [name.toLowerCase(), String(text)])),
    body: value.body,
  };
};

const callOf = (outer: GraphCall, inner: Inner): GraphCall => {
  const [path = '', query = ''] = inner.url.split(/\?(.*)/su);
  return {
    method: inner.method,
    path: path.startsWith('/') ? path : `/${path}`,
    params: {},
    query: new URLSearchParams(query),
    header: (name) => inner.headers[name.toLowerCase()],
    body: inner.body,
    caller: outer.caller,
  };
};

const bodyOf = (answer: GraphAnswer): unknown =>
  answer.text === undefined ? answer.json : Buffer.from(answer.text.content).toString('base64');

/** Up to twenty calls in one; the answers come in the opposite order, each with its own status. */
export const answerBatch = async (
  call: GraphCall,
  faults: FaultPlan,
  answer: (inner: GraphCall) => Promise<GraphAnswer>,
): Promise<GraphAnswer> => {
  const requests = isRecord(call.body) && Array.isArray(call.body.requests) ? call.body.requests.map(innerOf) : undefined;
  if (requests === undefined || !requests.every((inner) => inner !== undefined)) return badRequest('Invalid batch payload format.');
  if (requests.length > longestBatch) return badRequest(`Number of batch request steps exceeds the maximum value of ${longestBatch}.`);
  if (new Set(requests.map((inner) => inner.id)).size < requests.length) return badRequest('Request ids of a batch must be unique.');
  const responses: unknown[] = [];
  for (const inner of requests) {
    const one = faults.onInnerCall() ?? (await answer(callOf(call, inner)));
    responses.unshift({ id: inner.id, status: one.status, headers: one.headers ?? {}, body: bodyOf(one) });
  }
  return answered({ responses });
};
