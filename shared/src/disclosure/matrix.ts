import { auditFields } from './audit-fields.js';
import { awaydayFields } from './awayday-fields.js';
import { boardFields } from './board-fields.js';
import { choosingFields } from './choosing-fields.js';
import { closingFields } from './closing-fields.js';
import { coachFields } from './coach-fields.js';
import { feedbackFields } from './feedback-fields.js';
import { leadingFields } from './leading-fields.js';
import { myDataFields, noteFields } from './my-data-fields.js';
import { openingFields } from './opening-fields.js';
import { progressFields } from './progress-fields.js';
import { all } from './rows.js';
import { upkeepFields } from './upkeep-fields.js';

/** Who may stand towards a person in a round; everybody of the organisation is at least a stranger. */
export const readers = ['self', 'partner', 'people-partner', 'administrator', 'round-leader', 'participant', 'stranger'] as const;
export type Reader = (typeof readers)[number];

const organisers = ['people-partner', 'administrator'] as const;

/** What may be known of a person in a round, and by whom (C-02, CP-33). Whatever is not listed for a reader never reaches them. */
export const facts = {
  /** The round as everybody in its population may see it: its name, dates and people in charge. */
  round: ['self', 'partner', ...organisers, 'round-leader', 'participant'],
  /** Their name and function, where they are named as themselves. */
  own: ['self'],
  joined: ['self', 'partner', ...organisers, 'round-leader', 'participant'],
  /** Joined, sitting out or silent; the last two are nobody's business but the organisers'. */
  answer: ['self', ...organisers],
  /** Department, manager, doubts about the chain, the zone of the mailbox, what was put right by hand, whether messages arrive. */
  record: [...organisers],
  /** Counts, notices and progress of the round's page; sentences there may name people. */
  organising: [...organisers],
  /** A draft that was not yet approved. */
  draft: [...organisers],
  'proposed-match': ['self', 'partner', ...organisers, 'round-leader'],
  /** What speaks for a match, to those in it and to those who approve it (CP-24d). */
  reasons: ['self', 'partner', ...organisers],
  /** What the organisers give the round leader to say. */
  leading: [...organisers, 'round-leader'],
  'being-reworked': ['self', 'partner', ...organisers, 'round-leader'],
  /** A yes before the pair is formed: it points to whom the no would come from. */
  acceptance: ['self', 'people-partner'],
  decline: ['self', 'people-partner'],
  /** Who named whom, before it is a pair; to whom is named it is a match like any other (CP-31). */
  suggestion: ['self', 'people-partner'],
  /** Who asks whom where partners are chosen in the open, and what is answered: the two alone, whatever anybody's role (tension 3). */
  ask: ['self', 'partner'],
  /** How many are without a partner there: whoever helps them in person. */
  left: ['round-leader'],
  /** Whom one may name, and why not: what is public or the asker's own (CP-24d). */
  nominee: ['self', 'partner', 'participant'],
  /** With whom somebody works closely and whom they would trust: theirs alone, whatever anybody's role (CP-21, CP-24c). */
  wishes: ['self'],
  /** Whom a round is for, without what anybody answered; to those who have joined it. */
  population: ['self', 'partner', ...organisers, 'round-leader', 'participant'],
  /** What a pair agrees on with each other, in any version: for its own people, and nobody else whatever their role. */
  agreement: ['self', 'partner'],
  /** When and where a pair meets, its zones and who books; no organiser learns of it. */
  sessions: ['self', 'partner'],
  /** What somebody writes for themselves; nobody else has a way to it (C-02, C-07). */
  note: ['self'],
  /** A single note that its author chose to show to whom they are in a pair with. */
  'shared-note': ['self', 'partner'],
  /** Whom one would like to hear from at the Awayday: theirs alone, whatever anybody's role (CP-81). */
  'feedback-names': ['self'],
  /** Who takes part in the feedback pairs, and with whom; each reads their own. */
  'feedback-pair': ['self', ...organisers],
  pair: ['self', 'partner', ...organisers, 'round-leader', 'participant'],
  /** The share of pairs on their rhythm, once a week and rounded; how any of them meets is `sessions` (CP-72, C-03). */
  'rhythm-share': [...organisers],
  /** How often functions are tied together by pairs that are announced; it follows from these. */
  ties: [...organisers, 'round-leader'],
  /** Whether somebody has answered the closing pulse; what they said is told to nobody, and kept of nobody (CP-96). */
  'pulse-turn': ['self'],
  /** The sums of the closing pulse, once it is over: to all alike. */
  'pulse-result': ['self', 'partner', ...organisers, 'round-leader', 'participant'],
  /** What somebody chose to put on the insights wall, with their name; organisers who do not take part do not read it (CP-85). */
  insight: ['self', 'partner', 'participant'],
  /** What searching the directory tells whoever may open a round or is named on one. */
  directory: [...organisers],
  /** Whether the product works, for whoever holds the app role; nobody is named and no round. */
  upkeep: [...organisers],
  /** 2:2 Coaching, as its coordinators see it: nobody of a round by their part in it, whatever that is (tension 6). */
  coordinating: [],
} as const satisfies Readonly<Record<string, readonly Reader[]>>;
export type Fact = keyof typeof facts;

type Rows = Readonly<Record<string, Fact>>;

/**
 * Every field of every answer, by schema and path, and the fact that it tells. Somebody by name (`Named`) is one field.
 * `path=value` is a row of its own for one value of a field. A field without a row fails the tests (C-02).
 */
export const fields: Rows = {
  ...all('Me.', 'own', ['person.id', 'person.name', 'guest', 'administers', 'mayOpenRounds', 'today', 'pausedUntil']),
  ...all('Me.hours.', 'own', ['zone', 'source', 'days[]', 'from', 'to']),
  ...all('Me.rounds[].', 'round', ['id', 'name', 'state', 'startsOn', 'endsOn', 'answersBy', 'leader', 'peoplePartner', 'kickOffOn']),
  ...all('Me.rounds[].', 'round', ['mode', 'keptDays']),
  ...all('Me.rounds[].ownWords.', 'round', ['invitation.text', 'invitation.by', 'match.text', 'match.by']),
  ...all('Me.rounds[].kickOffMeeting.', 'round', ['start', 'minutes', 'location', 'joinUrl']),
  ...all('Me.rounds[].awayday.', 'round', awaydayFields),
  ...all('Me.rounds[].', 'round', ['commonApproach', 'disclosureVersion', 'canAnswer', 'pulse.until', 'pulse.open', 'insightsWall']),
  ...all('Me.rounds[].', 'own', [
    'answer',
    'match.kind',
    'match.proposalId',
    'match.answerBy',
    'match.formedAt',
    'match.suggested',
    'leftSessions',
    'pausedUntil',
    'sharedUntil',
    'maySuggest',
  ]),
  ...all('Me.rounds[].questions[].', 'own', ['proposalId', 'answerBy', 'accepted']),
  'Me.rounds[].questions[].third': 'proposed-match',
  'Me.rounds[].questions[].partners[]': 'proposed-match',
  'Me.rounds[].questions[].reasons[]': 'reasons',
  ...all('Nominees.', 'nominee', ['people[].person', 'people[].standing', 'people[].why', 'more']),
  'MyWishes.open': 'round',
  ...all('MyWishes.', 'wishes', ['closely[]', 'trusted[]']),
  ...all('PeopleToName.', 'population', ['people[]', 'more']),
  'Me.rounds[].match.partners[]': 'proposed-match',
  'Me.rounds[].match.reasons[]': 'reasons',
  'Me.rounds[].pairCount': 'pair',
  'Me.rounds[].leads.joined': 'joined',
  ...all('Me.rounds[].leads.', 'proposed-match', ['proposed', 'pairs']),
  'Me.rounds[].leads.insightsScript': 'leading',
  ...all('Me.leadsFromOutside[].', 'round', ['id', 'name', 'peoplePartner']),

  ...feedbackFields,
  ...leadingFields,
  ...progressFields,
  ...all('PairSpace.', 'agreement', ['members[]', 'formedAt', 'open', 'mayEnd', 'versions[].version', 'versions[].savedBy']),
  ...all('PairSpace.versions[].', 'agreement', ['savedAt', 'own[].person', 'confirmedBy[]']),
  ...all('PairSpace.versions[].terms.', 'agreement', ['meetings', 'minutes', 'place', 'books', 'noticeHours', 'notes', 'recordingOff']),
  ...all('PairSpace.versions[].terms.', 'agreement', ['confidentiality', 'contact', 'awayday', 'drift']),
  ...all('PairSpace.versions[].own[].words.', 'agreement', ['wants', 'challenge', 'shutsDown']),
  ...all('LeftSessions.', 'sessions', ['left', 'calendar', 'claims']),
  ...all('HouseNotes.notes[].', 'round', ['about', 'text', 'at']),
  ...closingFields,
  ...choosingFields,
  ...all('Sessions.', 'sessions', ['members[]', 'zones[].person', 'zones[].zone', 'from', 'to', 'open', 'fewest', 'calendar', 'claims']),
  ...all('Sessions.sessions[].', 'sessions', ['id', 'start', 'minutes', 'place', 'isPrivate', 'organiser', 'mine', 'held', 'inOutlook']),
  ...all('Sessions.sessions[].', 'sessions', ['pending', 'movesTo', 'joinUrl', 'recordable']),
  ...all('SessionTimes.', 'sessions', ['members[]', 'minutes', 'sessions[].start', 'sessions[].alternatives[]', 'missing', 'stretch']),
  ...all('SessionTimes.', 'sessions', ['others[]', 'unread[]', 'calendar', 'claims']),

  ...all('Notes.', 'note', ['mayWrite', 'unreadable', 'pairs[].roundId', 'pairs[].roundName']),
  'Notes.pairs[].partners[]': 'pair',
  ...all('Notes.notes[].', 'note', ['id', 'version', 'changedAt']),
  'Notes.notes[].sharedWith[]': 'shared-note',
  ...all('Notes.notes[].content.', 'note', noteFields),
  ...all('NoteSaved.note.', 'note', ['id', 'version', 'changedAt']),
  'NoteSaved.note.sharedWith[]': 'shared-note',
  ...all('NoteSaved.note.content.', 'note', noteFields),
  ...all('Notes.fromPartners[].', 'shared-note', ['id', 'author', 'changedAt']),
  ...all('Notes.fromPartners[].content.', 'shared-note', noteFields),

  ...myDataFields,

  ...all('RoundSummary[].', 'organising', ['id', 'name', 'state', 'startsOn', 'endsOn', 'population', 'joined', 'pairs']),
  ...all('RoundOverview.', 'organising', ['follows', 'next.id', 'next.name', 'mode']),
  ...all('RoundOverview.', 'organising', [
    'id',
    'name',
    'state',
    'introduction',
    'leader',
    'peoplePartner',
    'administrators[]',
    'audience',
  ]),
  ...all('RoundOverview.', 'organising', ['answersBy', 'startsOn', 'endsOn', 'waves', 'toDeliver', 'unconfirmed', 'viewerIsPeoplePartner']),
  ...all('RoundOverview.kickOff.', 'organising', ['on', 'heldAt', 'commonApproach']),
  ...all('RoundOverview.kickOff.meeting.', 'organising', ['start', 'minutes', 'location', 'joinUrl', 'organiser', 'mine', 'pending']),
  ...all('RoundOverview.kickOff.meeting.', 'organising', ['invited', 'withoutMail[]']),
  ...all('Kit.sheets[].', 'organising', ['sheet', 'text', 'by', 'at']),
  ...all('MeetingInOutlook.', 'own', ['calendar', 'claims']),
  ...all('Awayday.', 'organising', ['roundName', 'state', 'endsOn', 'zone', 'choosing', 'revision']),
  ...all('Awayday.plan.', 'round', awaydayFields),
  'Awayday.insightsScript': 'leading',
  ...all('Awayday.meeting.', 'organising', ['start', 'minutes', 'location', 'joinUrl', 'organiser', 'mine', 'pending']),
  ...all('Awayday.meeting.', 'organising', ['invited', 'withoutMail[]']),
  ...all('RoundOverview.', 'organising', ['pulse.until', 'pulse.open', 'insightsWall', 'kept.days', 'kept.most', 'kept.until']),
  ...all('RoundOverview.reach[].', 'organising', ['person', 'levels', 'by', 'at']),
  ...all('RoundOverview.tally.', 'organising', [
    'population',
    'joined',
    'sittingOut',
    'silent',
    'drafts',
    'open',
    'pairs',
    'withoutPartner',
  ]),
  ...all('RoundOverview.notices[].', 'organising', ['code', 'severity', 'text', 'people[]']),
  ...all('RoundOverview.directory.', 'organising', ['at', 'kept']),
  ...all('RoundOverview.directory.notices[].', 'organising', ['code', 'severity', 'text', 'people[]']),
  ...all('RoundOverview.works[].', 'organising', ['id', 'kind', 'state', 'done', 'total', 'text', 'mayGoOn']),
  ...all('Work.', 'organising', ['id', 'kind', 'state', 'done', 'total', 'text', 'mayGoOn']),
  'WorkStarted.workId': 'organising',
  'AdministratorRemoved.stillMine': 'own',

  ...all('DeliveryReport.', 'organising', ['name', 'closed', 'unreachable[].reason', 'unreachable[].people']),
  ...all('DeliveryReport.lines[].', 'organising', ['kind', 'sent', 'toCome', 'due', 'unreachable', 'givenUp', 'answered']),
  ...all('DeliveryReport.undelivered[].', 'record', ['id', 'person', 'kind', 'reason', 'at']),

  'RoundPeople.link': 'round',
  'RoundPeople.people[].person': 'answer',
  'RoundPeople.people[].answer': 'answer',
  ...all('RoundPeople.', 'organising', ['total', 'next', 'functions[]']),
  ...all('RoundPeople.people[].', 'record', ['department', 'manager', 'secondManager', 'directoryManager', 'chain.kind', 'chain.text']),
  ...all('RoundPeople.people[].', 'record', ['corrected[]', 'reachable', 'unreachable']),
  'PeopleFile.text': 'record',
  ...all('PeopleFileCheck.', 'record', ['version', 'faultCount', 'faults[]', 'changeCount', 'changes[].line']),
  ...all('PeopleFileCheck.changes[].', 'record', ['person', 'text']),
  'PeopleFileApplied.changes': 'record',
  ...all('KeptApartList.pairs[].', 'record', ['people[]', 'by', 'at']),
  ...all('RoundPeople.people[].zone.', 'record', ['name', 'source']),
  'RoundPeople.people[].standing': 'answer',
  'RoundPeople.people[].standing=waiting': 'acceptance',

  ...boardFields,
  ...openingFields,

  ...upkeepFields,
  ...auditFields,
  ...coachFields,
  ...all('Functions.', 'directory', ['groups[].name', 'groups[].departments[]', 'departments[].name', 'departments[].people']),
  ...all('PeopleFound.people[].', 'directory', ['id', 'name', 'functionName', 'mail', 'jobTitle']),
  ...all('GroupsFound.groups[].', 'directory', ['id', 'name']),
};
