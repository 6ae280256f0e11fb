import type { TableClient } from '@azure/data-tables';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/**
 * The SDK sends deletes inside a transaction with `If-Match: *`, which would remove a row that somebody has just changed.
 * This policy puts the tag that was read in its place. Tags are handed over by the request's abort signal, which is made for one attempt.
 */
const tagsBySignal = new WeakMap<object, ReadonlyMap<string, string>>();

/** Says which tags the deletes of the request with this signal must find, by row key. */
export const withDeleteTags = (signal: AbortSignal, tags: ReadonlyMap<string, string>): AbortSignal => {
  tagsBySignal.set(signal, tags);
  return signal;
};

const rowKey = /^DELETE [^\r\n]*RowKey='([^']*)'/m;
const anyTag = /^if-match: \*/im;

const tagged = (part: string, tags: ReadonlyMap<string, string>): string => {
  const [, key] = rowKey.exec(part) ?? [];
  const tag = key === undefined ? undefined : tags.get(decodeURIComponent(key));
  return tag === undefined ? part : part.replace(anyTag, () => `if-match: ${tag}`);
};

export const taggedDeletes: Policy = {
  name: 'taggedDeletes',
  sendRequest: (request, next) => {
    const tags = request.abortSignal === undefined ? undefined : tagsBySignal.get(request.abortSignal);
    if (tags !== undefined && typeof request.body === 'string') {
      request.body = request.body
        .split(/(?=^--changeset_)/m)
        .map((part) => tagged(part, tags))
        .join('');
      request.headers.set('content-length', String(Buffer.byteLength(request.body)));
    }
    return next(request);
  },
};
