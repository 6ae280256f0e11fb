import { wordsFor } from '@coaching-pairs/shared/words/words';
import type { render } from '@testing-library/react';
import type { Call } from '../../tab/src/api.js';
import { FeedbackPlace } from '../../tab/src/components/feedback.js';
import { Answers } from '../../tab/src/data/answers.js';
import { SessionProvider } from '../../tab/src/session.js';

/** What stands in for the bot: it is asked for a route and answers what the route promises. */
// biome-ignore lint/suspicious/noExplicitAny: what is answered is of the type of the route that is asked.
type Bot = (route: any, given: any) => Promise<any>;

type Reading = {
  readonly userId?: string;
  readonly zone?: string;
};

/** A part of the tab as it stands in Teams, over a bot that answers so. */
export const overBot = (page: Parameters<typeof render>[0], bot: Bot, { userId = 'me', zone = 'UTC' }: Reading = {}) => (
  <Answers>
    <SessionProvider value={{ words: wordsFor('en-GB'), call: bot as Call, zone, userId }}>
      <FeedbackPlace>{page}</FeedbackPlace>
    </SessionProvider>
  </Answers>
);
