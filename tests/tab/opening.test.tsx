import type { DryRun, DryRunPerson } from '@coaching-pairs/shared/wire/opening';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { DryRunPage } from '../../tab/src/pages/admin/dry-run/dry-run-page.js';
import { lastingLike, startingOn } from '../../tab/src/pages/admin/plan/dates.js';
import { keepOpening, keptOpening, meant, openingFaults, openingWith, withAudience } from '../../tab/src/pages/admin/plan/opening-draft.js';
import { OpeningForm } from '../../tab/src/pages/admin/plan/opening-form.js';
import { emptyPlan, inputOf } from '../../tab/src/pages/admin/plan/plan-draft.js';
import { WordsPage } from '../../tab/src/pages/admin/words/words-page.js';
import { someone } from '../bot/cards/every-card.js';
import { openingHandlers } from './fake/opening.js';
import { overviewOf } from './fake/round.js';
import { roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
configure({ asyncUtilTimeout: 20_000 });

const fresh = openingWith(emptyPlan('2026-11-20'));
const maya = { id: 'maya', name: 'Maya Okafor', detail: null };

type Given = { readonly query?: Record<string, string>; readonly body?: { readonly card: 'invitation' | 'match'; readonly text: string } };

const shown = (page: Parameters<typeof render>[0], call: (route: unknown, given: Given) => unknown) =>
  render(overBot(page, async (route, given) => call(route, given)));

it('[CP-01] whoever stands at the top of the audience leads the round, and the other way round, unless somebody else was chosen', () => {
  const below = withAudience(fresh, { below: maya });
  expect(below.plan.leader).toEqual({ id: 'maya', name: 'Maya Okafor', functionName: null });
  const led = { ...fresh, plan: { ...fresh.plan, leader: someone('Priya Raman') } };
  expect(meant(led, 'Usual').audience?.below?.name).toBe('Priya Raman');
  expect(withAudience(led, { below: maya }).plan.leader?.name).toBe('Priya Raman');
  expect(openingFaults(meant(fresh, 'Usual'))).toEqual({
    plan: { leader: 'personMissing', peoplePartner: 'personMissing' },
    audience: 'below',
  });
  const whole = meant({ ...below, plan: { ...below.plan, peoplePartner: someone('Sam Byrne') } }, 'Coaching Pairs from 11 December 2026');
  expect(openingFaults(whole)).toEqual({ plan: {}, audience: null });
  expect(inputOf(whole.plan)).toMatchObject({
    name: 'Coaching Pairs from 11 December 2026',
    introduction: 'chief-executive',
    leaderId: 'maya',
  });
});

it('[CP-13] another start keeps the six months and the time before it; a template gives its own length', () => {
  const { answersBy, startsOn, endsOn } = fresh.plan;
  expect(startingOn({ answersBy, startsOn, endsOn }, '2027-01-11', true)).toEqual({
    ...{ startsOn: '2027-01-11', answersBy: '2027-01-04', endsOn: '2027-07-12' },
  });
  expect(startingOn({ answersBy, startsOn, endsOn }, '', true)).toEqual({ startsOn: '' });
  const short = { answersBy: '2026-02-25', startsOn: '2026-03-01', endsOn: '2026-07-01' };
  expect(lastingLike(short, '2026-12-11')).toEqual({ startsOn: '2026-12-11', answersBy: '2026-12-07', endsOn: '2027-04-12' });
});

it('what was entered is there again after the page was left, for the same person alone, and not once it was put aside', async () => {
  const entered = withAudience(fresh, { below: maya });
  const form = (
    <OpeningForm
      start={fresh}
      follows={null}
      taken={null}
      running={false}
      fault={null}
      onSubmit={() => undefined}
      onCancel={() => undefined}
    />
  );
  keepOpening('me', null, entered);
  expect(keptOpening('me', null, fresh)).toEqual(entered);
  expect([keptOpening('you', null, fresh), keptOpening('me', 'r1', fresh)]).toEqual([null, null]);
  shown(form, () => new Promise(() => undefined));
  expect(screen.getByLabelText<HTMLInputElement>(/^Round leader/u).value).toBe('Maya Okafor');
  fireEvent.click(screen.getByRole('button', { name: 'Begin anew' }));
  expect(screen.getByLabelText<HTMLInputElement>(/^Round leader/u).value).toBe('');
  sessionStorage.setItem('opening.me.new', JSON.stringify({ at: Date.now(), value: { plan: {}, audience: 7 } }));
  expect(keptOpening('me', null, fresh)).toBeNull();
});

it('asks four questions, says the usual answers to everything else, and marks what is missing', () => {
  const sent: unknown[] = [];
  const form = (
    <OpeningForm
      start={fresh}
      follows={null}
      taken={null}
      running={false}
      fault={null}
      onSubmit={(draft) => sent.push(draft)}
      onCancel={() => undefined}
    />
  );
  shown(form, () => new Promise(() => undefined));
  expect(screen.getByText(/“Coaching Pairs from 11 December 2026”, introduced by the chief executive/u)).toBeDefined();
  expect(screen.queryByLabelText(/^Name/u)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open as a draft' }));
  expect(screen.getByText('3 things are still missing; they are marked above.')).toBeDefined();
  expect(sent).toEqual([]);
});

it('[CP-24b] [CP-24d] a dry run says person by person what would happen, in words; the card is drawn by its real renderer, with nothing to press', async () => {
  const round = roundAt('draft');
  const totals = { people: 2, reached: 1, blocked: 0, unreachable: 1, unconfirmed: 1, alone: 0 };
  const one = (name: string, part: Partial<DryRunPerson>): DryRunPerson => ({
    ...{ person: someone(name), message: 'reaches', unreachable: null, chain: { kind: 'confirmed' } },
    ...{ zone: { name: 'Asia/Tokyo', source: 'mailbox' }, first: { at: '2026-11-23T00:00:00.000Z', local: '2026-11-23T09:00' } },
    prospect: { line: 4, sameFunction: 1, earlier: 1, otherLine: 1, apart: 2, possible: 3 },
    ...part,
  });
  const doubt = { kind: 'unconfirmed', text: 'Nobody knows the manager of Finn.' } as const;
  const people = [one('Finn Hale', { message: 'unreachable', unreachable: 'blocked', first: null, chain: doubt }), one('Ana Ruiz', {})];
  const asked: unknown[] = [];
  const { container } = shown(<DryRunPage roundId={round.id} />, (route, { query }) => {
    if (route === routes.overview) return overviewOf(round, 'me');
    if (route === routes.cardPreviews) return openingHandlers(() => round).cardPreviews();
    asked.push(query);
    return { message: 'kick-off', totals, people, more: 0 } satisfies DryRun;
  });
  await screen.findByText(/^Would have the message on .*23 November.* 0?9:00.*, by the clock in Asia\/Tokyo$/u);
  expect(screen.getByText('Could not be reached before · Has blocked the app')).toBeDefined();
  expect(screen.getByText('Nobody knows the manager of Finn.')).toBeDefined();
  const whom =
    'Could be matched with 3 of 12 others. Not with: 4 in the same line of management, 1 of the same function, 1 earlier partner, ' +
    '1 in the line of a second manager and 2 whom administrators keep apart from them';
  expect(screen.getAllByText(whom)).toHaveLength(2);
  expect(screen.getByText('1 person of 2 would have the message.')).toBeDefined();
  await screen.findByText('Would you like to take part?');
  expect(screen.getByText('Ana_B is *plain* here')).toBeDefined();
  expect(container.querySelector('.ac-pushButton')).toHaveProperty('inert', true);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find somebody by name' }), { target: { value: 'an' } });
  await expect.poll(() => asked).toContainEqual({ q: 'an' });
});

it('[S-14] an organiser’s own words are seen on the card while they are typed, kept when they are saved, and only read once it was sent', async () => {
  const round = { ...roundAt('kick-off'), state: 'inviting' as const };
  const world = { rounds: [round] };
  const bot = openingHandlers(() => round);
  const saved: unknown[] = [];
  const answer = (route: unknown, given: Given) => {
    const asked = { ...given, params: {}, query: '', viewer: 'me', body: given.body } as never;
    if (route === routes.tryOwnWords) return bot.tryOwnWords(world as never, asked);
    if (route !== routes.writeOwnWords) return bot.ownWords(world as never, asked);
    saved.push(given.body?.text);
    return bot.writeOwnWords(world as never, asked);
  };
  shown(<WordsPage roundId={round.id} />, answer);
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Your words with each match');
  expect(screen.queryByLabelText('Your words in the invitation')).toBeNull();
  expect(screen.getByText('The invitations have gone out without words of yours.')).toBeDefined();
  const save = screen.getByRole('button', { name: 'Save the words' });
  expect([save.getAttribute('aria-disabled'), screen.getByText('400 characters left')]).toEqual(['true', expect.anything()]);
  fireEvent.change(field, { target: { value: 'Trust it.' } });
  await expect.poll(() => screen.getAllByText('Trust it.').length, { timeout: 20_000 }).toBe(2);
  expect(saved).toEqual([]);
  fireEvent.click(save);
  await screen.findByText(/^Written by .* Whoever changes it signs it\.$/u);
  expect([
    saved,
    field
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  ]).toEqual([['Trust it.'], [' Everybody who is asked about a match will read this, with your name', '391 characters left']]);
  expect(document.activeElement === document.body || document.contains(save)).toBe(true);
});

it('[CP-14] the words of the round before are offered while nothing is written, and are kept only once they are saved', async () => {
  const round = { ...roundAt('kick-off'), state: 'inviting' as const };
  const bot = openingHandlers(() => round);
  const saved: unknown[] = [];
  const answer = (route: unknown, given: Given) => {
    const asked = { ...given, params: {}, query: '', viewer: 'me', body: given.body } as never;
    if (route === routes.tryOwnWords) return bot.tryOwnWords({ rounds: [round] } as never, asked);
    if (route === routes.writeOwnWords) saved.push(given.body?.text);
    const { cards } =
      route === routes.writeOwnWords
        ? bot.writeOwnWords({ rounds: [round] } as never, asked)
        : bot.ownWords({ rounds: [round] } as never, asked);
    return { cards: cards.map((one) => ({ ...one, before: one.card === 'match' ? 'We did this before, and it held.' : null })) };
  };
  shown(<WordsPage roundId={round.id} />, answer);
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Your words with each match');
  fireEvent.click(screen.getByRole('button', { name: 'Take the words of the round before' }));
  expect([field.value, saved]).toEqual(['We did this before, and it held.', []]);
  expect(screen.queryByRole('button', { name: 'Take the words of the round before' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Save the words' }));
  await expect.poll(() => saved).toEqual(['We did this before, and it held.']);
});
