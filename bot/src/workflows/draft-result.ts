import { type PersonId, proposalId } from '@coaching-pairs/shared/ids';
import type { MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { draftChanges } from '@coaching-pairs/shared/round/draft-changes';
import { draftProposal, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { freeToMatch, triedTogether } from '@coaching-pairs/shared/round/standing';
import type { OddChoice } from '@coaching-pairs/shared/wire/board';
import type { MatchingFound } from '../ports/matching.js';
import type { VersionedContent } from '../ports/rounds.js';
import { keptRelaxations } from './board-help.js';
import { type DraftReport, mostGone } from './draft-report.js';
import { isDraft } from './to-be-matched.js';

/** Nobody is possible, and without an earlier match that came to nothing somebody would be. */
const leftAfterEarlierMatch = ({ content }: VersionedContent, personId: PersonId): boolean => {
  const free = new Set(freeToMatch(content));
  return triedTogether(content).some((ids) => ids.includes(personId) && ids.some((id) => id !== personId && free.has(id)));
};

const drawn = (result: MatchResult) => [...result.pairs, ...(result.trio === null ? [] : [result.trio])].filter((group) => !group.locked);

const changesOf = (result: MatchResult, { content }: VersionedContent): DraftReport['changes'] => {
  const made = drawn(result).map(({ members }) => members);
  const locked = new Set(
    [...result.pairs, ...(result.trio === null ? [] : [result.trio])].flatMap((group) => (group.locked ? group.members : [])),
  );
  const before = content.proposals.filter((one) => isDraft(one) && !one.memberIds.every((id) => locked.has(id)));
  const changes = draftChanges(
    before.map(({ memberIds }) => memberIds),
    made,
  );
  if (changes === null) return null;
  const { kept, fresh, gone } = changes;
  return { kept, fresh: [...fresh], gone: gone.slice(0, mostGone).map((members) => [...members]), goneInAll: gone.length };
};

/** What the board tells of a drafting afterwards, beside the drafts as they stood before. */
export const reportOf = (result: MatchingFound, all: VersionedContent, odd: OddChoice): DraftReport => ({
  matched: result.pairs.length * 2 + (result.trio === null ? 0 : 3),
  value: result.certificate.primal,
  gap: result.certificate.gap,
  checkedPairs: result.certificate.checkedPairs,
  exact: result.exact,
  unmatched: result.unmatched.map(({ personId, why }) => ({
    personId,
    why: why === 'nobody-possible' && leftAfterEarlierMatch(all, personId) ? 'declined' : why,
  })),
  odd,
  help: keptRelaxations(result.relaxations),
  unlocking: result.unlocking,
  changes: changesOf(result, all),
});

/** The drafts that are to be written; what is locked stands there already. */
export const proposalsOf = (result: MatchResult, workId: string): readonly Proposal[] => {
  return drawn(result).map((group, index) => {
    const id = proposalId(`${workId}-${index}`);
    return draftProposal(id, group.members, group.reasons, { locked: false, byHand: false });
  });
};
