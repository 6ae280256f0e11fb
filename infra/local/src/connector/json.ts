import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { terminal } from '../words/terminal.js';

export type JsonObject = { readonly [property: string]: unknown };

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object at that place; an empty one where there is none. */
export const objectAt = (value: unknown, property: string): JsonObject => {
  const found = isObject(value) ? value[property] : undefined;
  return isObject(found) ? found : {};
};

/** A text that is not empty; undefined otherwise. */
export const textAt = (value: unknown, property: string): string | undefined => {
  const found = isObject(value) ? value[property] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
};

/** Whoever asked for something impossible is told so in one sentence. */
export const refuse = (response: Response, status: number, message: string): void => {
  response.status(status).json({ error: { message } });
};

const read = express.json({ limit: '1mb' });

/** Reads a JSON object as the body; anything else is answered with 400. */
export const jsonBody: readonly RequestHandler[] = [
  read,
  (request, response, next) => {
    if (isObject(request.body)) next();
    else refuse(response, 400, terminal.t('api.noObject'));
  },
];

/** What the body parser refuses becomes a sentence too. Last of a router. */
export const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = isObject(error) && typeof error.status === 'number' ? error.status : 500;
  if (response.headersSent || status >= 500) next(error);
  else refuse(response, status, terminal.t(status === 413 ? 'api.tooLarge' : 'api.notJson'));
};
