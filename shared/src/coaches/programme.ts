import type { Instant, PersonId } from '../ids.js';

/** Whether 2:2 Coaching is offered in this organisation, and who said so last. */
export type Programme = { readonly on: boolean; readonly by: PersonId | null; readonly at: Instant | null };

/** Before anybody has said anything: off. */
export const notOffered: Programme = { on: false, by: null, at: null };

/** The programme after somebody switched it by their own name; the same one where it stood so already. */
export const switched = (programme: Programme, on: boolean, by: PersonId, at: Instant): Programme =>
  programme.on === on ? programme : { on, by, at };
