import type { Sessions, SessionView } from '@coaching-pairs/shared/wire/sessions';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { RecordingBar } from '../../tab/src/pages/leader/sessions/recording-bar.js';
import { inventedLeaders } from './fake/people.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);

const members = [...inventedLeaders(2)];
const [me = { id: 'me', name: 'Me', functionName: null }] = members;

const session = (place: number, own: Partial<SessionView> = {}): SessionView => ({
  ...{ id: `s-${place}`, start: `2027-0${place}-12T14:00:00.000Z`, minutes: 60, place: 'teams', isPrivate: true, organiser: me },
  ...{ mine: true, held: false, inOutlook: true, pending: null, movesTo: null, joinUrl: null, recordable: true },
  ...own,
});

const pageWith = (sessions: SessionView[], own: Partial<Sessions> = {}): Sessions => ({
  ...{ members, zones: [], from: '2027-01-11', to: '2027-07-12', open: true, fewest: 6, sessions, calendar: 'fine', claims: null },
  ...own,
});

/** The bar on a page; whatever is asked is answered with the page that comes `next`. */
const shown = (page: Sessions, next = page) => {
  const asked: string[] = [];
  const call = (route: { readonly path: string }) => {
    asked.push(route.path);
    return Promise.resolve(next as never);
  };
  const view = render(overBot(<RecordingBar roundId="spring" page={page} />, call, { userId: me.id }));
  return { view, asked };
};

it('says in one sentence how many sessions could still be recorded, and that another try did not help', async () => {
  const { view, asked } = shown(pageWith([session(1), session(2), session(3, { recordable: false })]));
  const sentence = 'Recording and transcripts could not be switched off for 2 sessions, so leave them off when you meet.';
  expect(view.getByRole('status').textContent).toContain(sentence);
  fireEvent.click(view.getByRole('button', { name: 'Try again' }));
  await expect.poll(() => view.getByRole('status').textContent).toContain('Another try did not help.');
  expect(asked).toEqual(['/api/rounds/{roundId}/sessions/finish']);
});

it('is told when it worked, and offers nothing to whoever did not book them', async () => {
  const { view } = shown(pageWith([session(1)]), pageWith([session(1, { recordable: false })]));
  fireEvent.click(view.getByRole('button', { name: 'Try again' }));
  await expect.poll(() => view.container.textContent).toContain('Recording and transcripts are switched off.');
  cleanup();
  const theirs = shown(pageWith([session(1, { mine: false })])).view;
  expect([theirs.queryByRole('status') === null, theirs.queryByRole('button') === null]).toEqual([false, true]);
});

it('is silent where nothing can be recorded, and while Outlook itself is in the way', () => {
  for (const page of [pageWith([session(1, { recordable: false })]), pageWith([session(1)], { calendar: 'calendar-unavailable' })]) {
    expect(shown(page).view.queryByRole('status')).toBeNull();
    cleanup();
  }
});
