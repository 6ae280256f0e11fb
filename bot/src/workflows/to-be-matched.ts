import type { PersonId } from '@coaching-pairs/shared/ids';
import { isAside } from '@coaching-pairs/shared/round/pausing';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { freeToMatch, type RoundContent } from '@coaching-pairs/shared/round/standing';
import { dayOf } from '@coaching-pairs/shared/time';
import type { Deps } from './deps.js';
import { notBlocked } from './rules.js';

export const isDraft = (proposal: Proposal): boolean => proposal.state === 'draft';

/** A locked draft stays while all its people are free; once somebody stepped back there is nothing left to keep together. */
export const staysLocked = (people: readonly PersonId[]): ((proposal: Proposal) => boolean) => {
  const free = new Set(people);
  return (proposal) => isDraft(proposal) && proposal.locked && proposal.memberIds.every((id) => free.has(id));
};

/** Whom a draft is made for: everybody who is free, but for blocked accounts and whom organisers have set aside. */
export const matchable = (deps: Deps, content: RoundContent): Promise<readonly PersonId[]> => {
  const today = dayOf(deps.clock.now());
  const aside = new Set(content.participants.filter((one) => isAside(one, today)).map(({ personId }) => personId));
  return notBlocked(
    deps,
    freeToMatch(content).filter((id) => !aside.has(id)),
  );
};

/** The same without those in locked drafts: whether their number is odd decides whether one is left over (tension 15). */
export const toBeMatched = async (deps: Deps, content: RoundContent): Promise<readonly PersonId[]> => {
  const people = await matchable(deps, content);
  const locked = new Set(content.proposals.filter(staysLocked(people)).flatMap(({ memberIds }) => memberIds));
  return people.filter((id) => !locked.has(id));
};
