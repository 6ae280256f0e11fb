import { instant, operationId, roundId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fullName, idOf, people } from '../api/company.js';
import { type House, openHouse } from '../api/house.js';
import { paperDirectory } from '../api/paper-directory.js';
import { canaries, pathOf, playRound, spring } from '../api/played-round.js';

let house: House;
let round: ReturnType<typeof playRound>;

/** Saturday; Ana's mailbox is in Tokyo, Edda's account is blocked, and nobody knows who Finn's manager is. */
const now = Date.parse('2026-11-21T12:00:00.000Z');
const staff = people.map((person) => {
  if (person.id === idOf('Ana')) return { ...person, timeZone: 'Asia/Tokyo' };
  if (person.id === idOf('Edda')) return { ...person, enabled: false };
  return person.id === idOf('Finn') ? { ...person, managerId: null } : person;
});
const list = (...names: readonly string[]) => ({ kind: 'list', entries: names.map(idOf) });
const everybody = list(...spring.joiners, ...spring.others);
const everything = async () => JSON.stringify([await house.deps.rounds.list(), await house.deps.rounds.messages(roundId(round.id))]);

beforeAll(async () => {
  house = await openHouse({ store: 'memory', now, directory: paperDirectory(staff) });
  round = playRound(house, 'spring', spring);
  await round.does('Omar', 'openRound', { plan: round.plan, audience: everybody });
  await house.runner.runNow();
});
afterAll(() => house.close());

const dryRun = () => round.does('Omar', 'dryRun');

it('[CP-01] [CP-03] a round opened with its audience is read from the directory at once, by the same call however often it is sent', async () => {
  const again = { opId: 'spring-000001', plan: round.plan, audience: everybody };
  expect((await house.call('Omar', 'POST', pathOf('openRound'), again)).status).toBe(200);
  await house.runner.runNow();
  const overview = await round.does('Omar', 'overview');
  expect([overview.audience, overview.tally.population, overview.works.length]).toEqual(['A list of 10 people', 10, 1]);
  expect(overview.notices.map(({ code }) => code)).not.toContain('leader-not-invited');
  const without = playRound(house, 'without', spring);
  await without.does('Omar', 'openRound', { plan: without.plan, audience: list('Ana', 'Ben') });
  await house.runner.runNow();
  expect((await without.does('Omar', 'overview')).notices.map(({ code }) => code)).toContain('leader-not-invited');
});

it('[CP-24a] [CP-24b] [R-16] a dry run says of each what would come of it, those first with whom something is the matter', async () => {
  const { message, totals, people: rows, more } = await dryRun();
  expect([message, more]).toEqual(['kick-off', 0]);
  expect(totals).toEqual({ people: 10, reached: 9, blocked: 1, unreachable: 0, unconfirmed: 1, alone: 0 });
  expect(rows.slice(0, 2).map(({ person }) => person.name)).toEqual([fullName('Edda'), fullName('Finn')]);
  const of = (name: string) => rows.find(({ person }) => person.id === idOf(name)) ?? expect.unreachable();
  expect(of('Edda')).toMatchObject({ message: 'blocked', first: null });
  expect(of('Finn').chain.kind).toBe('unconfirmed');
  expect(of('Ana')).toMatchObject({ zone: { name: 'Asia/Tokyo', source: 'mailbox' }, first: { local: '2026-11-23T09:00' } });
  expect(of('Ana').first?.at).toBe(instant('2026-11-23T00:00:00.000Z'));
  // Maya leads and so keeps clear of those alone who report to her: Ana, Ben, Cleo and Dev. Edda is blocked and counts for nobody.
  expect(of('Maya').prospect).toEqual({ line: 4, sameFunction: 0, earlier: 0, otherLine: 0, apart: 0, possible: 4 });
});

it('[CP-24d] counts whom administrators keep apart', async () => {
  const apart = (one: string, other: string) =>
    deps.organisation.snapshot().then(({ apart: { etag, pairs } }) =>
      deps.organisation.change({
        ...{ opId: operationId(`apart-${one}-${other}`), corrections: [] },
        apart: {
          etag,
          pairs: [...pairs, { memberIds: [idOf(one), idOf(other)], by: idOf('Priya'), at: instant('2026-11-20T09:00:00.000Z') }],
        },
        audit: { at: instant('2026-11-20T09:00:00.000Z'), by: idOf('Priya'), action: 'people.keep-apart', subject: {}, result: 'done' },
      }),
    );
  const { deps } = house;
  const before = (await dryRun()).people.find(({ person }) => person.id === idOf('Gwen'))?.prospect;
  await apart('Gwen', 'Nils');
  const after = (await dryRun()).people.find(({ person }) => person.id === idOf('Gwen'))?.prospect;
  expect(after).toEqual({ ...before, apart: 1, possible: (before?.possible ?? 0) - 1 });
});

it('finds people by name, and goes on where the last answer ended', async () => {
  const search = async (query: string) => (await house.call('Omar', 'GET', `${pathOf('dryRun', { roundId: round.id })}?${query}`)).body;
  expect(await search('q=gw')).toMatchObject({ people: [{ person: { name: fullName('Gwen') } }], more: 0, totals: { people: 10 } });
  expect(await search('from=9')).toMatchObject({ people: [expect.anything()], more: 0 });
  expect(await search('from=nine')).toMatchObject({ people: { length: 10 } });
});

it('sends nothing and changes nothing, whatever is looked at beforehand', async () => {
  const before = await everything();
  await dryRun();
  await round.does('Priya', 'cardPreviews');
  await round.does('Priya', 'lineBelow', undefined, { personId: idOf('Maya') });
  expect(await everything()).toBe(before);
  expect(await house.deps.rounds.unsent(roundId(round.id))).toEqual([]);
});

it('[CP-24d] tells the same whatever anybody has named in private, and what their own Teams says of where they are', async () => {
  const before = await dryRun();
  await house.deps.zones.note(idOf('Gwen'), 'tab', 'Asia/Tokyo');
  const wishes = [{ value: { by: idOf('Gwen'), closely: [idOf('Hugo')], trusted: [] }, etag: null }];
  await house.deps.rounds.commit({ roundId: roundId(round.id), opId: operationId('named-0001'), audit: [], wishes });
  expect(await dryRun()).toEqual(before);
});

it('[CP-24a] shows who stands how far below somebody, for whoever the round is for and nobody else', async () => {
  const { levels } = await round.does('Priya', 'lineBelow', undefined, { personId: idOf('Maya') });
  expect(levels.map(({ people: named }) => named.map(({ name }) => name.split(' ')[0]))).toEqual([
    ['Ana', 'Ben', 'Cleo', 'Dev'],
    ['Edda', 'Gwen', 'Hugo', 'Nils'],
  ]);
});

it('[CP-11] [CP-60] shows the very cards that would be sent, to somebody who has not answered', async () => {
  const { cards } = await round.does('Omar', 'cardPreviews');
  expect(cards.map(({ kind }) => kind)).toEqual(['kick-off', 'invitation', 'invitation-reminder', 'match']);
  const written = cards.map(({ card }) => JSON.stringify(card));
  for (const one of written) expect(one).toContain(canaries.name);
  expect(written[1]).toContain('"verb":"join"');
});

it('[CP-14] a template gives its settings and none of its people, and only to whoever administers it', async () => {
  await round.does('Omar', 'writeKit', { sheet: 'invitation', text: 'As we say it here.' });
  const after = playRound(house, 'after', spring);
  await after.does('Omar', 'openRound', { plan: after.plan, template: round.id });
  const overview = await after.does('Omar', 'overview');
  expect(overview).toMatchObject({ follows: null, audience: null, reach: [] });
  expect((await after.does('Omar', 'kit')).sheets).toMatchObject([{ sheet: 'invitation', text: 'As we say it here.' }]);
  const refused = await house.call('Toby', 'POST', pathOf('openRound'), { opId: 'foreign-000001', plan: after.plan, template: round.id });
  expect(refused.status).toBe(404);
});

const invitationOf = async (who: string) => (await round.does(who, 'me')).rounds.find(({ id }) => id === round.id)?.ownWords.invitation;
const hidden = { tried: 'canary of words that are tried', written: 'canary of words in [the invitation](https://evil.example)' };

it('[S-14] words of one’s own are looked at as the card before they are kept, and nobody but administrators hears of them', async () => {
  const tried = (who: string) =>
    house.call(who, 'POST', pathOf('tryOwnWords', { roundId: round.id }), { card: 'invitation', text: hidden.tried });
  const { text } = await tried('Priya');
  expect(text).toContain(`${fullName('Priya')} writes`);
  expect(text).toContain(hidden.tried);
  expect(await everything()).not.toContain(hidden.tried);
  expect((await tried('Ana')).status).toBe(404);
  await round.does('Priya', 'writeOwnWords', { card: 'invitation', text: ` ${hidden.written} ` });
  const { cards } = await round.does('Omar', 'ownWords');
  expect(cards).toMatchObject([
    { card: 'invitation', said: { text: hidden.written, by: { name: fullName('Priya') } }, open: true, before: null },
    { card: 'match', said: null, open: true },
  ]);
  expect((await house.call('Ana', 'GET', pathOf('me'))).text).not.toContain('canary of words');
  const { lines } = await round.does('Omar', 'audit');
  expect(lines.map(({ action }) => action)).toContain('words.write');
  expect(JSON.stringify(lines)).not.toContain('canary of words');
});

it('[CP-33] is of use before anybody is asked, and refused once they are', async () => {
  await round.invites();
  const answer = await house.call('Omar', 'GET', pathOf('dryRun', { roundId: round.id }));
  expect(answer.status).toBe(409);
});

it('[S-14] what an administrator says stands with every invitation as plain text, under their name, until it is answered; and is changed no more', async () => {
  expect(await invitationOf('Ana')).toEqual({
    text: hidden.written,
    by: { id: idOf('Priya'), name: fullName('Priya'), functionName: expect.anything() },
  });
  const { cards } = await round.does('Omar', 'cardPreviews');
  expect(JSON.stringify(cards.find(({ kind }) => kind === 'invitation-reminder')?.card)).toContain(
    '\\\\[the invitation\\\\](https://evil.example)',
  );
  await round.answers('Ana', 'joined');
  expect(await invitationOf('Ana')).toBeNull();
  const late = { opId: round.opId(), card: 'invitation', text: 'Something else.' };
  expect((await house.call('Priya', 'PUT', pathOf('writeOwnWords', { roundId: round.id }), late)).status).toBe(409);
  expect((await round.does('Priya', 'writeOwnWords', { card: 'match', text: 'Trust it.' })).cards.map(({ open }) => open)).toEqual([
    false,
    true,
  ]);
  expect((await house.call('Stella', 'GET', pathOf('me'))).text).not.toContain('canary of words');
  expect(house.lines.join()).not.toContain('canary of words');
});
