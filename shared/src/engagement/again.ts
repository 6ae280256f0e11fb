import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { isPastKeeping, keptUntil } from './ending.js';
import { type Engagement, partyOf } from './engagement.js';

export type AgainRefusal =
  /** One for the same two is open, of which whoever enquires knows. */
  | { readonly code: 'two-two-open-already' }
  /** The same two were asked lately, and it did not go ahead. */
  | { readonly code: 'two-two-asked-lately'; readonly until: Instant };

type Asking = Pick<Engagement['enquiry'], 'by' | 'as'> & { readonly clientIds: readonly PersonId[]; readonly at: Instant };

const areTheSameTwo = (one: readonly PersonId[], other: readonly PersonId[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Of somebody else's engagement a refusal would tell that it is there (S-11). Coordinators read of all of them. */
const isKnownTo = ({ by, as }: Asking, engagement: Engagement): boolean =>
  as === 'coordinator' || engagement.enquiry.by === by || partyOf(engagement, by) !== null;

/**
 * Whether somebody may enquire for these two, among engagements as they stand now. Refused while one for the same two is open, and after
 * one that did not go ahead for as long as that is kept, whoever had said no, had taken it back or had not answered (TT-05): but only for
 * whoever knows of it. A coordinator, with whom both can speak, may ask again at once.
 */
export const mayEnquire = (asking: Asking, all: readonly Engagement[]): Result<null, AgainRefusal> => {
  const known = all.filter((one) => areTheSameTwo(asking.clientIds, one.clientIds) && isKnownTo(asking, one));
  if (known.some(({ state }) => state !== 'closed')) return err({ code: 'two-two-open-already' });
  const waits = known
    .filter((one) => one.closed?.how === 'not-going-ahead' && !isPastKeeping(one, asking.at))
    .flatMap((one) => keptUntil(one) ?? [])
    .sort()
    .at(-1);
  return waits === undefined || asking.as === 'coordinator' ? ok(null) : err({ code: 'two-two-asked-lately', until: waits });
};
