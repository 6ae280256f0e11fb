import { ChangePair, HouseNotes, LeftSessions, PairSpace } from './pair.js';
import { Empty } from './parts.js';
import { Change } from './rounds.js';
import { get, post } from './route.js';
import { BookSessions, MoveSession, Sessions, SessionTimes } from './sessions.js';

const myPair = '/api/rounds/{roundId}/pair';
const mySessions = '/api/rounds/{roundId}/sessions';

/** What a pair can ask for itself: its space, its sessions, and the guidance for them. */
export const pairRoutes = {
  pairSpace: get('anyone', myPair, PairSpace, 'The space of my pair: its people, and what we have agreed on'),
  changePair: post('anyone', myPair, ChangePair, Empty, 'Save or confirm what my pair agrees on, or end the pair'),
  clearLeftSessions: post(
    'anyone',
    `${myPair}/left-sessions`,
    Change,
    LeftSessions,
    'Take out of my Outlook what a pair of mine that has ended left there',
  ),
  houseNotes: get('anyone', '/api/rounds/{roundId}/guidance', HouseNotes, 'What the organisers add to the guidance'),

  sessions: get('anyone', mySessions, Sessions, 'The sessions of my pair'),
  sessionTimes: get('anyone', `${mySessions}/times`, SessionTimes, 'Times at which all of my pair are at work and free'),
  bookSessions: post('anyone', mySessions, BookSessions, Sessions, 'Book sessions, in my Outlook unless I say otherwise'),
  followSessions: post('anyone', `${mySessions}/follow`, Change, Sessions, 'Follow what was moved or cancelled in Outlook itself'),
  finishSessions: post('anyone', `${mySessions}/finish`, Change, Sessions, 'Do in my Outlook what I began and what did not work'),
  otherTimes: get('anyone', `${mySessions}/{sessionId}/times`, SessionTimes, 'Where else one session could lie'),
  moveSession: post('anyone', `${mySessions}/{sessionId}/move`, MoveSession, Sessions, 'Want a session at another time'),
  cancelSession: post('anyone', `${mySessions}/{sessionId}/cancel`, Change, Sessions, 'Want a session no longer'),
  keepSession: post('anyone', `${mySessions}/{sessionId}/keep`, Change, Sessions, 'Leave a session as it is, whatever was wished for'),
  putInOutlook: post(
    'anyone',
    `${mySessions}/{sessionId}/outlook`,
    Change,
    Sessions,
    'Do in my Outlook what waits there for one session, or put it there',
  ),
} as const;
