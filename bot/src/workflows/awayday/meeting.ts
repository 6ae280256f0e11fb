import { beginOfDay } from '@coaching-pairs/shared/awayday/plan';
import { awaydayFollowed, awaydayGone, awaydayMade, callAwayday, canPlan } from '@coaching-pairs/shared/awayday/plan-moves';
import type { Result } from '@coaching-pairs/shared/result';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import type { EventDraft } from '../../ports/calendar.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type EventAbout, joinLine, line, linkTo, roundEvent } from '../round-event.js';
import { type AskedMeeting, bringToOutlook, cancelMeeting, changeRound, followMeeting, type MeetingKind } from '../round-meeting.js';
import type { Signed, Trouble } from '../sessions/carry-out.js';

/** The agenda is linked to and not repeated: what stands in an event that was sent does not change with it. */
const awaydayEvent = (about: EventAbout): EventDraft => {
  const { round, link } = about;
  const { t } = about.words;
  const agenda = linkTo(tabLink(link, `round/${round.id}/awayday`), t('awayday.event.agenda'));
  const body = `${line(t('awayday.event.text', { round: round.name }))}${joinLine(about)}${agenda}${line(t('awayday.event.voluntary'))}`;
  return roundEvent(about, t('awayday.event.subject'), body);
};

export const awaydayMeeting: MeetingKind = {
  name: 'awayday',
  of: (round) => round.awayday?.meeting ?? null,
  isAhead: (round, now) => canPlan(round).ok && round.awayday !== null && beginOfDay(round.awayday) > now,
  made: awaydayMade,
  gone: awaydayGone,
  followed: awaydayFollowed,
  event: awaydayEvent,
  ofAnother: (personId) => ({ code: 'awayday-of-another', personId }),
};

/** Puts the Awayday as it is planned into the calendars of all whom it is for; the meeting is the organiser's own (CP-80). */
export const arrangeAwayday = async (deps: Deps, signed: Signed, asked: AskedMeeting): Promise<Result<Trouble, Refusal>> => {
  const called = await changeRound(deps, asked, 'awayday.arrange', (round) =>
    callAwayday(round, asked.actor.personId, asked.opId, deps.clock.now()),
  );
  return called.ok ? bringToOutlook(deps, signed, awaydayMeeting, asked) : called;
};

/** Follows what the organiser has moved or cancelled in Outlook itself, and does what did not work before. */
export const followAwayday = (deps: Deps, signed: Signed, asked: AskedMeeting): Promise<Result<Trouble, Refusal>> =>
  followMeeting(deps, signed, awaydayMeeting, asked);

/** Takes the Awayday out of everybody's calendar; its day stays. */
export const cancelAwayday = (deps: Deps, signed: Signed, asked: AskedMeeting): Promise<Result<Trouble, Refusal>> =>
  cancelMeeting(deps, signed, awaydayMeeting, asked);
