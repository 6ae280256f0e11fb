import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '@coaching-pairs/shared/result';

export type BodyRefusal = 'tooLarge' | 'notJson';

/** Reads a request's body as JSON, stopping at `maxBytes`. The request must not have been read before. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<Result<unknown, BodyRefusal>> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return err('tooLarge');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) return err('tooLarge');
    chunks.push(bytes);
  }
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return err('notJson');
  }
}
