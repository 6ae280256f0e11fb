import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { idOf } from './company.js';

export type Role = keyof typeof cast;
/** Whom a call on the first round succeeds for, and its body; `person` is the one it is about. */
export type Row = {
  readonly whom: readonly Role[] | 'everybody' | 'organisers' | 'openers' | 'administrators';
  readonly body?: (about: { readonly person: string; readonly more: string; readonly op: string }) => object;
  /** The body names somebody who has to belong to the round. */
  readonly namesSomebody?: true;
};

export const cast = {
  stranger: 'Stella',
  participant: 'Ana',
  silentMember: 'Nils',
  roundLeader: 'Maya',
  peoplePartner: 'Priya',
  administrator: 'Omar',
  administratorElsewhere: 'Quinn',
  peoplePartnerElsewhere: 'Rhea',
  participantElsewhere: 'Vera',
  openerOfNone: 'Toby',
} as const;
export const openers: readonly Role[] = ['administrator', 'administratorElsewhere', 'openerOfNone'];
export const administrators: readonly Role[] = ['administrator', 'peoplePartner'];
export const organisers: readonly Role[] = [...openers, 'peoplePartner', 'peoplePartnerElsewhere'];

/** Whom some round concerns, or who may open one. */
const concerned: readonly Role[] = [...organisers, 'participant', 'silentMember', 'roundLeader', 'participantElsewhere'];

const only = (whom: Row['whom'], body?: Row['body'], names?: 'namesSomebody'): Row => ({
  whom,
  ...(body !== undefined && { body }),
  ...(names !== undefined && { namesSomebody: true }),
});
const step = { kind: 'step', text: 'Ask first', done: false } as const;
const change: Row['body'] = ({ op }) => ({ opId: op });
const plan = {
  ...{ name: 'Another', introduction: 'owner', leaderId: idOf('Maya'), peoplePartnerId: idOf('Priya'), administratorIds: [] },
  ...{ answersBy: '2026-12-04', startsOn: '2026-12-07', endsOn: '2027-05-28' },
};

/** Every route there is. A new one without a row neither compiles nor passes. */
export const rows = {
  me: only('everybody'),
  answerInvitation: only(['participant', 'roundLeader', 'silentMember'], ({ op }) => ({
    opId: op,
    answer: 'joined',
    disclosureVersion: 1,
  })),
  resources: only('everybody'),
  pulse: only(['participant', 'roundLeader', 'administrator', 'peoplePartner']),
  answerPulse: only(['participant'], ({ op }) => ({
    opId: op,
    answers: { supported: true, strengths: true, impact: true, trust: true },
  })),
  leading: only(['roundLeader']),
  pictures: only('administrators'),
  openPulse: only('administrators', ({ op }) => ({ opId: op, until: '2026-12-04' })),
  insights: only(['participant']),
  addInsight: only(['participant'], ({ op }) => ({ opId: op, text: 'canary' })),
  withdrawInsight: only(['participant'], ({ op }) => ({ opId: op, insightId: 'none' })),
  putUpWall: only('administrators', change),
  answerProposal: only(['participant'], ({ op }) => ({ opId: op, answer: 'accept' })),
  choosingBoard: only(['participant', 'roundLeader', 'silentMember', 'administrator', 'peoplePartner']),
  choosingNews: only(['participant', 'roundLeader', 'silentMember', 'administrator', 'peoplePartner']),
  askPartner: only(['participant', 'roundLeader', 'silentMember'], ({ op, person }) => ({ opId: op, personId: person })),
  answerAsk: only(['participant'], ({ op }) => ({ opId: op, answer: 'accept' })),
  openChoosing: only('administrators', change),
  pairInPerson: only(
    'administrators',
    ({ op, person, more }) => ({ opId: op, personIds: [person, more], said: 'both-yes' }),
    'namesSomebody',
  ),
  pairSpace: only(['participant']),
  changePair: only(['participant'], ({ op }) => ({ opId: op, change: { kind: 'confirm', version: 1 } })),
  clearLeftSessions: only(['participant', 'roundLeader', 'silentMember'], change),
  houseNotes: only(['participant', 'roundLeader', 'silentMember', 'administrator', 'peoplePartner']),
  writeHouseNote: only('administrators', ({ op }) => ({ opId: op, about: 'rules', text: 'canary' })),
  sessions: only(['participant']),
  sessionTimes: only(['participant']),
  bookSessions: only(['participant'], ({ op }) => ({
    ...{ opId: op, starts: ['2027-01-12T10:00:00.000Z'], having: 0, minutes: 60, place: 'teams', isPrivate: true, outlook: true },
  })),
  followSessions: only(['participant'], change),
  finishSessions: only(['participant'], change),
  otherTimes: only(['participant']),
  moveSession: only(['participant'], ({ op }) => ({ opId: op, start: '2027-01-12T10:00:00.000Z' })),
  cancelSession: only(['participant'], change),
  keepSession: only(['participant'], change),
  putInOutlook: only(['participant'], change),
  notes: only('everybody'),
  addNote: only(['participant', 'participantElsewhere'], ({ op }) => ({ opId: op, noteId: op, content: step })),
  saveNote: only(['participant'], ({ op }) => ({ opId: op, version: 'none', content: step })),
  shareNote: only(['participant'], ({ op }) => ({ opId: op, version: 'none', roundId: null })),
  deleteNote: only(['participant'], ({ op }) => ({ opId: op, version: 'none' })),
  eraseNotes: only('everybody', change),
  myData: only('everybody'),
  eraseMyData: only('everybody', change),
  pauseReminders: only(concerned, ({ op }) => ({ opId: op, until: null })),
  myWishes: only(['participant', 'roundLeader', 'silentMember']),
  saveWishes: only(['participant', 'roundLeader', 'silentMember'], ({ op, person }) => ({ opId: op, closely: [person], trusted: [] })),
  peopleToName: only(['participant', 'roundLeader', 'silentMember']),
  myFeedback: only(['participant', 'roundLeader', 'silentMember']),
  saveFeedback: only(['participant', 'roundLeader', 'silentMember'], ({ op, person, more }) => ({
    ...{ opId: op, attends: true, named: { first: person, second: more } },
  })),
  feedbackPeople: only(['participant', 'roundLeader', 'silentMember']),
  feedbackBoard: only('administrators'),
  askNames: only('administrators', ({ op }) => ({ opId: op, namesBy: '2027-05-21' })),
  moveNamesBy: only('administrators', ({ op }) => ({ opId: op, namesBy: '2027-05-21' })),
  pairFeedback: only('administrators', change),
  lockFeedback: only('administrators', ({ op, person, more }) => ({ opId: op, memberIds: [person, more], locked: true })),
  swapFeedback: only('administrators', ({ op, person, more }) => ({ opId: op, personIds: [person, more] })),
  announceFeedback: only('administrators', change),
  changeFeedbackDay: only('administrators', ({ op, person }) => ({ opId: op, gone: [person], came: [] }), 'namesSomebody'),
  undoFeedbackDay: only('administrators', change),
  nominees: only(['participant', 'roundLeader', 'silentMember']),
  suggestPartner: only(['participant', 'roundLeader', 'silentMember'], ({ op, person }) => ({ opId: op, personId: person })),
  passOnSuggestion: only('administrators', ({ op }) => ({ opId: op, pass: true })),
  rounds: only('everybody'),
  openRound: only('openers', ({ op }) => ({ opId: op, plan })),
  searchPeople: only('organisers'),
  searchGroups: only('organisers'),
  functions: only('organisers'),
  saveFunctions: only('organisers', ({ op }) => ({ opId: op, groups: [] })),
  overview: only('administrators'),
  dryRun: only('administrators'),
  lineBelow: only('administrators'),
  cardPreviews: only('administrators'),
  changePlan: only('administrators', ({ op }) => ({ opId: op, plan })),
  changeAnswersBy: only('administrators', ({ op }) => ({ opId: op, answersBy: plan.answersBy })),
  addAdministrator: only('administrators', ({ op, person }) => ({ opId: op, personId: person })),
  removeAdministrator: only('administrators', ({ op, person }) => ({ opId: op, personId: person })),
  chooseAudience: only('administrators', ({ op }) => ({ opId: op, audience: { kind: 'list', entries: ['nobody'] } })),
  syncDirectory: only('administrators', change),
  work: only('administrators'),
  cancelWork: only('administrators', change),
  resumeWork: only('administrators', change),
  people: only('administrators'),
  peopleFile: only('administrators'),
  checkPeopleFile: only('administrators', () => ({ text: 'id,name' })),
  applyPeopleFile: only('administrators', ({ op }) => ({ opId: op, text: 'id,name', version: 'canary' })),
  keptApart: only('administrators'),
  keepApart: only('administrators', ({ op, person, more }) => ({ opId: op, one: person, other: more, apart: true }), 'namesSomebody'),
  correctPerson: only('administrators', ({ op }) => ({ opId: op, functionName: 'Finance' })),
  confirmTops: only('administrators', ({ op, person }) => ({ opId: op, personIds: [person] }), 'namesSomebody'),
  decideReach: only(
    ['peoplePartner'],
    ({ op, person }) => ({ opId: op, decisions: [{ personId: person, levels: 'whole' }] }),
    'namesSomebody',
  ),
  announceKickOff: only('administrators', ({ op }) => ({ opId: op, on: '2026-11-23' })),
  kit: only('administrators'),
  writeKit: only('administrators', ({ op }) => ({ opId: op, sheet: 'declining', text: 'canary' })),
  arrangeKickOff: only('administrators', ({ op }) => ({ opId: op, start: '2026-11-23T10:00:00.000Z', minutes: 60, location: null })),
  followKickOff: only('administrators', change),
  cancelKickOff: only('administrators', change),
  awayday: only('administrators'),
  planAwayday: only('administrators', ({ op }) => ({
    ...{ opId: op, revision: 0, form: 'half', day: '2027-05-27', time: '09:00', zone: 'Europe/London', minutes: 210, location: null },
  })),
  writeAgenda: only('administrators', ({ op }) => ({
    ...{ opId: op, revision: 0, items: [{ id: 'one', kind: 'other', wording: 'canary', minutes: 30 }] },
  })),
  arrangeAwayday: only('administrators', change),
  followAwayday: only('administrators', change),
  cancelAwayday: only('administrators', change),
  holdKickOff: only('administrators', ({ op }) => ({ opId: op, commonApproach: '' })),
  openInvitations: only('administrators', change),
  beginMatching: only('administrators', change),
  draftNumbers: only('administrators'),
  draftAgain: only('administrators', ({ op, person }) => ({ opId: op, odd: { kind: 'reserve', personId: person } }), 'namesSomebody'),
  board: only('administrators'),
  proof: only('administrators'),
  lockProposal: only('administrators', ({ op }) => ({ opId: op, locked: true })),
  takeApart: only('administrators', change),
  checkPeople: only('administrators', ({ person, more }) => ({ memberIds: [person, more] }), 'namesSomebody'),
  otherPartners: only('administrators'),
  allowRepeats: only(
    'administrators',
    ({ op, person, more }) => ({ opId: op, pairs: [{ one: person, other: more }], allowed: true }),
    'namesSomebody',
  ),
  swapPeople: only('administrators', ({ op, person, more }) => ({ opId: op, one: person, other: more }), 'namesSomebody'),
  pairByHand: only('administrators', ({ op, person, more }) => ({ opId: op, memberIds: [person, more] }), 'namesSomebody'),
  undoEdit: only('administrators', ({ op }) => ({ opId: op, editId: op })),
  sendProposals: only('administrators', change),
  withdrawMatch: only('administrators', change),
  announcePairs: only('administrators', ({ op }) => ({ opId: op, withoutPartner: [] })),
  health: only('openers'),
  retryEverywhere: only('openers', ({ op }) => ({ opId: op, reason: 'blocked' })),
  dropEverywhere: only('openers', ({ op }) => ({ opId: op, reason: 'blocked' })),
  delivery: only('administrators'),
  audit: only('administrators'),
  checkAudit: only('administrators'),
  exportAudit: only('administrators', change),
  eraseLeaver: only('openers', ({ op, person }) => ({ opId: op, personId: person })),
  retryMessages: only('administrators', ({ op }) => ({ opId: op, which: { kind: 'reason', reason: 'blocked' } })),
  dropMessages: only('administrators', ({ op }) => ({ opId: op, which: { kind: 'one', messageId: 'nothing' } })),
  beginAwayday: only('administrators', change),
  closeRound: only('administrators', change),
} satisfies Record<RouteName, Row>;
