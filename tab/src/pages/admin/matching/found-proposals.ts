import type { BoardProposal } from '@coaching-pairs/shared/wire/board';

/** Those in which somebody's name holds the text. */
export const foundProposals = (proposals: readonly BoardProposal[], sought: string): readonly BoardProposal[] => {
  const text = sought.trim().toLocaleLowerCase();
  return text === '' ? proposals : proposals.filter(({ members }) => members.some((one) => one.name.toLocaleLowerCase().includes(text)));
};
