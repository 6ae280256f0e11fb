import { administratorCard, administratorRemovedCard } from '@coaching-pairs/bot/cards/administrator-card';
import type { CardJson, CardMaker } from '@coaching-pairs/bot/cards/card';
import { invitationCard, justJoinedCard } from '@coaching-pairs/bot/cards/invitation-card';
import { notesCard } from '@coaching-pairs/bot/cards/notes-card';
import { brokenCard, wellAgainCard } from '@coaching-pairs/bot/cards/outage-card';
import { leftSessionsCard, sessionWaitsCard } from '@coaching-pairs/bot/cards/outlook-cards';
import { overdueCard } from '@coaching-pairs/bot/cards/overdue-card';
import { pairEndedCard, textsEndCard } from '@coaching-pairs/bot/cards/pair-ended-card';
import { pauseCard } from '@coaching-pairs/bot/cards/pause-card';
import { pausedCard } from '@coaching-pairs/bot/cards/paused-card';
import { inOneLineCard, pairCard, pairInOneLineCard, proposalCard, reworkingCard } from '@coaching-pairs/bot/cards/proposal-card';
import { pulseCard } from '@coaching-pairs/bot/cards/pulse-card';
import { rhythmCard } from '@coaching-pairs/bot/cards/rhythm-card';
import { announcedCard, kickOffCard, statusCard, welcomeCard } from '@coaching-pairs/bot/cards/round-cards';
import { suggestDialog } from '@coaching-pairs/bot/cards/suggest-dialog';
import { tapCard, tappedCard } from '@coaching-pairs/bot/cards/tap-card';
import { bookCard, leaveCard, prepareCard, privacyCard } from '@coaching-pairs/bot/cards/way-cards';
import { guideFor } from '@coaching-pairs/shared/guidance/session-guides';
import { instant, plainDate, roundId } from '@coaching-pairs/shared/ids';
import type { MyMatch, MyQuestion, MyRound, Nominees } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { everyFeedbackCard } from './every-feedback-card.js';
import { everyLateCard } from './every-late-card.js';
import { everyTwoTwoCard } from './every-two-two-card.js';

export const makerFor = (locale: string, today = '2026-11-27'): CardMaker => ({
  words: wordsFor(locale),
  teamsAppId: 'c2a1d0b3-9e8f-4a7b-8c6d-5e4f3a2b1c0d',
  today: plainDate(today),
});

export const someone = (name: string, functionName: string | null = null): Named => ({ id: name.toLowerCase(), name, functionName });
export const tom = someone('Tom Berger', 'Technology');
export const aisha = someone("Aisha O'Neil-Schäfer", null);

export const roundWith = (own: Partial<MyRound> = {}): MyRound => ({
  id: 'spring',
  name: 'Leadership team, spring',
  state: 'proposed',
  mode: 'proposed',
  startsOn: '2027-01-11',
  endsOn: '2027-07-12',
  answersBy: '2026-12-04',
  leader: someone('Maya Okafor', 'Board'),
  peoplePartner: someone('Priya Raman', 'People'),
  kickOffOn: '2026-11-27',
  kickOffMeeting: null,
  commonApproach: '',
  awayday: null,
  disclosureVersion: 1,
  answer: 'joined',
  canAnswer: true,
  match: { kind: 'none' },
  ownWords: { invitation: null, match: null },
  questions: [],
  leftSessions: 0,
  pulse: null,
  insightsWall: false,
  pausedUntil: null,
  sharedUntil: null,
  keptDays: 30,
  maySuggest: false,
  pairCount: 0,
  leads: null,
  ...own,
});

const reasons = ['6 steps apart in the organisation'];
export const asked = (...partners: Named[]): MyMatch => ({ kind: 'asked', proposalId: 'p1', partners, reasons, answerBy: '2026-12-18' });
export const waiting = (...partners: Named[]): MyMatch => ({ kind: 'waiting', proposalId: 'p1', partners, reasons, suggested: null });
/** Somebody's own choice, which is asked or lies with the people partner. */
export const suggested = (how: 'asked' | 'held', ...partners: Named[]): MyMatch => ({
  kind: 'waiting',
  proposalId: 'p1',
  partners,
  reasons,
  suggested: how,
});
export const question = (proposalId: string, ...partners: Named[]): MyQuestion => ({
  proposalId,
  partners,
  ...{ reasons, answerBy: '2026-12-18' },
  ...{ third: null, accepted: false },
});
export const paired = (...partners: Named[]): Extract<MyMatch, { kind: 'paired' }> => ({
  kind: 'paired',
  partners,
  formedAt: '2026-12-10T09:00:00.000Z',
});
export const reworking: MyMatch = { kind: 'being-reworked' };

const matches: readonly (readonly [string, MyMatch])[] = [
  ['none', { kind: 'none' }],
  ['asked', asked(tom)],
  ['asked, three', asked(tom, aisha)],
  ['waiting', waiting(tom)],
  ['waiting, three', waiting(tom, aisha)],
  ['suggested', suggested('asked', tom)],
  ['suggested, with the people partner', suggested('held', tom)],
  ['being reworked', reworking],
  ['paired', paired(tom)],
  ['paired, three', paired(tom, aisha)],
];

const outage = {
  since: instant('2026-11-21T09:00:00.000Z'),
  troubles: ['graph', 'backlog'],
  endedAt: instant('2026-11-21T11:00:00.000Z'),
} as const;

const choices: readonly (readonly [string, Partial<MyRound>])[] = [
  ['named, without a match', { questions: [question('p2', aisha)] }],
  ['two', { match: asked(tom), questions: [question('p2', aisha)] }],
  ['a trio and another', { match: asked(tom, someone('Lena Novak', 'Sales')), questions: [question('p2', aisha)] }],
  ['after a yes', { match: waiting(tom), questions: [question('p2', aisha)] }],
  ['after a suggestion', { match: suggested('asked', tom), questions: [question('p2', aisha)] }],
  ['four', { match: asked(tom), questions: ['p2', 'p3', 'p4'].map((id) => question(id, aisha)) }],
];

/** While partners are chosen in the open. */
const onBoard = { mode: 'open-choice', state: 'choosing' } as const;
const asksOnBoard: readonly (readonly [string, Partial<MyRound>])[] = [
  ['by one', { questions: [question('p2', aisha)] }],
  ['by two, asking too', { match: suggested('asked', tom), questions: [question('p2', aisha), question('p3', tom)] }],
  ['over', {}],
];

const nominees: Nominees = {
  people: [
    { person: aisha, standing: 'possible', why: null },
    { person: someone('Lena Novak', 'Sales'), standing: 'needs-tap', why: '6 steps' },
    { person: tom, standing: 'not-possible', why: 'Not available.' },
  ],
  more: 3,
};

const suggestion = {
  id: 'p1',
  by: someone('Lena Novak', 'Sales'),
  nominee: someone('Tom Berger', 'Sales'),
  needsTap: true,
  reasons,
  answerBy: '2026-12-18',
};

type Shown = { readonly name: string; readonly card: CardJson; readonly changes: boolean };

/** Every card in every state, by name; `changes` says whether what it shows can still become something else. */
export const everyCard = (maker: CardMaker, own: Partial<MyRound> = {}): readonly Shown[] => {
  const show = (name: string, card: CardJson, changes = true): Shown => ({ name, card, changes });
  const round = (more: Partial<MyRound>): MyRound => roundWith({ ...own, ...more });
  const over = { state: 'active', canAnswer: false } as const;
  return [
    show('welcome', welcomeCard(maker), false),
    show('pair ended', pairEndedCard(maker, round({})), false),
    show('pair ended, sessions left', pairEndedCard(maker, round({ leftSessions: 3 })), false),
    show('session waits', sessionWaitsCard(maker, round({ match: paired(tom) })), false),
    ...[1, 6].map((leftSessions) => show(`left sessions, ${leftSessions}`, leftSessionsCard(maker, round({ leftSessions })), false)),
    show('kick-off', kickOffCard(maker, round({ state: 'kick-off', answer: 'none', canAnswer: false })), false),
    ...[false, true].map((more) =>
      show(`invitation, more: ${more}`, invitationCard(maker, round({ state: 'inviting', answer: 'none' }), more)),
    ),
    ...matches.map(([name, match]) => show(`invitation, joined, ${name}`, invitationCard(maker, round({ match }), false))),
    ...matches.map(([name, match]) => show(`invitation, joined, over, ${name}`, invitationCard(maker, round({ ...over, match }), false))),
    show('invitation, just joined', justJoinedCard(maker, round({ state: 'inviting' }))),
    show('invitation, joined, skipped', invitationCard(maker, round({ state: 'inviting' }), false)),
    show('invitation, just joined, late', justJoinedCard(maker, round({}))),
    show('invitation, out', invitationCard(maker, round({ answer: 'sitting-out' }), false)),
    show('invitation, out, over', invitationCard(maker, round({ ...over, answer: 'sitting-out' }), false)),
    show('invitation, closed', invitationCard(maker, round({ ...over, answer: 'none' }), false)),
    ...matches.map(([name, match]) => show(`proposal, ${name}`, proposalCard(maker, round({ match }), 'p1'), match.kind !== 'paired')),
    ...(['asked', 'waiting', 'being-reworked'] as const).map((kind) => {
      const match = { asked: asked(tom), waiting: waiting(tom), 'being-reworked': reworking }[kind];
      return show(`proposal, ${kind}, may suggest`, proposalCard(maker, round({ match, maySuggest: true }), 'p1'));
    }),
    ...asksOnBoard.map(([name, own]) => show(`ask, ${name}`, proposalCard(maker, round({ ...onBoard, ...own }), 'p2'))),
    show('status, asked on the board', statusCard(maker, round({ ...onBoard, questions: [question('p2', aisha)] }))),
    ...choices.map(([name, own]) => show(`choice, ${name}`, proposalCard(maker, round(own), 'p2'))),
    show('status, choice', statusCard(maker, round({ match: asked(tom), questions: [question('p2', aisha)] }))),
    show(
      'suggest someone',
      suggestDialog(maker, { round: round({ match: asked(tom) }), found: nominees, query: '', said: '6 steps apart' }),
      false,
    ),
    show('tap', tapCard(maker, { round: { id: 'spring', name: 'Leadership team, spring' }, suggestion })),
    show('tapped', tappedCard(maker, { id: 'spring', name: 'Leadership team, spring' }), false),
    show('invitation, again', invitationCard(maker, round({ state: 'inviting', answer: 'none' }), false, true)),
    show('proposal, again', proposalCard(maker, round({ match: asked(tom) }), 'p1', true)),
    show('matches overdue', overdueCard(maker, { id: roundId('spring'), name: 'Leadership team, spring' }, 3), false),
    show('proposal, of long ago', proposalCard(maker, round({ match: asked(tom) }), 'p0')),
    show('reworking, as a message', reworkingCard(maker, round({ match: reworking }), 'p1')),
    show('in one line', inOneLineCard(maker, round({ match: reworking })), false),
    show('pair in one line', pairInOneLineCard(maker, round({ ...over, match: paired(tom) })), false),
    ...[paired(tom), paired(tom, aisha)].map((match, index) =>
      show(`pair of ${index + 2}`, pairCard(maker, round({ match }), match), false),
    ),
    ...matches.map(([name, match]) => show(`announced, ${name}`, announcedCard(maker, round({ ...over, match })), false)),
    ...matches.map(([name, match]) => show(`status, ${name}`, statusCard(maker, round({ match })))),
    ...matches.map(([name, match]) => show(`status, over, ${name}`, statusCard(maker, round({ ...over, match })))),
    show('status, before the invitations', statusCard(maker, round({ state: 'kick-off', answer: 'none', canAnswer: false }))),
    show('status, out', statusCard(maker, round({ answer: 'sitting-out' }))),
    show('administrator', administratorCard(maker, { id: roundId('spring'), name: round({}).name }), false),
    show('administrator no longer', administratorRemovedCard(maker, round({})), false),
    show('paused', pausedCard(maker, round({}), '2026-12-14'), false),
    show('notes', notesCard(maker), false),
    show('book', bookCard(maker, round({})), false),
    ...[0, 3, 7].map((meeting) => show(`prepare ${meeting}`, prepareCard(maker, round({}), guideFor(meeting)), false)),
    ...everyLateCard(maker, round({ ...over, match: paired(tom) }), aisha),
    ...everyTwoTwoCard(maker),
    show('leave', leaveCard(maker, round({})), false),
    show('leave a pair', leaveCard(maker, round({ match: paired(tom) })), false),
    show('privacy', privacyCard(maker), false),
    show('texts end', textsEndCard(maker, round({ state: 'closed', match: paired(tom) }), '2027-08-11'), false),
    show('pulse', pulseCard(maker, round({ state: 'active' }), '2027-06-30'), false),
    ...everyFeedbackCard(maker, [tom, aisha]),
    show('rhythm', rhythmCard(maker, round({ state: 'active' })), false),
    show('pause', pauseCard(maker, null)),
    show('pause, begun', pauseCard(maker, plainDate('2026-12-18'))),
    ...[brokenCard, wellAgainCard].map((card) =>
      show(card.name, card(maker, outage, { zone: 'Europe/London', place: 'admin/health' }), false),
    ),
    show('status, silent, over', statusCard(maker, round({ ...over, answer: 'none' }))),
  ];
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every object anywhere in a card that has a `type`. */
export const elementsOf = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (!isObject(value)) return [];
  return [...(typeof value['type'] === 'string' ? [value] : []), ...Object.values(value).flatMap(elementsOf)];
};

/** Every text that people read on a card. */
export const textsOf = (card: CardJson): readonly string[] =>
  [...elementsOf(card), ...elementsOf(card).flatMap(({ facts }) => (Array.isArray(facts) ? facts.filter(isObject) : []))].flatMap(
    (element) => ['text', 'title', 'value', 'fallbackText'].flatMap((name) => (typeof element[name] === 'string' ? [element[name]] : [])),
  );
