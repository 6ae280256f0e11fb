import type { FeedbackNames } from '@coaching-pairs/shared/awayday/feedback-names';
import { keyOf, prefixOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { RoundChange, RoundStore, Versioned } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { feedbackNamesRow, feedbackRow } from './rows/feedback-rows.js';

const feedbackKey = keyOf('feedback');

/** The rows of the Awayday's feedback pairs in the batch of a change. */
export const feedbackWrites = ({ feedback, feedbackNames = [], removedFeedbackNames = [] }: RoundChange): readonly Write[] => [
  ...(feedback === undefined ? [] : [feedbackRow.write(feedbackKey, feedback)]),
  ...feedbackNames.map((one) => feedbackNamesRow.write(keyOf('feedback-names', one.value.by), one)),
  ...removedFeedbackNames.map(({ value, etag }): Write => ({ kind: 'delete', key: keyOf('feedback-names', value.by), etag })),
];

/** What is kept of the feedback pairs: one row for all pairs, and one for each who has said something. */
export const feedbackReads = (table: Table): Pick<RoundStore, 'feedback' | 'feedbackNames' | 'feedbackNamesOf'> => ({
  feedback: async (id) => {
    const row = await table.read(roundPartition(id), feedbackKey);
    return row === null ? null : feedbackRow.read(row);
  },
  feedbackNames: async (id) => {
    const found: Versioned<FeedbackNames>[] = [];
    for await (const row of table.list(roundPartition(id), { prefix: prefixOf('feedback-names') })) found.push(feedbackNamesRow.read(row));
    return found;
  },
  feedbackNamesOf: async (id, person) => {
    const row = await table.read(roundPartition(id), keyOf('feedback-names', person));
    return row === null ? null : feedbackNamesRow.read(row);
  },
});
