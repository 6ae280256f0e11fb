import { all } from './rows.js';

/** One list of proposals on the board. */
const proposal = <Fact extends string>(
  list: string,
  of: { readonly members: Fact; readonly acceptedBy: Fact },
): Readonly<Record<string, Fact | 'reasons' | 'decline'>> => ({
  ...all(`${list}[].`, of.members, [
    'id',
    'members[]',
    'locked',
    'byHand',
    'fresh',
    'leansOn',
    'unconfirmed',
    'state',
    'mayWithdraw',
    'answerBy',
  ]),
  [`${list}[].reasons[]`]: 'reasons',
  [`${list}[].links[].members[]`]: of.members,
  [`${list}[].links[].reasons[]`]: 'reasons',
  [`${list}[].acceptedBy[]`]: of.acceptedBy,
  [`${list}[].declinedBy`]: 'decline',
});

/** The rows of the matrix for the board on which administrators match. */
export const boardFields = {
  ...proposal('Board.drafts', { members: 'draft', acceptedBy: 'acceptance' }),
  ...proposal('Board.sent', { members: 'proposed-match', acceptedBy: 'acceptance' }),
  ...proposal('Board.reworking', { members: 'being-reworked', acceptedBy: 'acceptance' }),
  ...proposal('Board.pairs', { members: 'pair', acceptedBy: 'pair' }),
  // Whichever list it is of: each of them is for organisers alone.
  ...proposal('BoardPage.matches', { members: 'draft', acceptedBy: 'acceptance' }),
  ...all('BoardPage.', 'organising', ['left[].person', 'left[].why', 'left[].standsBy', 'total', 'next']),
  ...all('Board.counts.', 'organising', ['drafts', 'sent', 'reworking', 'pairs', 'left']),
  ...all('Board.sending.', 'organising', ['people', 'locked', 'unconfirmed', 'leader']),
  ...all('Board.suggestions[].', 'suggestion', ['id', 'by', 'nominee', 'needsTap', 'reasons[]', 'answerBy']),
  ...all('Board.', 'organising', ['left[].person', 'left[].why', 'left[].standsBy', 'proof', 'help[].text', 'help[].step']),
  ...all('Board.help[].', 'organising', ['reach[].person', 'reach[].levels', 'reach[].partners[]', 'split[]']),
  ...all('Board.', 'organising', ['help[].repeats[][]', 'help[].done', 'repeats[].members[]', 'repeats[].by', 'repeats[].at']),
  ...all('ProofReport.', 'organising', [
    'round',
    'checkedAt',
    'directoryAt',
    'checks[].text',
    'checks[].holds',
    'exceptions[].text',
    'best',
    'matchCount',
  ]),
  ...all('ProofMatches.', 'organising', ['total', 'next']),
  ...all('ProofMatches.matches[].', 'draft', ['members[]', 'state', 'holds']),
  ...all('ProofReport.', 'draft', ['exceptions[].members[]', 'matches[].members[]', 'matches[].state', 'matches[].holds']),
  ...all('Board.changes.', 'draft', ['kept', 'fresh', 'gone[][]', 'goneInAll']),
  ...all('Board.undo.', 'draft', ['id', 'text']),
  ...all('DraftNumbers.', 'organising', ['count', 'people[]', 'choice', 'reserve']),
  ...all('OtherPartners.', 'organising', ['others[].person', 'others[].beside[]', 'others[].cost', 'note', 'ruledOut[]']),
  'OtherPartners.others[].reasons[]': 'reasons',
  ...all('OtherPartners.pairs[].', 'pair', ['id', 'members[]']),
  'OtherPartners.pairs[].reasons[]': 'reasons',
  ...all('CheckResult.', 'organising', ['allowed', 'reasons[]', 'cost']),
} as const;
