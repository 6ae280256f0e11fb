import type { SessionId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { mayBeRecorded, performed, type Session } from '@coaching-pairs/shared/sessions/session';
import type { Calendar, CalendarRefusal } from '../../ports/calendar.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type AboutPair, myPair } from './my-pair.js';
import { type Found, record } from './seen-in-outlook.js';

type Tried = { readonly id: SessionId; readonly answer: Result<boolean, CalendarRefusal> };

const tried =
  (calendar: Calendar) =>
  async ({ id, event }: Session): Promise<Tried> => ({
    id,
    answer: event === null || event.joinUrl === null ? ok(false) : await calendar.switchOffRecording(event.joinUrl),
  });

/** What Graph refuses for one meeting it refuses for all, for want of a permission or a sign-in: then no other is asked about. */
const triedAll = async (calendar: Calendar, [first, ...others]: readonly Session[]): Promise<readonly Tried[]> => {
  if (first === undefined) return [];
  const one = await tried(calendar)(first);
  return one.answer.ok ? [one, ...(await Promise.all(others.map(tried(calendar))))] : [one];
};

/**
 * Switches recording and transcripts off for the meetings in Teams that whoever is signed in has booked. Where that is not allowed the
 * sessions stay as they are, and both read that they could be recorded; only a further sign-in is worth asking for.
 */
export const keepUnrecorded = async (
  deps: Deps,
  calendar: Calendar,
  about: AboutPair,
): Promise<Result<CalendarRefusal | null, Refusal>> => {
  const pair = await myPair(deps, about);
  if (!pair.ok) return pair;
  const { me, sessions } = pair.value;
  const now = deps.clock.now();
  const open = sessions.map(({ value }) => value).filter((one) => one.organiserId === me && mayBeRecorded(one, now));
  const answers = await triedAll(calendar, open);
  const found: Found = new Map(
    answers.flatMap(({ id, answer }) =>
      answer.ok && answer.value ? [[id, (session: Session) => performed(session, { kind: 'recording-off' })] as const] : [],
    ),
  );
  const recorded = await record(deps, about, 'sessions.recordingOff', found);
  if (!recorded.ok) return recorded;
  const refused = answers.find(({ answer }) => !answer.ok && answer.error.code === 'sign-in-needed')?.answer;
  return ok(refused === undefined || refused.ok ? null : refused.error);
};
