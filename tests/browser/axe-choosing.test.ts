import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrganisation } from '../acceptance/driver/organisation.js';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { all, type Onlooker, onlookersAt } from './axe-look.js';
import { type Browser, openBrowser } from './harness.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const names = readOrganisation(file).leaders.map(({ name }) => name);
const leader = 'Helena Marsh';
const administrator = 'Noor Sayegh';

let sandbox: Sandbox;
let browser: Browser;
let inTab: Onlooker['inTab'];
let inChat: Onlooker['inChat'];
let round: Round;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: file }), openBrowser()]);
  ({ inTab, inChat } = await onlookersAt(sandbox, browser));
  round = await sandbox.opens(administrator, { leader, peoplePartner: 'Ravi Menon', mode: 'open-choice' });
  await round.invites();
  for (const name of names) await sandbox.as(name).clicks('join');
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

const step = (name: string): string => `/admin/${encodeURIComponent(round.id)}/${name}`;
const board = (): string => `/round/${encodeURIComponent(round.id)}/choose`;
const boardOf = (name: string) => sandbox.as(name).calls(routes.choosingBoard, { roundId: round.id });
/** Asks the first whom they may, and is told by whom that is. */
const asks = async (name: string, but: readonly string[] = []): Promise<string> => {
  const [whom] = (await boardOf(name)).possible.filter((one) => !but.includes(one.name));
  await sandbox.as(name).calls(routes.askPartner, { roundId: round.id }, { personId: whom?.id ?? 'nobody' });
  return whom?.name ?? '';
};
const answers = async (name: string, answer: 'accept' | 'decline'): Promise<void> => {
  const { questions } = await boardOf(name);
  await sandbox.as(name).calls(routes.answerAsk, { roundId: round.id, proposalId: questions[0]?.proposalId ?? '' }, { answer });
};
const others = (...but: readonly string[]): readonly string[] => names.filter((name) => ![leader, ...but].includes(name));

describe('axe objects to nothing in three themes at desk and phone width, where partners are chosen in the open', {
  timeout: 600_000,
}, () => {
  let asker: string;
  let nominee: string;

  it('before the board is open', async () => {
    [asker = ''] = others();
    const faults = await all(
      () => inTab('choosing-before', asker, board()),
      () => inTab('choosing-home-before', asker, '/'),
      () => inTab('choosing-begin', administrator, step('matching')),
    );
    expect(faults).toEqual([]);
  });

  it('who is free, asks, is asked, and is asked by somebody who reads the card', async () => {
    await round.calls(routes.openChoosing);
    const free = await all(
      () => inTab('choosing-free', asker, board()),
      () => inTab('choosing-led', leader, board()),
      () => inTab('choosing-open', administrator, step('matching')),
      () => inTab('choosing-screen-empty', administrator, `${board()}/screen`),
    );
    nominee = await asks(asker, [leader]);
    const asked = await all(
      () => inTab('choosing-asked', asker, board()),
      () => inTab('choosing-question', nominee, board()),
      () => inTab('choosing-home-question', nominee, '/'),
      () => inChat('choosing-ask', nominee, `${asker} asks you to be partners`),
    );
    expect([...free, ...asked]).toEqual([]);
  });

  it('who reads that it did not come about, who is in a pair, and the round leader, who reads how many are left', async () => {
    await answers(nominee, 'decline');
    const again = await inTab('choosing-again', asker, board());
    const partner = await asks(asker, [leader, nominee]);
    await answers(partner, 'accept');
    const faults = await all(
      () => inTab('choosing-paired', asker, board()),
      () => inTab('choosing-home-paired', asker, '/'),
      () => inTab('choosing-others', nominee, board()),
      () => inTab('choosing-left', leader, board()),
      () => inTab('choosing-screen', administrator, `${board()}/screen`),
      () => inChat('choosing-formed', partner, /coaching pair/),
      () =>
        inTab('choosing-freeze', administrator, step('matching'), async (tab) => {
          await tab.getByRole('button', { name: 'Freeze the board' }).click();
          await tab.getByRole('alertdialog').waitFor();
        }),
    );
    expect([...again, ...faults]).toEqual([]);
  });

  it('a board that is frozen', async () => {
    await round.announces();
    const faults = await all(
      () => inTab('choosing-frozen', asker, board()),
      () => inTab('choosing-without', nominee, board()),
      () => inTab('choosing-home-frozen', asker, '/'),
      () => inTab('choosing-screen-frozen', administrator, `${board()}/screen`),
      () => inChat('choosing-announced', nominee, 'The coaching pairs are formed'),
    );
    expect(faults).toEqual([]);
  });
});
