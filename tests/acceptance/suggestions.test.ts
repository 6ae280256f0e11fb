import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchOf, membersOf, type OnBoard, partnerIn } from './driver/board.js';
import { buttonsOf, titleOf, wordsOf } from './driver/chat.js';
import { toNoonOfWeekday } from './driver/days.js';
import { crossing, mayMeet, type Naming, nomineesFor, someoneToName } from './driver/naming.js';
import { readOrganisation } from './driver/organisation.js';
import { inPair, outlookOf } from './driver/pair.js';
import type { Person } from './driver/person.js';
import { inRepository } from './driver/product.js';
import { type Round, until } from './driver/round.js';
import { everyStory } from './driver/stories.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
const names = organisation.leaders.map(({ name }) => name);
const leader = 'Helena Marsh';
const peoplePartner = 'Ravi Menon';
const administrator = 'Noor Sayegh';

/** The first round's story matches anew by day, and bot/pair and shared/reminders tell of what ends and of nudges. */
const byNight = it.runIf(everyStory);

let sandbox: Sandbox;
let round: Round;
let sent: readonly OnBoard[];
/** Who has said in private that they work closely with whom; else the two could be matched. */
let wish: { readonly by: string; readonly about: string };
let story: Naming;
/** Who has been proposed to whom. */
const tried: (readonly string[])[] = [];

const twelve = (): readonly Person[] => names.map((name) => sandbox.as(name));
const idOf = (name: string): string => sandbox.as(name).id;
const check = (...members: readonly string[]) => round.calls(routes.checkPeople, { memberIds: members.map(idOf) });
const couldMeet = (one: string, other: string): boolean =>
  mayMeet(organisation, [idOf(one), idOf(other)]) &&
  ![...tried, [wish.by, wish.about], [story.asker, story.nominee]].some((two) => two.includes(one) && two.includes(other));
const sends = async (): Promise<readonly OnBoard[]> => {
  const { sent: matches } = await round.sends();
  tried.push(...matches.map(membersOf));
  return matches;
};
const standing = async (name: string) => (await sandbox.as(name).round()).match.kind;
const accept = async (matches: readonly OnBoard[]): Promise<void> => {
  for (const name of matches.flatMap(membersOf)) await sandbox.as(name).clicks('acceptProposal', 'as-sent');
  await round.settles();
};

/** How many messages each of them has had. */
const heard = (who: readonly string[]) => Promise.all(who.map(async (name) => [name, (await sandbox.as(name).chat('as-sent')).length]));

/** Their card offers the page; names the first with whom they could else be matched. */
const wishing = async (by: string): Promise<typeof wish> => {
  const links = (await sandbox.as(by).chat()).map(({ card }) => JSON.stringify(card?.actions ?? []));
  expect(links.filter((link) => link.includes('wishes'))).toHaveLength(1);
  for (const about of names.filter((name) => name !== by)) {
    if (!(await check(by, about)).allowed) continue;
    await sandbox.as(by).calls(routes.saveWishes, { roundId: round.id }, { closely: [idOf(about)], trusted: [] });
    expect(await check(by, about)).toEqual({ allowed: false, reasons: ['Not available this round.'], cost: null });
    return { by, about };
  }
  throw new Error(`${by} could be matched with nobody.`);
};

beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
  round = await sandbox.opens(administrator, { leader, peoplePartner });
  await sandbox.as(administrator).calls(routes.saveFunctions, {}, { groups: [...organisation.groups] });
});
afterAll(() => sandbox?.remove());

describe('twelve leaders, from the kick-off in their calendars to a match of their own choice', { timeout: 120_000 }, () => {
  it('[CP-10] the kick-off is put into the Outlook of each, with its agenda, and shows nobody who else is asked', async () => {
    const { startsOn } = await round.overview();
    await round.calls(routes.announceKickOff, { on: startsOn });
    await round.settles();
    const start = `${startsOn}T10:00:00.000Z`;
    expect((await round.calls(routes.arrangeKickOff, { start, minutes: 60, location: null })).calendar).toBe('fine');
    for (const name of names) {
      const events = await outlookOf(sandbox, name);
      expect(events, name).toMatchObject([{ start, subject: 'Coaching Pairs: kick-off' }]);
      expect(events[0]?.text, name).toContain('Our common approach');
      for (const other of names.filter((one) => one !== name)) expect(JSON.stringify(events), name).not.toContain(other);
    }
  });

  it('[CP-21] [CP-24d] somebody named as working closely cannot be named as partner: only whoever entered it reads why', async () => {
    await round.invites();
    for (const person of twelve()) await person.clicks('join', 'as-sent');
    wish = await wishing('Mira Chandra');
    await round.does(routes.beginMatching);
    sent = await sends();
    const why = async (asker: string, nominee: string) =>
      (await nomineesFor(sandbox, round, asker)).find(({ person }) => person.name === nominee)?.why;
    expect(await why(wish.by, wish.about)).toBe('You said that you work closely with them.');
    expect(await why(wish.about, wish.by)).toBe('Not available this round.');
    expect(await sandbox.as(wish.about).calls(routes.myWishes, { roundId: round.id })).toMatchObject({ closely: [], trusted: [] });
  });

  it('[CP-31] [CP-22] a name in their own line is refused in words, and their match stands', async () => {
    story = await someoneToName(
      sandbox,
      round,
      sent.filter((match) => !membersOf(match).some((name) => name === leader || name === peoplePartner)),
    );
    const asker = sandbox.as(story.asker);
    const close = (await nomineesFor(sandbox, round, story.asker)).find(({ why }) => why?.includes('management chain') === true);
    expect(close?.why).toContain('you');
    const refused = await asker.asks(routes.suggestPartner, { roundId: round.id }, { personId: close?.person.id ?? '' });
    expect(refused).toMatchObject({ ok: false, error: { status: 422, code: 'nominee' } });
    expect(await standing(story.asker)).toBe('asked');
  });

  it('[CP-31] [CP-33] then another: they are asked on a card like any other, the partner left reads the neutral words, and nobody else sees anything', async () => {
    const { asker, nominee, left } = story;
    const other = names.find((name) => ![asker, nominee, left, leader].includes(name)) ?? '';
    const before = JSON.stringify([await sandbox.as(other).me(), await sandbox.as(other).chat()]);
    await sandbox.as(asker).calls(routes.suggestPartner, { roundId: round.id }, { personId: idOf(nominee) });
    const newest = async (name: string) => wordsOf((await sandbox.as(name).chat()).at(-1)?.card);
    for (const [name, news] of [
      [nominee, asker],
      [left, 'being reworked'],
    ] as const)
      await until(
        `The news of ${name}`,
        () => newest(name),
        (said) => said.includes(news),
      );
    expect((await sandbox.as(asker).round()).match).toMatchObject({ kind: 'waiting', suggested: 'asked' });
    expect(titleOf((await sandbox.as(left).chat()).at(-1)?.card)).toBe('Your match is being reworked');
    const card = (await sandbox.as(nominee).chat()).at(-1)?.card;
    expect(wordsOf(card)).toContain(asker);
    expect(wordsOf(card)).not.toMatch(/named|suggested you/u);
    const { proposed, beingReworked } = (await sandbox.as(leader).calls(routes.leading, { roundId: round.id })).page;
    expect(proposed.flatMap(({ members }) => members).map(({ name }) => name)).not.toContain(asker);
    expect(beingReworked.map(({ name }) => name).sort()).toEqual([asker, left].sort());
    expect((await round.board()).suggestions).toEqual([]);
    const [known] = (await sandbox.round(peoplePartner, round.id).board()).suggestions;
    expect([known?.by.name, known?.nominee.name]).toEqual([asker, nominee]);
    expect(JSON.stringify([await sandbox.as(other).me(), await sandbox.as(other).chat()])).toBe(before);
  });

  it('[CP-32] [CP-34] whoever was named picks, and those who are left are matched again with each other alone', async () => {
    const { asker, nominee, left, passedOver } = story;
    const person = sandbox.as(nominee);
    const { activityId, card } = (await person.chat()).at(-1) ?? expect.unreachable();
    const yes = buttonsOf(card).find(({ title }) => title === `Accept ${asker}`);
    await person.forges(activityId, yes?.verb ?? '', yes?.data ?? {});
    for (const name of [asker, nominee]) expect(await standing(name), name).toBe('paired');
    for (const name of [left, passedOver]) expect((await sandbox.as(name).round()).match, name).toEqual({ kind: 'being-reworked' });
    const stands = sent.map(membersOf).filter((members) => !members.some((name) => [asker, nominee].includes(name)));
    const { sent: now, reworking } = await round.board();
    expect(now.map(membersOf)).toEqual(stands);
    for (const { declinedBy } of reworking) expect(declinedBy).toBeNull();
  });

  byNight('[CP-33] [CP-34] somebody else says no; those who are free are matched anew, all meet, and nobody else hears of it', async () => {
    const open = (await round.board()).sent;
    const declined = crossing(couldMeet, [story.left, story.passedOver], open);
    const [who = '', partner = ''] = membersOf(declined);
    await accept(open.filter((match) => match !== declined));
    const others = names.filter((name) => name !== who && name !== partner);
    const before = await heard(others);
    await sandbox.as(who).clicks('declineProposal', 'as-sent');
    await round.settles();
    expect(await heard(others)).toEqual(before);
    for (const name of [who, partner]) expect((await sandbox.as(name).round()).match, name).toEqual({ kind: 'being-reworked' });
    await round.does(routes.draftAgain);
    const again = await sends();
    expect(again.flatMap(membersOf).sort()).toEqual([who, partner, story.left, story.passedOver].sort());
    await accept(again);
    await round.announces();
    for (const person of twelve()) expect(await person.round(), person.name).toMatchObject({ state: 'active', match: { kind: 'paired' } });
  });
});

describe('the months of a pair', { timeout: 240_000 }, () => {
  it('[CP-40] [CP-70] [C-02] it has its agreement, a note for one and one for both, and six sessions in Outlook, and nobody else reads a word', async () => {
    const [ada, ben] = [story.asker, story.nominee].map((name) => inPair(sandbox, round, name));
    if (ada === undefined || ben === undefined) return expect.unreachable();
    await ada.agrees('canary-agreed');
    for (const one of [ben, ada]) await one.confirms(1);
    const [version] = (await ben.sees()).versions;
    expect([version?.terms.confidentiality, version?.confirmedBy]).toEqual(['canary-agreed', [expect.anything(), expect.anything()]]);
    await ada.notes('for-me', 'canary-alone');
    await ada.notes('for-both', 'canary-both', 'shown');
    const { notes, fromPartners } = await ben.reads();
    expect([notes, JSON.stringify(fromPartners)]).toEqual([[], expect.stringContaining('canary-both')]);
    expect(JSON.stringify(fromPartners)).not.toContain('canary-alone');
    const starts = (await ada.books()).sessions.map(({ start }) => start);
    expect(starts).toHaveLength(6);
    for (const name of [story.asker, story.nominee])
      expect((await outlookOf(sandbox, name)).slice(1).map(({ start, subject }) => [start, subject])).toEqual(
        starts.map((start) => [start, 'Conversation']),
      );
    const others = names.filter((name) => name !== story.asker && name !== story.nominee);
    const seen = await Promise.all(
      [...others, administrator].map((name) => Promise.all([sandbox.as(name).me(), sandbox.as(name).chat('as-sent')])),
    );
    const run = [await round.board(), await round.overview(), await round.people()];
    for (const text of [run, ...seen].map((one) => JSON.stringify(one))) {
      expect(text).not.toContain('canary');
      for (const start of starts) expect(text).not.toContain(start);
    }
  });

  byNight('[CP-34] it ends without a word who ended it; both, and those of another that ends, are offered a new match', async () => {
    const { asker, nominee } = story;
    const others = names.filter((name) => ![asker, nominee, peoplePartner].includes(name));
    const before = await heard(others);
    await inPair(sandbox, round, asker).ends();
    await round.settles();
    for (const name of [asker, nominee]) {
      expect(await standing(name), name).toBe('being-reworked');
      const card = (await sandbox.as(name).chat()).at(-1)?.card;
      expect(titleOf(card), name).toBe('Your pair has ended');
      for (const one of names) expect(wordsOf(card), name).not.toContain(one);
    }
    expect(await heard(others)).toEqual(before);
    const ended = crossing(couldMeet, [asker, nominee], (await round.board()).pairs);
    await inPair(sandbox, round, membersOf(ended)[0] ?? '').ends();
    await round.settles();
    await round.does(routes.draftAgain);
    const again = await sends();
    expect(again.flatMap(membersOf).sort()).toEqual([asker, nominee, ...membersOf(ended)].sort());
    expect(partnerIn(matchOf(again, asker), asker)).not.toBe(nominee);
    await accept(again);
    for (const name of again.flatMap(membersOf)) expect(await standing(name), name).toBe('paired');
  });

  byNight('[CP-72] after five weeks without a session the pair is nudged, and neither who has booked nor anybody else', async () => {
    const partner = partnerIn(matchOf((await round.board()).pairs, story.asker), story.asker);
    await inPair(sandbox, round, story.asker).books();
    await sandbox.advancesClock(toNoonOfWeekday(await sandbox.advancesClock('P58D')));
    const nudges = async (name: string): Promise<number> =>
      (await sandbox.as(name).chat('as-sent')).filter(({ card }) => titleOf(card) === 'Time for the next hour?').length;
    const quiet = names.filter((name) => name !== story.asker && name !== partner);
    for (const name of quiet)
      await until(
        `The nudge of ${name}`,
        () => nudges(name),
        (count) => count === 1,
      );
    for (const name of [story.asker, partner, administrator]) expect(await nudges(name), name).toBe(0);
  });
});
