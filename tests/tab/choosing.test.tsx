import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChoosingScreen } from '../../tab/src/pages/leader/choosing/choosing-page.js';
import { SpokenNews } from '../../tab/src/pages/leader/choosing/spoken-news.js';
import { Refusal } from '../../tab/src/refusal.js';
import { SessionProvider } from '../../tab/src/session.js';
import { ada, asked, asks, ben, cleo, dev, everybody, free, opened, over, paired, session } from './choosing-stage.js';

afterEach(cleanup);

/** In milliseconds: a page takes longer to stand there where much else is going on. */
const patience = 20_000;
configure({ asyncUtilTimeout: patience });

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = (name: string | RegExp): void => void fireEvent.click(button(name));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 2, name });

describe('the board on which partners are chosen', () => {
  it('says before it opens that there is nothing to do, and shows by itself when it is open', async () => {
    const page = opened({ ...free, stage: 'before', possible: [] });
    expect(await heading('The board is not open yet')).toBeDefined();
    expect(screen.queryByText(/^Pairs/u)).toBeNull();
    page.become({ stage: 'open', possible: [ada, ben] });
    expect(await heading('You are free')).toBeDefined();
    expect(await screen.findByText('The board is open.')).toBeDefined();
    expect(screen.getByText('No pair has formed yet. Each shows here as soon as both have said yes.')).toBeDefined();
  });

  it('[CP-32] one ask at a time: whom I have asked stands on top, and it can be taken back', async () => {
    const page = opened(free);
    page.answers({ mine: asked });
    fireEvent.click(await screen.findByRole('button', { name: `Ask ${ada.name}` }));
    expect(await heading(`You have asked ${ada.name}`)).toBeDefined();
    expect(page.sent(routes.askPartner)).toMatchObject([{ params: { roundId: 'r1' }, body: { personId: ada.id } }]);
    expect(await screen.findByText(`${ada.name} is asked.`)).toBeDefined();
    expect(button(`Ask ${ben.name}`).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Take your ask back before you ask somebody else.')).toBeDefined();
    page.answers({ mine: { kind: 'free' } });
    click('Take it back');
    expect(await heading('You are free')).toBeDefined();
    expect(page.sent(routes.answerAsk)).toMatchObject([{ params: { proposalId: 'mine' }, body: { answer: 'decline' } }]);
  });

  it('[CP-32] two who ask each other are partners, and read it as something good', async () => {
    const page = opened(free);
    page.answers({ mine: paired(ada), possible: [], pairs: [[dev, ada]] });
    fireEvent.click(await screen.findByRole('button', { name: `Ask ${ada.name}` }));
    expect(await heading(`You and ${ada.name} are coaching partners`)).toBeDefined();
    expect(await screen.findByText(`${ada.name} had asked you too. You are coaching partners.`)).toBeDefined();
    expect(screen.queryByText(`${ada.name} is asked.`)).toBeNull();
    expect(screen.queryByRole('heading', { name: /Whom you can ask/u })).toBeNull();
  });

  it('[CP-33] whoever asks me is answered by a button with their name; with a yes reading goes on at my pair', async () => {
    const page = opened({ ...free, questions: [asks(cleo)], mine: asked });
    expect(await heading(`${cleo.name} asks you`)).toBeDefined();
    expect(screen.getByText(/They may guess, but nobody tells them/u)).toBeDefined();
    expect(screen.getByText('To say yes ends the ask that you have made yourself.')).toBeDefined();
    page.answers({ mine: paired(cleo), questions: [], possible: [], pairs: [[dev, cleo]] });
    button(`Yes, become partners with ${cleo.name}`).focus();
    click(`Yes, become partners with ${cleo.name}`);
    const mine = await heading(`You and ${cleo.name} are coaching partners`);
    await expect.poll(() => document.activeElement, { timeout: patience }).toBe(mine);
    expect(page.sent(routes.answerAsk)).toMatchObject([{ params: { proposalId: `by-${cleo.id}` }, body: { answer: 'accept' } }]);
    expect(button('Go to our own space')).toBeDefined();
  });

  it('[CP-33] after a no the next question has the focus, and I read that only I know of it', async () => {
    const page = opened({ ...free, questions: [asks(cleo), asks(ben)] });
    await heading(`${cleo.name} asks you`);
    page.answers({ questions: [asks(ben)] });
    button(`I’d rather not be partners with ${cleo.name}`).focus();
    click(`I’d rather not be partners with ${cleo.name}`);
    expect(await screen.findByText('You have said no. Only you know of it.')).toBeDefined();
    const next = await heading(`${ben.name} asks you`);
    await expect.poll(() => document.activeElement, { timeout: patience }).toBe(next);
  });

  it('who was not quick enough reads a kind word, which stays when the question has gone', async () => {
    const page = opened({ ...free, questions: [asks(cleo)] });
    await heading(`${cleo.name} asks you`);
    page.answers(over);
    click(`Yes, become partners with ${cleo.name}`);
    expect((await screen.findByRole('alert')).textContent).toBe('This ask is no longer open.');
    page.become({ questions: [] });
    await expect.poll(() => screen.queryByRole('heading', { name: `${cleo.name} asks you` }), { timeout: patience }).toBeNull();
    expect(screen.getByRole('alert').textContent).toBe('This ask is no longer open.');
    cleanup();
    const other = opened({ ...free, mine: asked });
    await heading(`You have asked ${ada.name}`);
    other.answers(over);
    click('Take it back');
    await screen.findByRole('alert');
    other.become({ mine: paired(ada) });
    await heading(`You and ${ada.name} are coaching partners`);
    expect(screen.getByRole('alert').textContent).toBe('This ask is no longer open.');
  });

  it('an ask that came to nothing says so kindly, and others can be asked', async () => {
    opened({ ...free, mine: { kind: 'again' } });
    expect(await heading('You are free again')).toBeDefined();
    expect(screen.getByText(/That says nothing about you/u)).toBeDefined();
    expect(button(`Ask ${ben.name}`).getAttribute('aria-disabled')).toBeNull();
  });

  it('many names are found by typing, and nobody possible is said with what to do', async () => {
    opened({ ...free, possible: [...everybody] });
    fireEvent.change(await screen.findByRole('searchbox', { name: 'Find somebody by name' }), { target: { value: 'zzz' } });
    expect(screen.getByText('Nobody by that name can be asked by you.')).toBeDefined();
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find somebody by name' }), { target: { value: ben.name.toUpperCase() } });
    expect(screen.getAllByRole('button', { name: /^Ask / })).toHaveLength(1);
    cleanup();
    opened({ ...free, possible: [] });
    expect(await screen.findByText(/Nobody is possible for you at the moment/u)).toBeDefined();
  });

  it('the round leader reads how many are left, and no name; once it is frozen nobody does', async () => {
    const page = opened({ ...free, mine: { kind: 'watching' }, possible: [], left: 3, pairs: [[ada, ben]] });
    expect(await screen.findByText('3 people are still without a partner.')).toBeDefined();
    expect(screen.getByText('Only you read this number')).toBeDefined();
    const region = screen.getByRole('region', { name: 'For you as round leader' });
    for (const { name } of everybody) expect(within(region).queryByText(name)).toBeNull();
    page.become({ stage: 'frozen', left: null });
    await expect.poll(() => screen.queryByRole('region', { name: 'For you as round leader' }), { timeout: patience }).toBeNull();
    expect(screen.getByRole('heading', { name: 'Pairs (1)' })).toBeDefined();
    cleanup();
    opened({ ...free, stage: 'frozen', mine: { kind: 'without' }, possible: [] });
    expect(await heading('The board is frozen')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Ask / })).toBeNull();
  });

  it('[CP-33] a screen in the room shows the pairs, and nothing of whoever is signed in there', async () => {
    const page = opened({ ...free, questions: [asks(cleo)], left: 4, pairs: [[ada, ben]] }, <ChoosingScreen roundId="r1" />);
    expect(await heading('Pairs (1)')).toBeDefined();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
    expect(screen.queryByText(cleo.name)).toBeNull();
    page.become({
      pairs: [
        [dev, cleo],
        [ada, ben],
      ],
    });
    expect(await heading('Pairs (2)')).toBeDefined();
  });

  it('a board that cannot be fetched says so, with another try', async () => {
    opened(new Refusal({ code: 'not-choosing', status: 409, message: 'Only those who take part choose.' }));
    expect(await screen.findByText(/Only those who take part choose/u)).toBeDefined();
    expect(button('Try again')).toBeDefined();
  });
});

describe('what a screen reader is told of what others do', () => {
  afterEach(() => void vi.useRealTimers());
  const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  const listening = (first: ChoosingBoard) => {
    const view = (board: ChoosingBoard) => (
      <SessionProvider value={session(undefined)}>
        <SpokenNews board={board} />
      </SessionProvider>
    );
    const { rerender } = render(view(first));
    return (board: Partial<ChoosingBoard>): void => rerender(view({ ...first, ...board }));
  };

  it('each question once, what came of my own ask, and nothing of what stood there before', () => {
    const hears = listening({ ...free, questions: [asks(ada)] });
    expect(spoken()).toEqual(['', '']);
    hears({ questions: [asks(ada), asks(cleo)] });
    expect(spoken()[0]).toBe(`${cleo.name} asks you to be partners.`);
    hears({ questions: [asks(ada)] });
    expect(spoken()[0]).toBe(`${cleo.name} asks you to be partners.`);
    hears({ mine: asked });
    hears({ mine: { kind: 'again' } });
    expect(spoken()[0]).toBe('You are free again');
    hears({ mine: asked });
    hears({ mine: paired(ada) });
    expect(spoken()[0]).toBe(`You and ${ada.name} are coaching partners`);
    hears({ mine: paired(ada), stage: 'frozen' });
    expect(spoken()[0]).toBe('The board is frozen');
  });

  it('pairs that form one after the other are told together', () => {
    vi.useFakeTimers();
    const hears = listening(free);
    hears({ pairs: [[ada, ben]] });
    act(() => void vi.advanceTimersByTime(1_000));
    hears({
      pairs: [
        [cleo, dev],
        [ada, ben],
      ],
    });
    expect(spoken()[1]).toBe('');
    act(() => void vi.advanceTimersByTime(4_000));
    expect(spoken()[1]).toBe('2 more pairs have formed.');
  });
});
