import { all } from './rows.js';

/** The rows of the matrix for the feedback pairs of the Awayday: whom somebody names is read by them alone (CP-81, CP-82). */
export const feedbackFields = {
  ...all('MyFeedback.', 'round', ['names', 'closesAt']),
  ...all('MyFeedback.', 'feedback-names', ['said', 'first', 'second']),
  ...all('MyFeedback.', 'pair', ['partners[]']),
  ...all('MyFeedback.', 'feedback-pair', ['attends', 'group[]']),
  ...all('FeedbackPeople.', 'population', ['people[]', 'more']),
  ...all('FeedbackBoard.', 'organising', ['stage', 'open', 'proposedBy', 'namesBy', 'closesAt', 'mayUndo']),
  ...all('FeedbackBoard.counts.', 'organising', ['first', 'second', 'neither']),
  ...all('FeedbackBoard.', 'feedback-pair', ['groups[].members[]', 'groups[].locked', 'alone[]', 'absent[]', 'others[]']),
};
