import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Refused } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Response } from 'express';
import type { Deps } from '../workflows/deps.js';
import { namedIn, organisationOf } from '../workflows/organisation.js';
import type { Refusal } from '../workflows/refusal.js';
import { refusalText } from '../workflows/refusal-text.js';

export type HttpRefusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/** Sends a refusal in the one shape that every refused call has (S-19). */
export const refuse = (response: Response, correlationId: string, { status, code, message, fields }: HttpRefusal): void => {
  const body: Refused = { error: { code, message, correlationId, ...(fields === undefined ? {} : { fields: { ...fields } }) } };
  response.status(status).json(body);
};

const statusOf = (refusal: Refusal): number => {
  switch (refusal.code) {
    case 'not-found':
    case 'not-invited':
      return 404;
    case 'not-allowed':
    case 'not-a-member':
      return 403;
    case 'name-missing':
    case 'dates-out-of-order':
    case 'unknown-people':
    case 'department-twice':
    case 'manager-circle':
      return 422;
    case 'unavailable':
    case 'unreadable':
    case 'permission-missing':
      return 503;
    default:
      return 409;
  }
};

/** A use case's refusal as an answer: its status, and a sentence with names as this person may read them. */
export const httpRefusalOf = async (deps: Deps, words: Words, refusal: Refusal): Promise<HttpRefusal> => {
  const named = namedIn(await organisationOf(deps));
  const nameOf = (id: PersonId): string => named(id).name;
  return { status: statusOf(refusal), code: refusal.code, message: refusalText({ words, nameOf, reader: { kind: 'organiser' } }, refusal) };
};
