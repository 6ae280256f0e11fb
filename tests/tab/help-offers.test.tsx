import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { HelpOffers } from '../../tab/src/pages/admin/matching/help-offers.js';
import { SessionProvider } from '../../tab/src/session.js';

afterEach(cleanup);

const shown = (help: Parameters<typeof HelpOffers>[0]['help']) => {
  const value = { words: wordsFor('en-GB'), call: () => Promise.reject(new Error('Nothing is asked here.')), zone: 'UTC', userId: 'me' };
  return render(
    <SessionProvider value={value}>
      <HelpOffers roundId="r/1" help={help} />
    </SessionProvider>,
  );
};

it('what would help stands in a list with a name, each with the way to the page where it is done', () => {
  const page = shown([
    { text: 'Invite 2 more people.', step: 'invitations' },
    { text: 'Count the departments of Care as functions of their own.', step: 'organisation' },
  ]);
  expect(page.getByRole('list', { name: 'What would help' }).children).toHaveLength(2);
  const way = (name: string) => page.getByRole('link', { name }).getAttribute('href');
  expect([way('Go to Invitations'), way('Go to Organisation')]).toEqual(['/admin/r%2F1/invitations', '/admin/r%2F1/organisation']);
});

it('nothing stands there where nothing would help', () => {
  expect(shown([]).container.textContent).toBe('');
});
