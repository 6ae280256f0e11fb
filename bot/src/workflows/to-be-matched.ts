import type { PersonId } from '@coaching-pairs/shared/ids';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { freeToMatch } from '@coaching-pairs/shared/round/standing';
import type { VersionedContent } from '../ports/rounds.js';
import type { Deps } from './deps.js';
import { notBlocked } from './rules.js';

export const isDraft = (proposal: Proposal): boolean => proposal.state === 'draft';

/** A locked draft stays while all its people are free; once somebody stepped back there is nothing left to keep together. */
export const staysLocked = (people: readonly PersonId[]): ((proposal: Proposal) => boolean) => {
  const free = new Set(people);
  return (proposal) => isDraft(proposal) && proposal.locked && proposal.memberIds.every((id) => free.has(id));
};

type Whole = Pick<VersionedContent, 'round' | 'content'>;

/** Whom a draft is made for: everybody who is free, but for blocked accounts and whom organisers have set aside, by the round's own day. */
export const matchable = (deps: Deps, { round, content }: Whole): Promise<readonly PersonId[]> => {
  const aside = asideIn(round.value, content.participants, deps.clock.now());
  return notBlocked(
    deps,
    freeToMatch(content).filter((id) => !aside.has(id)),
  );
};

/** The same without those in locked drafts: whether their number is odd decides whether one is left over (tension 15). */
export const toBeMatched = async (deps: Deps, all: Whole): Promise<readonly PersonId[]> => {
  const people = await matchable(deps, all);
  const locked = new Set(all.content.proposals.filter(staysLocked(people)).flatMap(({ memberIds }) => memberIds));
  return people.filter((id) => !locked.has(id));
};
