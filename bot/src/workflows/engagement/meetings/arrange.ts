import {
  arranged,
  cancelMeeting,
  keepMeeting,
  type Meeting,
  type MeetingKind,
  mayArrange,
  mostMeetings,
  moveMeeting,
} from '@coaching-pairs/shared/engagement/meetings';
import { type Instant, type SessionId, sessionId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type SessionPlace, standing, wantInOutlook } from '@coaching-pairs/shared/sessions/session';
import type { Written } from '../../../ports/rounds.js';
import type { Deps } from '../../deps.js';
import type { Refusal } from '../../refusal.js';
import type { Signed, Trouble } from '../../sessions/carry-out.js';
import type { ChangesEngagement } from '../my-engagement.js';
import { finishMeetings } from './in-outlook.js';
import { changeMeetings, type MyMeetings, meetingIn, saysWhatIsBroughtIn } from './my-meetings.js';

export type BookingMeeting = ChangesEngagement & {
  readonly kind: MeetingKind;
  readonly start: Instant;
  readonly minutes: number;
  readonly place: SessionPlace;
  readonly isPrivate: boolean;
  /** False: agreed upon, but in nobody's Outlook. */
  readonly outlook: boolean;
  /** How many meetings stood there when this was chosen. */
  readonly having: number;
};

/** By the number of the call a meeting is known again, so that a repeated one makes no second. */
export const meetingIdOf = ({ opId }: Pick<ChangesEngagement, 'opId'>): SessionId => sessionId(`${opId}-0`);

const newMeeting = async (
  deps: Deps,
  asked: BookingMeeting,
  { engagement, me, meetings }: MyMeetings,
): Promise<Result<readonly Written<Meeting>[], Refusal>> => {
  const id = meetingIdOf(asked);
  const all = meetings.map(({ value }) => value);
  if (all.some((one) => one.id === id)) return ok([]);
  const broughtIn = asked.kind === 'intake' ? await saysWhatIsBroughtIn(deps, engagement.value) : ok(false);
  if (!broughtIn.ok) return broughtIn;
  const clientId = mayArrange(engagement.value, asked.kind, { by: me, broughtIn: broughtIn.value });
  if (!clientId.ok) return clientId;
  if (standing(all).length !== asked.having) return err({ code: 'sessions-changed' });
  if (all.length >= mostMeetings) return err({ code: 'two-two-too-many' });
  const { kind, start, minutes, place, isPrivate } = asked;
  // A guest has no mailbox here: theirs stands in nobody's Outlook until one of the others puts it there.
  const outlook = asked.outlook && asked.actor.guest !== true;
  const made = arranged({ id, kind, clientId: clientId.value, start, minutes, place, isPrivate, by: me, outlook }, deps.clock.now());
  return made.ok ? ok([{ value: made.value, etag: null }]) : made;
};

/** Books a meeting: first it is written down as wanted, then made in the Outlook of whoever books, who thus is its organiser. */
export const bookMeeting = async (deps: Deps, signed: Signed, asked: BookingMeeting): Promise<Result<Trouble, Refusal>> => {
  const written = await changeMeetings(deps, asked, (mine) => newMeeting(deps, asked, mine));
  return written.ok ? finishMeetings(deps, signed, asked) : written;
};

type About = ChangesEngagement & { readonly sessionId: string };
/** Whoever changes it late says that they know (TT-40). */
type Noticed = About & { readonly confirmed: boolean };

const changed = async (
  deps: Deps,
  signed: Signed,
  about: About,
  move: (meeting: Meeting, mine: MyMeetings) => Result<Meeting, Refusal>,
): Promise<Result<Trouble, Refusal>> => {
  const written = await changeMeetings(deps, about, (mine) => {
    const found = meetingIn(mine, about.sessionId);
    if (!found.ok) return found;
    if (mine.engagement.value.state === 'closed') return err({ code: 'two-two-wrong-state' });
    const next = move(found.value.value, mine);
    return next.ok ? ok([{ value: next.value, etag: found.value.etag }]) : next;
  });
  return written.ok ? finishMeetings(deps, signed, about, [about.sessionId]) : written;
};

/** At another time. The organiser's own wish is carried out in Outlook at once; another's waits for the organiser's tap. */
export const moveMeetingTo = (
  deps: Deps,
  signed: Signed,
  about: Noticed & { readonly start: Instant },
): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, (meeting, { me }) =>
    moveMeeting(meeting, { by: me, now: deps.clock.now(), confirmed: about.confirmed, start: about.start }),
  );

/** Not at all. */
export const callOffMeeting = (deps: Deps, signed: Signed, about: Noticed): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, (meeting, { me }) => cancelMeeting(meeting, { by: me, now: deps.clock.now(), confirmed: about.confirmed }));

/** As it was, whatever was wished for. */
export const leaveMeetingAsIs = (deps: Deps, signed: Signed, about: About): Promise<Result<Trouble, Refusal>> =>
  changed(deps, signed, about, (meeting) => ok(keepMeeting(meeting)));

/**
 * What waits for this person is done in their Outlook; a meeting that is in nobody's is put there. A guest, who has none here, takes none
 * on, so that it stays free for the others.
 */
export const putMeetingInOutlook = async (deps: Deps, signed: Signed, about: About): Promise<Result<Trouble, Refusal>> =>
  about.actor.guest === true
    ? ok({ code: 'mailbox-missing' })
    : changed(deps, signed, about, (meeting, { me }) => wantInOutlook(meeting, me, deps.clock.now()));
