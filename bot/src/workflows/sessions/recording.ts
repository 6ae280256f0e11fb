import type { SessionId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { type Arranged, mayBeRecorded, performed } from '@coaching-pairs/shared/sessions/session';
import type { Calendar, CalendarRefusal } from '../../ports/calendar.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import type { Found, Trouble } from './carry-out.js';
import { type AboutPair, myPair } from './my-pair.js';
import { record } from './seen-in-outlook.js';

type Tried = { readonly id: SessionId; readonly answer: Result<boolean, CalendarRefusal> };

const tried =
  (calendar: Calendar) =>
  async ({ id, event }: Arranged): Promise<Tried> => ({
    id,
    answer: event === null || event.joinUrl === null ? ok(false) : await calendar.switchOffRecording(event.joinUrl),
  });

/** What Graph refuses for one meeting it refuses for all, for want of a permission or a sign-in: then no other is asked about. */
const triedAll = async (calendar: Calendar, [first, ...others]: readonly Arranged[]): Promise<readonly Tried[]> => {
  if (first === undefined) return [];
  const one = await tried(calendar)(first);
  return one.answer.ok ? [one, ...(await Promise.all(others.map(tried(calendar))))] : [one];
};

/** Switches recording and transcripts off for meetings that whoever this calendar is of has booked; only a further sign-in is worth asking for. */
export const unrecorded = async <S extends Arranged>(
  calendar: Calendar,
  sessions: readonly S[],
): Promise<{ readonly found: Found<S>; readonly trouble: Trouble }> => {
  const answers = await triedAll(calendar, sessions);
  const found = new Map<SessionId, (session: S) => S>();
  for (const { id, answer } of answers)
    if (answer.ok && answer.value) found.set(id, (session) => performed(session, { kind: 'recording-off' }));
  const refused = answers.find(({ answer }) => !answer.ok && answer.error.code === 'sign-in-needed')?.answer;
  return { found, trouble: refused === undefined || refused.ok ? null : refused.error };
};

/**
 * Switches recording and transcripts off for the meetings in Teams that whoever is signed in has booked. Where that is not allowed the
 * sessions stay as they are, and both read that they could be recorded.
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
  const { found, trouble } = await unrecorded(calendar, open);
  const recorded = await record(deps, about, 'sessions.recordingOff', found);
  return recorded.ok ? ok(trouble) : recorded;
};
