import { feedbackParts, partText } from '@coaching-pairs/shared/guidance/feedback-guide';
import type { PulseView, Resources } from '@coaching-pairs/shared/wire/closing';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PastRound } from '../../tab/src/pages/leader/past-round.js';
import { PulsePage } from '../../tab/src/pages/pulse/pulse-page.js';
import { FeedbackGuidePage } from '../../tab/src/pages/resources/guides.js';
import { ResourcesPage } from '../../tab/src/pages/resources/resources-page.js';
import { roundWith, someone } from '../bot/cards/every-card.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const words = wordsFor('en-GB');
const resources: Resources = {
  appId: 'the-app',
  rounds: [{ id: 'r1', name: 'Spring', organisers: [someone('Priya Raman')], chat: 'https://teams.microsoft.com/l/chat/0/0?users=priya' }],
};
const view: PulseView = { state: 'open', until: '2027-07-09', fewest: 7, mine: 'to-answer', result: null };

/** A page over a bot that answers so, and what was asked of it. */
const shown = (page: Parameters<typeof render>[0], answers: { readonly pulse?: PulseView } = {}) => {
  const sent: unknown[] = [];
  let pulse = answers.pulse ?? view;
  const call = (route: unknown, { body }: { readonly body?: unknown }) => {
    if (route === routes.resources) return Promise.resolve(resources);
    if (route === routes.pulse) return Promise.resolve(pulse);
    if (route !== routes.answerPulse) return Promise.reject(new Error('Nothing else is answered here.'));
    sent.push((body as { readonly answers: unknown }).answers);
    pulse = { ...pulse, mine: 'answered' };
    return Promise.resolve(pulse);
  };
  render(overBot(page, call));
  return sent;
};

it('[CP-90] [CP-91] [CP-93] [CP-94] a link is copied that opens the very page in Teams; the idea is shared by the reader’s own mail, free, and with credit', async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  shown(<ResourcesPage />);
  await screen.findByLabelText('Your experience');
  fireEvent.click(screen.getByRole('button', { name: 'Copy link to this page' }));
  expect(copied).toEqual([tabLink('the-app', 'resources')]);
  const mail = screen.getByRole('link', { name: 'Write a mail' }).getAttribute('href') ?? '';
  expect(decodeURIComponent(mail)).toMatch(/^mailto:\?subject=Coaching Pairs&body=.*https:\/\/www\.coachingpairs\.com\//su);
  expect(screen.getAllByRole('link', { name: 'coachingpairs.com' }).map((one) => one.getAttribute('href'))).toContain(
    'https://www.coachingpairs.com/',
  );
  expect(document.body.textContent).not.toMatch(/subscri|paid|upgrade|premium|trial|licen[cs]e/iu);
});

it('[CP-83] [CP-90] the feedback guide is the one of the Awayday, all six parts, for those without a pair too', async () => {
  shown(<FeedbackGuidePage />);
  const parts = screen.getAllByRole('listitem').map((one) => one.textContent);
  expect(parts).toEqual(feedbackParts.map((part) => words.t(partText(part, true))));
  expect(document.body.textContent).toContain(words.t(partText('a', false)));
});

it('[CP-92] [C-01] says who will read an experience before it is written, and opens it in a chat with them', async () => {
  const opened: string[] = [];
  window.open = (address) => {
    opened.push(String(address));
    return null;
  };
  shown(<ResourcesPage />);
  const field = await screen.findByLabelText('Your experience');
  expect(screen.getByText('Priya Raman will read this, with your name, once you send it')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Open it in a chat' }));
  fireEvent.change(field, { target: { value: 'We meet in the park & it helps.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Open it in a chat' }));
  await expect
    .poll(() => opened)
    .toEqual([`${resources.rounds[0]?.chat}&message=${encodeURIComponent('We meet in the park & it helps.')}`]);
});

it('[CP-96] four taps and one to send them; with one missing it says so and sends nothing', async () => {
  const sent = shown(<PulsePage roundId="r1" />);
  const yes = await screen.findAllByRole('radio', { name: 'Yes' });
  expect(yes).toHaveLength(4);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('Nobody reads your answers, whatever their role')).toBeDefined();
  for (const one of yes.slice(1)) fireEvent.click(one);
  fireEvent.click(screen.getByRole('button', { name: 'Send my answers' }));
  expect([sent, screen.getByText('Answer all four first.')]).toEqual([[], expect.anything()]);
  fireEvent.click(screen.getAllByRole('radio', { name: 'Not so far' })[0] ?? expect.unreachable());
  fireEvent.click(screen.getByRole('button', { name: 'Send my answers' }));
  await screen.findByText(/Your answers are in the sums/u);
  expect(sent).toEqual([{ supported: false, strengths: true, impact: true, trust: true }]);
});

it('[CP-96] what came of a pulse is found beside the round when that is over, by those who took part', () => {
  const past = { pulse: { until: '2027-07-09', open: false }, state: 'closed' } as const;
  const where = () => screen.queryByRole('link', { name: 'What came of the closing pulse' })?.getAttribute('href') ?? null;
  shown(<PastRound round={roundWith({ ...past, id: 'r1', answer: 'joined' })} />);
  expect(where()).toBe('/round/r1/pulse');
  cleanup();
  shown(<PastRound round={roundWith({ ...past, id: 'r1', answer: 'sitting-out', leads: null })} />);
  expect(where()).toBeNull();
});

it('[C-03] shows what came of it in numbers that give nobody away, or that there were too few', async () => {
  const shares = [
    { question: 'supported', kind: 'at-least', yes: 9 },
    { question: 'strengths', kind: 'exactly', yes: 6 },
    { question: 'impact', kind: 'exactly', yes: 8 },
    { question: 'trust', kind: 'at-most', yes: 3 },
  ] as const;
  shown(<PulsePage roundId="r1" />, {
    pulse: { ...view, state: 'over', mine: 'not-asked', result: { kind: 'shown', answers: 12, shares: [...shares] } },
  });
  for (const text of ['At least 9 of 12 said yes', '6 of 12 said yes', '8 of 12 said yes', 'At most 3 of 12 said yes'])
    expect(await screen.findByText(text)).toBeDefined();
  cleanup();
  shown(<PulsePage roundId="r1" />, { pulse: { ...view, state: 'over', mine: 'not-asked', result: { kind: 'too-few' } } });
  expect(await screen.findByText(/Fewer than 7 people answered/u)).toBeDefined();
});
