import { change, only, type Row } from './matrix-row.js';

const entry = { languages: ['English'], place: '', capacity: 2, paused: false };

/** Of 2:2 Coaching there is nothing for anybody who takes part in rounds or administers them. */
export const twoTwoRows = {
  twoTwoSwitch: only([]),
  switchTwoTwo: only([], ({ op }) => ({ opId: op, on: true })),
  twoTwoActs: only([]),
  coachRegister: only([]),
  addCoach: only([], ({ op, person }) => ({ opId: op, from: { kind: 'inside', personId: person }, capacity: 2 })),
  changeCoach: only([], ({ op }) => ({ opId: op, ...entry, external: null })),
  linkCoach: only([], change),
  removeCoach: only([], change),
  searchToCoach: only([]),
  suggestCoaches: only([]),
  explainerSheet: only([]),
  myCoaching: only([]),
  saveMyCoaching: only([], ({ op }) => ({ opId: op, about: '', ...entry })),
  acceptCode: only([], ({ op }) => ({ opId: op, name: 'Ana' })),
  engagements: only([]),
  enquire: only([], ({ op, person, more }) => ({ opId: op, as: 'client', dyad: 'peers', clientIds: [person, more], sponsorId: null })),
  engagement: only([]),
  changeEngagement: only([], ({ op }) => ({ opId: op, change: { kind: 'end' } })),
  sponsorView: only([]),
  acceptAsSponsor: only([], ({ op }) => ({ opId: op, terms: 1 })),
  meetings: only([]),
  meetingTimes: only([]),
  meetingClashes: only([]),
  bookMeeting: only([], ({ op }) => ({
    ...{ opId: op, kind: 'session', start: '2026-12-01T10:00:00.000Z', minutes: 60, place: 'teams', isPrivate: true },
    ...{ outlook: true, keepFree: false, having: 0 },
  })),
  followMeetings: only([], change),
  finishMeetings: only([], change),
  moveMeeting: only([], ({ op }) => ({ opId: op, start: '2026-12-01T10:00:00.000Z', confirmed: true })),
  cancelMeeting: only([], ({ op }) => ({ opId: op, confirmed: true })),
  keepMeeting: only([], change),
  putMeetingInOutlook: only([], change),
  keepFreeAround: only([], ({ op }) => ({ opId: op, keep: true })),
  coordinating: only([]),
  coordinateEngagement: only([], ({ op }) => ({ opId: op, change: { kind: 'take-back' } })),
} as const satisfies Readonly<Record<string, Row>>;
