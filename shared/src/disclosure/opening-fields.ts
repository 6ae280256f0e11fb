import { all } from './rows.js';

/**
 * The rows of the matrix for looking ahead before anybody is told of a round. All of it is what the organisers' records say; nobody has
 * answered anything yet.
 */
export const openingFields = {
  ...all('DryRun.', 'organising', ['message', 'more']),
  ...all('DryRun.totals.', 'organising', ['people', 'reached', 'blocked', 'unreachable', 'unconfirmed', 'alone']),
  ...all('DryRun.people[].', 'record', ['person', 'message', 'unreachable', 'chain.kind', 'chain.text', 'zone.name', 'zone.source']),
  ...all('DryRun.people[].', 'record', ['first.at', 'first.local']),
  ...all('DryRun.people[].prospect.', 'record', ['line', 'sameFunction', 'earlier', 'otherLine', 'possible']),
  ...all('DryRun.people[].prospect.', 'organising', ['apart']),
  ...all('LineBelow.', 'record', ['person', 'levels[].people[]', 'levels[].more']),
  ...all('CardPreviews.cards[].', 'organising', ['kind', 'card']),
  ...all('OwnWords.cards[].', 'organising', ['card', 'open', 'before', 'said.text', 'said.by', 'said.at']),
  'TriedCard.card': 'organising',
} as const;
