import { describe, expect, it } from 'vitest';
import { roundAt } from '../tab/fake/scenarios.js';
import { suggest } from '../tab/fake/suggestions.js';
import { fakedTab } from './faked-tab.js';
import { violationsIn } from './tab-visit.js';

const faked = fakedTab();
const { asked: bodies } = faked;

const round = () => roundAt('proposed');
/** Whoever holds a match that is not answered, and whoever could be named instead. */
const people = () => {
  const open = round().proposals.filter(({ state }) => state === 'sent');
  const [asker, partner] = open[0]?.members ?? [];
  const [nominee] = open[1]?.members ?? [];
  if (asker === undefined || partner === undefined || nominee === undefined) throw new Error('two matches are to be open');
  return { asker, partner, nominee };
};

const open = (
  as: string,
  visit: { readonly path?: string; readonly theme?: string; readonly suggests?: readonly [string, string] } = {},
) => {
  const { suggests, ...rest } = visit;
  const started = round();
  if (suggests !== undefined) suggest(started, ...suggests);
  return faked.opens([started], { as, ...rest });
};

describe('suggesting somebody in the tab', () => {
  it('[CP-31] [CP-24d] whoever holds a match names another; a name that is not possible says why', async () => {
    const { asker } = people();
    const tab = await open(asker.id);
    await tab.getByRole('button', { name: 'Suggest someone' }).click();
    const dialog = tab.getByRole('alertdialog', { name: 'Suggest someone' });
    await dialog.getByText('In one management chain:').waitFor();
    await dialog.getByText('Not available this round.').waitFor();
    const ask = dialog.getByRole('button', { name: 'Ask them' });
    expect(await ask.getAttribute('aria-disabled')).toBe('true');
    expect(await violationsIn(tab)).toEqual([]);
    await dialog.getByRole('radio', { disabled: false }).first().click();
    await ask.click();
    await tab.getByRole('heading', { name: 'Your suggestion is on its way' }).waitFor();
    expect(bodies('suggestPartner')).toHaveLength(1);
    await tab.getByRole('button', { name: 'Take it back' }).click();
    await tab.getByText('Taken back.').waitFor();
  });

  it('[CP-31] whoever is named sees both matches and picks', async () => {
    const { asker, nominee } = people();
    const tab = await open(nominee.id, { suggests: [asker.id, nominee.id] });
    await tab.getByRole('heading', { name: 'Another match for you' }).waitFor();
    await tab.getByRole('heading', { name: /Your proposed match|You said yes/u }).waitFor();
    expect(await tab.getByText(/suggest(s|ed) you/u).count()).toBe(0);
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('button', { name: `Accept: ${asker.name}` }).click();
    await tab.getByRole('heading', { name: 'Your coaching partner' }).waitFor();
  });
});

describe('the people partner’s tap', () => {
  it('[CP-31] passes a suggestion within one function on, from the board', async () => {
    const started = round();
    const { asker } = people();
    const same = started.people.find((one) => one.id !== asker.id && one.functionName === asker.functionName) ?? asker;
    const tab = await open('leader-2', { path: `/admin/${started.id}/matching`, suggests: [asker.id, same.id] });
    await tab.getByRole('tab', { name: 'Suggestions (1)' }).click();
    await tab.getByText(`${asker.name} suggests ${same.name}.`).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await tab.getByRole('button', { name: `Let them be asked: ${asker.name} and ${same.name}` }).click();
    await tab.getByText(`${same.name} is being asked.`).first().waitFor();
    expect(bodies('passOnSuggestion')).toMatchObject([{ pass: true }]);
  });
});
