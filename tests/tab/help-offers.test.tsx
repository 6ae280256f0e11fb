import type { BoardHelp } from '@coaching-pairs/shared/wire/board';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Answers } from '../../tab/src/data/answers.js';
import { AllowedRepeats } from '../../tab/src/pages/admin/matching/allowed-repeats.js';
import { HelpOffers } from '../../tab/src/pages/admin/matching/help-offers.js';
import { SessionProvider } from '../../tab/src/session.js';
import { inventedLeaders } from './fake/people.js';

afterEach(cleanup);

const words = wordsFor('en-GB');
const asked: unknown[] = [];
const shown = (page: Parameters<typeof render>[0]) => {
  asked.length = 0;
  const call = (_route: unknown, { body }: { readonly body?: unknown }) => {
    asked.push({ ...(typeof body === 'object' && body), opId: undefined });
    return Promise.reject(new Error('Nothing is answered here.'));
  };
  return render(
    <Answers>
      <SessionProvider value={{ words, call, zone: 'UTC', userId: 'me' }}>{page}</SessionProvider>
    </Answers>,
  );
};

const pair = inventedLeaders(2);
const [one, other] = pair;
const offer = (text: string, rest: Partial<BoardHelp>): BoardHelp => ({ text, step: null, repeats: [], done: false, ...rest });
const repeats = offer('Let one pair of earlier partners meet again.', { repeats: [[...pair]] });

it('what would help stands in a list with a name, each with the way to the page where it is done, or that it is', () => {
  const page = shown(
    <HelpOffers
      roundId="r/1"
      help={[
        offer('Invite 2 more people.', { step: 'invitations' }),
        offer('Count the departments of Care as functions of their own.', { step: 'organisation' }),
        { ...repeats, done: true },
        offer('Unlock what is locked below, and draft again.', {}),
      ]}
    />,
  );
  const list = page.getByRole('list', { name: 'What would help' });
  expect(list.children).toHaveLength(4);
  const way = (name: string) => page.getByRole('link', { name }).getAttribute('href');
  expect([way('Go to Invitations'), way('Go to Organisation')]).toEqual(['/admin/r%2F1/invitations', '/admin/r%2F1/organisation']);
  expect(list.children[2]?.textContent).toContain('Done. It counts when matches are drafted again.');
  expect(page.queryByRole('button')).toBeNull();
});

it('[CP-15] earlier partners are let meet again after a question that says what is recorded, and of whom', async () => {
  shown(<HelpOffers roundId="r1" help={[repeats]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Let them meet again' }));
  const dialog = screen.getByRole('alertdialog');
  expect(dialog.textContent).toContain(`${one?.name} and ${other?.name}`);
  expect(dialog.textContent).toContain('with your name and the day, that nobody else is possible');
  expect(asked).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Let them meet again' }));
  await expect.poll(() => asked).toEqual([{ pairs: [{ one: one?.id, other: other?.id }], allowed: true, opId: undefined }]);
});

it('[CP-15] whoever may meet again stands there with who allowed it and when, and the way back', async () => {
  const by = { id: 'omar', name: 'Omar Sy', functionName: null };
  const page = shown(<AllowedRepeats roundId="r1" repeats={[{ members: [...pair], by, at: '2026-11-20T09:30:00.000Z' }]} />);
  expect(page.getByRole('listitem').textContent).toContain('allowed by Omar Sy on 20 November 2026');
  fireEvent.click(page.getByRole('button', { name: `Take back: ${one?.name} and ${other?.name}` }));
  await expect.poll(() => asked).toEqual([{ pairs: [{ one: one?.id, other: other?.id }], allowed: false, opId: undefined }]);
});

it('nothing stands there where nothing would help', () => {
  const nothing = shown(
    <>
      <HelpOffers roundId="r1" help={[]} />
      <AllowedRepeats roundId="r1" repeats={[]} />
    </>,
  );
  expect(nothing.container.textContent).toBe('');
});
