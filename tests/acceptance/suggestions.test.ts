import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersOf, type OnBoard } from './driver/board.js';
import { buttonsOf, titleOf, wordsOf } from './driver/chat.js';
import { readOrganisation } from './driver/organisation.js';
import type { Person } from './driver/person.js';
import { inRepository } from './driver/product.js';
import { type Round, until } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
const names = organisation.leaders.map(({ name }) => name);
const leader = 'Helena Marsh';
const peoplePartner = 'Ravi Menon';
const administrator = 'Noor Sayegh';

let sandbox: Sandbox;
let round: Round;
let sent: readonly OnBoard[];
/** Who has said in private that they work closely with whom; else the two could be matched. */
let wish: { readonly by: string; readonly about: string };
/** Whoever says no and names another, whom, and the partners they had. */
let story: { readonly asker: string; readonly nominee: string; readonly left: string; readonly passedOver: string };

const twelve = (): readonly Person[] => names.map((name) => sandbox.as(name));
const nomineesFor = async (name: string) => (await sandbox.as(name).calls(routes.nominees, { roundId: round.id })).people;

/** Somebody who has a manager or report among the twelve, and somebody of another match whom they may name. */
const chosen = async (): Promise<typeof story> => {
  const others = sent.filter((match) => !membersOf(match).some((name) => name === leader || name === peoplePartner));
  for (const match of others)
    for (const asker of membersOf(match)) {
      const found = await nomineesFor(asker);
      const isInLine = found.some(({ why }) => why?.includes('management chain') === true);
      const free = found.filter(({ standing }) => standing === 'possible').map(({ person }) => person.name);
      const other = others.find((one) => one !== match && membersOf(one).some((name) => free.includes(name)));
      const nominee = membersOf(other ?? match).find((name) => free.includes(name));
      const partnerOf = (of: OnBoard | undefined, name: string): string =>
        of === undefined ? '' : (membersOf(of).find((one) => one !== name) ?? '');
      if (isInLine && nominee !== undefined)
        return { asker, nominee, left: partnerOf(match, asker), passedOver: partnerOf(other, nominee) };
    }
  throw new Error('Nobody can be named.');
};

/** Their card offers the page; names the first with whom they could else be matched. */
const wishing = async (by: string): Promise<typeof wish> => {
  const links = (await sandbox.as(by).chat()).map(({ card }) => JSON.stringify(card?.actions ?? []));
  expect(links.filter((link) => link.includes('wishes'))).toHaveLength(1);
  for (const about of names.filter((name) => name !== by)) {
    const two = { memberIds: [by, about].map((name) => sandbox.as(name).id) };
    if (!(await round.calls(routes.checkPeople, two)).allowed) continue;
    await sandbox.as(by).calls(routes.saveWishes, { roundId: round.id }, { closely: [sandbox.as(about).id], trusted: [] });
    const checked = await round.calls(routes.checkPeople, two);
    expect(checked).toEqual({ allowed: false, reasons: ['Not available this round.'], cost: null });
    return { by, about };
  }
  throw new Error(`${by} could be matched with nobody.`);
};

beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
  round = await sandbox.opens(administrator, { leader, peoplePartner });
  await sandbox.as(administrator).calls(routes.saveFunctions, {}, { groups: [...organisation.groups] });
  await round.invites();
  for (const person of twelve()) await person.clicks('join', 'as-sent');
  wish = await wishing('Mira Chandra');
  await round.does(routes.beginMatching);
  ({ sent } = await round.sends());
});
afterAll(() => sandbox?.remove());

describe('one of twelve leaders says no, and names somebody else', { timeout: 120_000 }, () => {
  it('[CP-21] [CP-24d] somebody named as working closely cannot be named as partner: only whoever entered it reads why', async () => {
    const why = async (asker: string, nominee: string) => (await nomineesFor(asker)).find(({ person }) => person.name === nominee)?.why;
    expect(await why(wish.by, wish.about)).toBe('You said that you work closely with them.');
    expect(await why(wish.about, wish.by)).toBe('Not available this round.');
    expect(await sandbox.as(wish.about).calls(routes.myWishes, { roundId: round.id })).toMatchObject({ closely: [], trusted: [] });
  });

  it('[CP-31] [CP-22] a name in their own line is refused in words, and their match stands', async () => {
    story = await chosen();
    const asker = sandbox.as(story.asker);
    const close = (await nomineesFor(story.asker)).find(({ why }) => why?.includes('management chain') === true);
    expect(close?.why).toContain('you');
    const refused = await asker.asks(routes.suggestPartner, { roundId: round.id }, { personId: close?.person.id ?? '' });
    expect(refused).toMatchObject({ ok: false, error: { status: 422, code: 'nominee' } });
    expect((await asker.round()).match.kind).toBe('asked');
  });

  it('[CP-31] [CP-33] then another: they are asked on a card like any other, the partner left reads the neutral words, and nobody else sees anything', async () => {
    const { asker, nominee, left } = story;
    const other = names.find((name) => ![asker, nominee, left, leader].includes(name)) ?? '';
    const before = JSON.stringify([await sandbox.as(other).me(), await sandbox.as(other).chat()]);
    await sandbox.as(asker).calls(routes.suggestPartner, { roundId: round.id }, { personId: sandbox.as(nominee).id });
    const cards = async (name: string) => (await sandbox.as(name).chat()).map((message) => wordsOf(message.card));
    await until(
      'The question',
      () => cards(nominee),
      (said) => said.at(-1)?.includes(asker) === true,
    );
    await until(
      'The news',
      () => cards(left),
      (said) => said.at(-1)?.includes('being reworked') === true,
    );
    expect((await sandbox.as(asker).round()).match).toMatchObject({ kind: 'waiting', suggested: 'asked' });
    expect(titleOf((await sandbox.as(left).chat()).at(-1)?.card)).toBe('Your match is being reworked');
    const card = (await sandbox.as(nominee).chat()).at(-1)?.card;
    expect(wordsOf(card)).toContain(asker);
    expect(wordsOf(card)).not.toMatch(/named|suggested you/u);
    const { proposed, beingReworked } = (await sandbox.as(leader).round()).leaderPage ?? expect.unreachable();
    expect(proposed.flatMap(({ members }) => members).map(({ name }) => name)).not.toContain(asker);
    expect(beingReworked.map(({ name }) => name).sort()).toEqual([asker, left].sort());
    expect((await round.board()).suggestions).toEqual([]);
    const known = (await sandbox.round(peoplePartner, round.id).board()).suggestions;
    expect(known.map(({ by, nominee: who }) => [by.name, who.name])).toEqual([[asker, nominee]]);
    expect(JSON.stringify([await sandbox.as(other).me(), await sandbox.as(other).chat()])).toBe(before);
  });

  it('[CP-32] [CP-34] whoever was named picks, and those who are left are matched again with each other alone', async () => {
    const { asker, nominee, left, passedOver } = story;
    const person = sandbox.as(nominee);
    const { activityId, card } = (await person.chat()).at(-1) ?? expect.unreachable();
    const accept = buttonsOf(card).find(({ title }) => title === `Accept ${asker}`);
    await person.forges(activityId, accept?.verb ?? '', accept?.data ?? {});
    for (const name of [asker, nominee]) expect((await sandbox.as(name).round()).match.kind, name).toBe('paired');
    for (const name of [left, passedOver]) expect((await sandbox.as(name).round()).match, name).toEqual({ kind: 'being-reworked' });
    const stands = sent.map(membersOf).filter((members) => !members.some((name) => [asker, nominee].includes(name)));
    const { sent: now, reworking } = await round.board();
    expect(now.map(membersOf)).toEqual(stands);
    for (const { declinedBy } of reworking) expect(declinedBy).toBeNull();
  });
});
