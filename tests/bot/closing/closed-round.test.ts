import { forgetPairTexts } from '@coaching-pairs/bot/workflows/my-data/forget-texts';
import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { instant, operationId, sessionId } from '@coaching-pairs/shared/ids';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { cast, type Role, type Row } from '../api/matrix-row.js';
import { rows } from '../api/matrix-rows.js';
import { joiners, pathOf } from '../api/played-round.js';
import { type ClosingHouse, openClosingHouse } from './closing-house.js';

const names = Object.keys(routes).filter((name): name is RouteName => name in routes);
/** Whatever changes something of a round. */
const writing = names.filter((name) => routes[name].method !== 'GET' && routes[name].path.includes('{roundId}'));

/** What is carried out in a round that is over all the same, as it changes nothing of the round; all else is refused, a new route too. */
const allowed: Partial<Record<RouteName, string>> = {
  answerProposal: 'the same answer once more, which is acknowledged as it was',
  clearLeftSessions: 'takes sessions of a pair that has ended out of one’s own Outlook',
  followSessions: 'looks into one’s own Outlook',
  finishSessions: 'does in one’s own Outlook what was wished for before',
  followKickOff: 'looks into one’s own Outlook',
  cancelKickOff: 'takes what is left of it out of one’s own Outlook',
  followAwayday: 'looks into one’s own Outlook',
  cancelAwayday: 'takes what is left of it out of one’s own Outlook',
  withdrawInsight: 'what is one’s own is taken back at any time; the wall is gone by then',
  cancelWork: 'the work has ended',
  resumeWork: 'the work has ended',
  checkPeople: 'a question, asked by POST',
  checkPeopleFile: 'a look at a file, asked by POST',
  exportAudit: 'what was done, to be taken along',
  dropMessages: 'what could not be delivered is not kept for anybody’s sake',
  closeRound: 'asked for once more',
};
/** Of the organisation, and thereby of the rounds to come; of this one only a line of the audit. */
const ofTheOrganisation: readonly RouteName[] = ['correctPerson', 'confirmTops', 'keepApart'];

let closing: ClosingHouse;
/** With whom Ana is in a pair. */
let partner: string;
let proposalId: string;
let workId: string;
const meeting = sessionId('s-of-ana');

const kinds = (): ReadonlySet<string> =>
  new Set(
    closing.house
      .everyRow()
      .flatMap(({ partition, key }) => (/^(pulse|insights)~/u.test(partition) ? [partition.split('~')[0]] : [key.split('~')[0]]))
      .map(String),
  );
/** What is to be gone with the round, and what thirty days later. */
const atOnce = ['wishes', 'feedback-names', 'pulse', 'insights'];
const later = ['agreement', 'session'];

const meets = async (): Promise<void> => {
  const match = (await closing.house.deps.rounds.participant(closing.id, idOf('Ana')))?.value.match;
  if (match?.kind !== 'paired') throw new Error('Ana is in no pair.');
  const session: Session = {
    ...{ id: meeting, pairId: match.pairId, organiserId: idOf('Ana'), start: instant('2027-01-12T10:00:00.000Z'), minutes: 60 },
    ...{ place: 'teams', isPrivate: true, state: 'on', event: null, pending: null },
  };
  await closing.house.deps.rounds.commit({
    ...{ roundId: closing.id, opId: operationId('meeting-of-ana'), sessions: [{ value: session, etag: null }], audit: [] },
  });
};

beforeAll(async () => {
  closing = await openClosingHouse('2026-11-20T23:20:00.000Z', (round) =>
    round.does('Ana', 'saveWishes', { closely: [], trusted: [idOf('Ben')] }),
  );
  const { round } = closing;
  const { partners } = await round.does('Ana', 'myFeedback');
  partner = joiners.find((name) => idOf(name) === partners[0]?.id) ?? '';
  const [first, second] = joiners.filter((name) => name !== 'Ana' && name !== partner).map(idOf);
  await round.works('askNames', { namesBy: '2026-11-20' });
  await round.does('Ana', 'saveFeedback', { attends: true, named: { first, second } });
  await round.does('Priya', 'openPulse', { until: '2026-12-04' });
  await round.does('Ana', 'answerPulse', { answers: { supported: true, strengths: true, impact: true, trust: true } });
  await round.does('Priya', 'putUpWall');
  await round.does('Ana', 'addInsight', { text: 'I ask before I advise.' });
  await round.does('Ana', 'changePair', { change: { kind: 'agree', base: 0, terms: firstTerms(2), words: noWords } });
  await round.does('Ana', 'addNote', { noteId: 'note-of-ana', content: { kind: 'step', text: 'Ask first', done: false } });
  await meets();
  // Past midnight the names are closed.
  closing.house.clock.advance(45 * 60);
  await round.works('pairFeedback');
  proposalId = (await round.does('Priya', 'board')).pairs.find(({ members }) => members.some(({ id }) => id === idOf('Ana')))?.id ?? '';
  workId = (await round.does('Priya', 'overview')).works[0]?.id ?? '';
});
afterAll(() => closing.close());

describe('closing a round', () => {
  it('[C-10] takes with it at once what was promised to go, and leaves what a pair shares', async () => {
    for (const kind of [...atOnce, ...later]) expect([...kinds()], kind).toContain(kind);
    await closing.round.does('Priya', 'closeRound');
    for (const kind of atOnce) expect([...kinds()], kind).not.toContain(kind);
    for (const kind of later) expect([...kinds()], kind).toContain(kind);
    expect((await closing.round.does('Ana', 'pairSpace')).versions).toHaveLength(1);
  });

  const whoseOf = (name: RouteName): Role => {
    const { whom }: Row = rows[name];
    return (typeof whom === 'object' ? whom[0] : undefined) ?? 'peoplePartner';
  };
  const ids = () => ({ roundId: closing.round.id, proposalId, workId, sessionId: meeting, personId: idOf('Ana') });
  /** Every row of the round, but for what was asked and who did it. */
  const stored = (): readonly string[] =>
    closing.house
      .everyRow()
      .filter(({ partition, key }) => partition.includes(closing.round.id) && !/^(audit|op)~/u.test(key))
      .map(({ key, etag }) => `${key} ${etag}`);

  it.each(writing)('%s changes nothing of it from then on', async (name) => {
    const row: Row = rows[name];
    const before = stored();
    const body = row.body?.({ person: idOf('Ana'), more: idOf('Ben'), op: closing.round.opId() });
    const answer = await closing.house.call(cast[whoseOf(name)], routes[name].method, pathOf(name, ids()), body);
    expect(answer.status, answer.text).toBe(name in allowed || ofTheOrganisation.includes(name) ? 200 : 409);
    expect(stored()).toEqual(before);
  });
});

describe('thirty days later', () => {
  it('[C-10] what a pair shared is gone, and its authors’ own notes stay', async () => {
    await forgetPairTexts(closing.on('2026-12-23'));
    for (const kind of later) expect([...kinds()], kind).not.toContain(kind);
    expect((await closing.round.does('Ana', 'notes')).notes).toHaveLength(1);
  });
});
