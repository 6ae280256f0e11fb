import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Refused } from '@coaching-pairs/shared/wire/parts';
import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import type { Request, Response } from 'express';
import type { Log, LogFields } from '../ports/log.js';
import type { Deps } from '../workflows/deps.js';
import { namedIn, organisationOf } from '../workflows/organisation.js';
import type { Refusal } from '../workflows/refusal.js';
import { refusalText } from '../workflows/refusal-text.js';
import { correlationOf } from './correlation.js';

export type HttpRefusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/** The language a caller asks for. */
export const wordsOf = (request: Request): Words => wordsFor(request.acceptsLanguages()[0] ?? 'en');

/** What an administrator of the system should look into: people without a token, or where they have no business. */
const notable: readonly number[] = [401, 403, 404, 429];

/** Sends a refusal in the one shape that every refused call has, and keeps a line that its number finds (S-19, S-20). */
export const refuse = (log: Log, response: Response, { status, code, message, fields }: HttpRefusal, about: LogFields): void => {
  const correlationId = correlationOf(response);
  const line = { ...about, status, result: code, correlationId };
  if (status >= 500) log.error('api.refused', line);
  else if (notable.includes(status)) log.warn('api.refused', line);
  else log.info('api.refused', line);
  const body: Refused = { error: { code, message, correlationId, ...(fields === undefined ? {} : { fields: { ...fields } }) } };
  response.status(status).json(body);
};

/** In an engagement: somebody else's to do, and what is not filled in as it has to be. */
const inTwoTwo: Readonly<Record<string, number>> = {
  ...{ 'two-two-not-yours': 403, 'two-two-clients-decide': 403, 'two-two-terms-first': 403, 'two-two-not-for-sponsors': 403 },
  ...{ 'two-two-not-two-and-two': 422, 'two-two-nothing-written': 422 },
};

const statusOf = (refusal: Refusal): number => {
  switch (refusal.code) {
    case 'not-found':
    case 'not-invited':
    case 'notes-not-open':
      return 404;
    case 'not-allowed':
    case 'not-a-member':
    case 'own-match':
      return 403;
    case 'session-in-past':
    case 'session-outside-round':
    case 'kick-off-in-past':
    case 'kick-off-after-end':
    case 'awayday-in-past':
    case 'awayday-zone-unknown':
    case 'name-missing':
    case 'dates-out-of-order':
    case 'unknown-people':
    case 'nominee':
    case 'nominates-self':
    case 'nominates-one-twice':
    case 'nominates-coaching-partner':
    case 'not-at-awayday':
    case 'coaching-partners-together':
    case 'wish-unknown':
    case 'wished-twice':
    case 'too-many-wishes':
    case 'department-twice':
    case 'manager-circle':
    case 'pulse-day':
    case 'insight-empty':
      return 422;
    case 'unavailable':
    case 'unreadable':
    case 'permission-missing':
    case 'vault-away':
    case 'vault-locked':
      return 503;
    default:
      return inTwoTwo[refusal.code] ?? 409;
  }
};

/** A use case's refusal as an answer: its status, and a sentence with names as this person may read them. */
export const httpRefusalOf = async (deps: Deps, words: Words, refusal: Refusal): Promise<HttpRefusal> => {
  const named = namedIn(await organisationOf(deps));
  const nameOf = (id: PersonId): string => named(id).name;
  return { status: statusOf(refusal), code: refusal.code, message: refusalText({ words, nameOf, reader: { kind: 'organiser' } }, refusal) };
};
