import { describe, expect, it } from 'vitest';
import { awaydayOn } from '../tab/fake/awayday.js';
import { noteIs } from '../tab/fake/notes.js';
import { now } from '../tab/fake/round.js';
import { firstPair, peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { fakedTab } from './faked-tab.js';
import { openTab, printed, violationsIn } from './tab-visit.js';

const faked = fakedTab();
const sheet = { kind: 'take-away', takeAways: 'Asking first', moreConfident: 'Speaking up', stillImproving: 'Waiting' } as const;

describe('the Awayday', () => {
  it('[CP-83] [CP-85] on the day a phone shares the time in halves, goes on after a reload, and keeps one’s sheet face down', async () => {
    const round = roundAt('active');
    round.awayday = { plan: awaydayOn(round, now.slice(0, 10)), revision: 1, meeting: null };
    const [me] = firstPair(round);
    const size = { width: 375, height: 740 };
    const home = await faked.opens([round], { as: me.id, size, prepare: (api) => noteIs(api.world, me.id, { id: 'n-1', content: sheet }) });
    await home.getByRole('region', { name: 'The Awayday is today' }).getByRole('button', { name: 'Feedback in pairs' }).click();
    await home.getByRole('heading', { level: 1, name: 'Feedback in pairs' }).waitFor();
    const parts = home.getByRole('list', { name: 'Parts of the session' }).getByRole('listitem');
    expect(await parts.allTextContents()).toEqual(['First turn22:30', 'Second turn22:30']);
    expect(await home.getByRole('region', { name: 'In each turn' }).getByRole('listitem').count()).toBe(6);
    expect(await home.getByText('Asking first').count()).toBe(0);
    await home.getByRole('button', { name: 'Show it on this screen' }).click();
    await home.getByText('Asking first').waitFor();
    await home.getByRole('button', { name: 'Hide it' }).click();
    expect(await home.getByText('Asking first').count()).toBe(0);
    await home.getByRole('switch', { name: /both ways round/u }).check();
    await home.getByRole('button', { name: 'Start' }).click();
    await home.getByRole('button', { name: 'Go to the next part' }).click();
    expect([await violationsIn(home), await faked.overflow(home)]).toEqual([[], 0]);
    const again = await openTab(faked.page, faked.api.url, { as: me.id, link: `round/${round.id}/awayday-guide` });
    await again.getByRole('button', { name: 'Pause' }).click();
    expect(await again.locator('[aria-current="step"]').textContent()).toContain('Second turn');
    await again.getByRole('button', { name: 'Begin again' }).click();
    await again.getByRole('timer', { name: '22:30 left' }).waitFor();
  });

  it('[CP-80] is fixed, its agenda is changed step by step and always adds up, and it is printed by itself and shown to the whole room', async () => {
    const round = roundAt('active');
    const tab = await faked.opens([round], { as: peoplePartnerId, path: `/admin/${round.id}/awayday` });
    await tab.getByLabel('Which place').fill('The boathouse');
    await tab.getByRole('button', { name: 'Fix the Awayday' }).click();
    const agenda = tab.getByRole('region', { name: 'Agenda' }).first();
    await agenda.getByText('The agenda fills the day exactly.').waitFor();
    await agenda.getByLabel('Minutes from 09:00').fill('50');
    await agenda.getByLabel('Minutes from 09:00').press('Enter');
    await agenda.getByText('The agenda is 20 minutes longer than the day.', { exact: false }).waitFor();
    expect([await violationsIn(tab), await faked.overflow(tab)]).toEqual([[], 0]);
    await agenda.getByRole('button', { name: 'Undo the last change' }).click();
    await agenda.getByText('The agenda fills the day exactly.').waitFor();
    await agenda.getByLabel('What is on at 10:30').fill('A walk by the river');
    await faked.page.keyboard.press('Enter');
    // The keyboard stays on the button with which something is moved.
    await agenda.getByRole('button', { name: 'Move down: A walk by the river' }).focus();
    await faked.page.keyboard.press('Enter');
    await faked.page.keyboard.press('Enter');
    await agenda.getByRole('button', { name: 'Save the agenda' }).click();
    await agenda.getByText('Everything is saved.').waitFor();
    const written = faked.asked('writeAgenda').at(-1) as { readonly items: readonly { readonly wording: string | null }[] };
    expect(written.items.map(({ wording }) => wording).indexOf('A walk by the river')).toBe(5);
    await tab.getByRole('button', { name: 'Put it into everybody’s calendar' }).click();
    await tab.getByText('14 people are invited.').waitFor();
    // A page of A4 has room for about a thousand pixels; the plan of the day and its form are longer than that by themselves.
    const paper = await printed(faked.page, tab);
    expect([paper.papers, paper.outside, paper.buttons, paper.height < 1_000]).toEqual([1, 0, 0, true]);
    await tab.getByRole('button', { name: 'Show it large' }).click();
    const large = tab.getByRole('dialog');
    await large.getByText('Would anybody like to share', { exact: false }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await faked.page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
  });
});
