import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Words } from '@coaching-pairs/shared/words/words';
import express, { type Request, type Response } from 'express';
import type { z } from 'zod';
import type { HttpRefusal } from './refused.js';

/** A pasted list of ten thousand people fits, and 5,000 people without a partner do (S-21). */
const largestBody = '1mb';

/** Fields at fault that are named at once. */
const mostFields = 20;

const readJson = express.json({ limit: largestBody, type: 'application/json' });

const wrongBody = (words: Words, error: z.ZodError): HttpRefusal => {
  const fields = Object.fromEntries(error.issues.slice(0, mostFields).map((issue) => [issue.path.join('.') || 'body', issue.message]));
  return { status: 422, code: 'wrong-body', message: words.t('api.wrongBody', { fields: words.list(Object.keys(fields)) }), fields };
};

const unread = (words: Words, status: unknown): HttpRefusal =>
  status === 413
    ? { status, code: 'too-large', message: words.t('api.tooLarge') }
    : { status: 400, code: 'unreadable-body', message: words.t('api.unreadable') };

const statusOf = (fault: unknown): unknown => (typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : undefined);

/**
 * The body of a call, read only when its sender may make it. Refused unless it is JSON by name (S-13), no larger than the
 * limit (S-21) and as the schema says; a route without a body takes none.
 */
export const bodyOf = async (
  schema: z.ZodType | null,
  request: Request,
  response: Response,
  words: Words,
): Promise<Result<unknown, HttpRefusal>> => {
  if (schema === null) return ok(null);
  if (request.is('application/json') !== 'application/json') return err({ status: 415, code: 'not-json', message: words.t('api.notJson') });
  const fault = await new Promise<unknown>((resolve) => readJson(request, response, resolve));
  if (fault !== undefined) return err(unread(words, statusOf(fault)));
  const parsed = schema.safeParse(request.body);
  return parsed.success ? ok(parsed.data) : err(wrongBody(words, parsed.error));
};
