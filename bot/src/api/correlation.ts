import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const header = 'X-Correlation-Id';

/** Gives every call a number of its own, which its answer and its lines in the log carry (S-19). */
export const correlate: RequestHandler = (_request, response, next) => {
  response.set(header, randomUUID());
  next();
};

export const correlationOf = (response: Response): string => response.get(header) ?? '';
