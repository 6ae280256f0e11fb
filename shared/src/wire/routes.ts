import { auditRoutes } from './audit-routes.js';
import { awaydayRoutes } from './awayday-routes.js';
import {
  AllowRepeats,
  Board,
  BoardPage,
  CheckPeople,
  CheckResult,
  DraftMatches,
  DraftNumbers,
  LockProposal,
  OtherPartners,
  PairByHand,
  PassOn,
  SwapPeople,
  TakeApart,
  UndoEdit,
} from './board.js';
import { choosingRoutes } from './choosing-routes.js';
import { closingRoutes } from './closing-routes.js';
import { ChooseUndelivered, DeliveryReport } from './delivery.js';
import { engagementMeetingRoutes } from './engagement-meeting-routes.js';
import { engagementRoutes } from './engagement-routes.js';
import { feedbackRoutes } from './feedback-routes.js';
import { ChooseReason, Health } from './health.js';
import { Kit, WriteKit } from './kit.js';
import { leadingRoutes } from './leading-routes.js';
import { AnswerInvitation, AnswerProposal, Me, Nominees, PauseReminders, SuggestPartner } from './mine.js';
import { MyData } from './my-data.js';
import { DeleteNote, NewNote, NoteSaved, Notes, SaveNote, ShareNote } from './notes.js';
import { openingRoutes } from './opening-routes.js';
import { HouseNotes, WriteHouseNote } from './pair.js';
import { pairRoutes } from './pair-routes.js';
import { Empty, Work, WorkStarted } from './parts.js';
import { Functions, GroupsFound, PeopleFound, SaveFunctions } from './people.js';
import { peopleRoutes } from './people-routes.js';
import { progressRoutes } from './progress-routes.js';
import { proofRoutes } from './proof-routes.js';
import {
  AdministratorRemoved,
  AnnounceKickOff,
  AnnouncePairs,
  ArrangeKickOff,
  Change,
  ChangeAnswersBy,
  ChangePlan,
  ChooseAdministrator,
  ChooseAudience,
  DecideReach,
  HoldKickOff,
  MeetingInOutlook,
  OpenRound,
  RoundOverview,
  RoundSummary,
} from './rounds.js';
import { get, post, put } from './route.js';
import { twoTwoRoutes } from './two-two-routes.js';
import { MyWishes, PeopleToName, SaveWishes } from './wishes.js';

const round = '/api/admin/rounds/{roundId}';
const note = '/api/notes/{noteId}';
const myWishes = '/api/rounds/{roundId}/wishes';

/** Everything the tab can ask of the bot; the server registers exactly these, and the API's documentation is made from them. */
export const routes = {
  me: get('anyone', '/api/me', Me, 'Who I am, and the rounds I am part of'),
  answerInvitation: post('anyone', '/api/rounds/{roundId}/answer', AnswerInvitation, Me, 'Join a round or sit it out'),
  answerProposal: post(
    'anyone',
    '/api/rounds/{roundId}/proposals/{proposalId}/answer',
    AnswerProposal,
    Me,
    'Accept a proposed match, or rather not',
  ),

  pauseReminders: put('anyone', '/api/me/pause', PauseReminders, Me, 'Have no reminders until a day, or have them come again'),

  myWishes: get('anyone', myWishes, MyWishes, 'Whom I have named in private for a round'),
  saveWishes: put('anyone', myWishes, SaveWishes, MyWishes, 'Say in private with whom I work closely and whom I would trust'),
  peopleToName: get('anyone', `${myWishes}/people`, PeopleToName, 'Whom I can name, by the start of a name (query: q)'),

  ...pairRoutes,
  ...feedbackRoutes,
  ...closingRoutes,
  ...leadingRoutes,
  ...progressRoutes,
  ...choosingRoutes,
  ...twoTwoRoutes,
  ...engagementRoutes,
  ...engagementMeetingRoutes,

  notes: get('anyone', '/api/notes', Notes, 'My notes, and those that my partner shares with me'),
  addNote: post('anyone', '/api/notes', NewNote, NoteSaved, 'Write a note, for me alone'),
  saveNote: put('anyone', note, SaveNote, NoteSaved, 'Write other words in a note of mine'),
  shareNote: put('anyone', `${note}/sharing`, ShareNote, NoteSaved, 'Show a note to my partner, or to nobody any more'),
  deleteNote: post('anyone', `${note}/deletion`, DeleteNote, Empty, 'Delete a note of mine for good'),
  eraseNotes: post('anyone', '/api/notes/erasure', Change, Empty, 'Destroy the key of my notes, and all of them with it'),

  myData: get('anyone', '/api/me/data', MyData, 'Everything of mine that is kept, to be taken along'),
  eraseMyData: post('anyone', '/api/me/data/erasure', Change, Empty, 'Erase what I wrote and named for myself, in every round'),

  nominees: get('anyone', '/api/rounds/{roundId}/nominees', Nominees, 'Whom I may name as partner, by the start of a name (query: q)'),
  suggestPartner: post(
    'anyone',
    '/api/rounds/{roundId}/nominations',
    SuggestPartner,
    Me,
    'Name the partner I would rather have, which ends the match before me',
  ),

  rounds: get('anyone', '/api/admin/rounds', RoundSummary.array(), 'The rounds I am named on'),
  openRound: post('opener', '/api/admin/rounds', OpenRound, RoundOverview, 'Open a round as a draft, of its own or to follow another'),
  searchPeople: get('organiser', '/api/admin/search/people', PeopleFound, 'Find people in the directory by the start of a name (query: q)'),
  searchGroups: get('organiser', '/api/admin/search/groups', GroupsFound, 'Find Entra groups by the start of a name (query: q)'),
  functions: get('organiser', '/api/admin/functions', Functions, 'Departments, and how they are grouped into functions'),
  saveFunctions: put('organiser', '/api/admin/functions', SaveFunctions, Functions, 'Group departments into functions'),

  health: get('opener', '/api/admin/health', Health, 'How the product is: what waits, what was given up, and what does not answer'),
  retryEverywhere: post(
    'opener',
    '/api/admin/health/retry',
    ChooseReason,
    Health,
    'Send again what was given up for one reason, in every round',
  ),
  dropEverywhere: post('opener', '/api/admin/health/drop', ChooseReason, Health, 'Drop what was given up for one reason, in every round'),

  overview: get('administrator', round, RoundOverview, 'One round with its counts, notices and running work'),
  changePlan: put('administrator', `${round}/plan`, ChangePlan, RoundOverview, 'Change the plan of a draft'),
  changeAnswersBy: put('administrator', `${round}/answers-by`, ChangeAnswersBy, RoundOverview, 'Move the last day for answers'),
  addAdministrator: post('administrator', `${round}/administrators`, ChooseAdministrator, RoundOverview, 'Name another administrator'),
  removeAdministrator: post(
    'administrator',
    `${round}/administrators/remove`,
    ChooseAdministrator,
    AdministratorRemoved,
    'Let somebody administer the round no longer',
  ),
  chooseAudience: put(
    'administrator',
    `${round}/audience`,
    ChooseAudience,
    WorkStarted,
    'Choose the population and read it from the directory',
  ),
  syncDirectory: post('administrator', `${round}/directory`, Change, WorkStarted, 'Read the directory again'),
  work: get('administrator', `${round}/works/{workId}`, Work, 'How far long work has come'),
  cancelWork: post('administrator', `${round}/works/{workId}/cancel`, Change, Work, 'Stop long work'),
  resumeWork: post('administrator', `${round}/works/{workId}/resume`, Change, Work, 'Go on writing to everybody, where that was given up'),
  ...peopleRoutes,
  decideReach: put('administrator', `${round}/reach`, DecideReach, RoundOverview, 'Decide how far below people their lines are excluded'),
  writeHouseNote: put('administrator', `${round}/guidance`, WriteHouseNote, HouseNotes, 'Add a note of the house to the guidance'),
  announceKickOff: post('administrator', `${round}/kick-off`, AnnounceKickOff, RoundOverview, 'Call everybody to the kick-off'),
  kit: get('administrator', `${round}/kit`, Kit, 'Sheets of the organisers’ kit that were rewritten for this round'),
  writeKit: put('administrator', `${round}/kit`, WriteKit, Kit, 'Rewrite a sheet of the organisers’ kit'),
  arrangeKickOff: post(
    'administrator',
    `${round}/kick-off/meeting`,
    ArrangeKickOff,
    MeetingInOutlook,
    'Put the kick-off into the calendars of all whom it is for, or move it there',
  ),
  followKickOff: post(
    'administrator',
    `${round}/kick-off/meeting/follow`,
    Change,
    MeetingInOutlook,
    'Follow what was changed in Outlook itself',
  ),
  cancelKickOff: post(
    'administrator',
    `${round}/kick-off/meeting/cancel`,
    Change,
    MeetingInOutlook,
    'Take the kick-off out of all calendars',
  ),
  holdKickOff: post('administrator', `${round}/kick-off/held`, HoldKickOff, RoundOverview, 'Record the kick-off and its common approach'),
  ...awaydayRoutes,
  ...openingRoutes,
  ...auditRoutes,

  openInvitations: post('administrator', `${round}/invitations`, Change, WorkStarted, 'Invite the whole population'),
  draftNumbers: get(
    'administrator',
    `${round}/drafts`,
    DraftNumbers,
    'How many would be matched now, what becomes of one too many, and who may stand by (query: q)',
  ),
  beginMatching: post('administrator', `${round}/matching`, DraftMatches, WorkStarted, 'Begin matching and draft the first matches'),
  draftAgain: post('administrator', `${round}/drafts`, DraftMatches, WorkStarted, 'Draft matches for everybody who is free'),
  board: get('administrator', `${round}/board`, Board, 'Drafts, sent proposals, pairs and who is left'),
  boardPage: get(
    'administrator',
    `${round}/board/matches`,
    BoardPage,
    'One list of the board a page at a time (query: view, q, fresh, after), or where somebody stands on it (query: with)',
  ),
  ...proofRoutes,
  lockProposal: put('administrator', `${round}/proposals/{proposalId}/lock`, LockProposal, Board, 'Keep a draft together, or no longer'),
  takeApart: post('administrator', `${round}/proposals/{proposalId}/apart`, TakeApart, Board, 'Take a draft apart'),
  checkPeople: post('administrator', `${round}/board/check`, CheckPeople, CheckResult, 'Ask whether people may be proposed to each other'),
  otherPartners: get(
    'administrator',
    `${round}/board/people/{personId}/others`,
    OtherPartners,
    'With whom somebody could be instead, and what it would cost',
  ),
  allowRepeats: post(
    'administrator',
    `${round}/board/repeats`,
    AllowRepeats,
    Board,
    'Record that past partners may meet again since nobody else is possible, or take that back',
  ),
  swapPeople: post('administrator', `${round}/board/swap`, SwapPeople, Board, 'Let two people change places'),
  pairByHand: post('administrator', `${round}/board/pair`, PairByHand, Board, 'Draft a match by hand'),
  undoEdit: post('administrator', `${round}/board/undo`, UndoEdit, Board, 'Take back the last change of drafts by hand'),
  sendProposals: post('administrator', `${round}/proposals`, Change, WorkStarted, 'Approve the drafts and send them'),
  withdrawMatch: post(
    'administrator',
    `${round}/proposals/{proposalId}/withdrawal`,
    Change,
    Board,
    'Take back a sent match that is still waiting for answers',
  ),
  passOnSuggestion: post(
    'administrator',
    `${round}/proposals/{proposalId}/tap`,
    PassOn,
    Board,
    'Let somebody of the same function be asked who was named, or not',
  ),
  announcePairs: post('administrator', `${round}/pairs`, AnnouncePairs, RoundOverview, 'Announce the pairs to the participants'),
  delivery: get('administrator', `${round}/delivery`, DeliveryReport, 'What was sent, what waits, and what could not be delivered'),
  retryMessages: post(
    'administrator',
    `${round}/delivery/retry`,
    ChooseUndelivered,
    DeliveryReport,
    'Send messages again that were given up: one, or all of one reason',
  ),
  dropMessages: post('administrator', `${round}/delivery/drop`, ChooseUndelivered, DeliveryReport, 'Drop messages that were given up'),
  beginAwayday: post('administrator', `${round}/begin-awayday`, Change, RoundOverview, 'Turn from the six months to the Awayday'),
  closeRound: post('administrator', `${round}/close`, Change, RoundOverview, 'Close the round'),
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
