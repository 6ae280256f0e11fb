import { instant, pairId, personId, sessionId } from '@coaching-pairs/shared/ids';
import { calendarFile } from '@coaching-pairs/shared/sessions/calendar-file';
import {
  cancelSession,
  followed,
  isHeld,
  keepSession,
  mayBeRecorded,
  moveSession,
  performed,
  type Session,
  standing,
  wantInOutlook,
} from '@coaching-pairs/shared/sessions/session';
import { describe, expect, it } from 'vitest';

const ada = personId('ada');
const ben = personId('ben');
const now = instant('2026-12-01T09:00:00.000Z');
const start = instant('2026-12-08T10:00:00.000Z');
const later = instant('2026-12-09T10:00:00.000Z');

const wanted: Session = {
  ...{ id: sessionId('s-1'), pairId: pairId('p-1'), organiserId: ada, start, minutes: 60, place: 'teams', isPrivate: true, state: 'on' },
  ...{ event: null, pending: { kind: 'book' } },
};
const event = { id: 'event-1', sharedId: 'shared-1', joinUrl: null };
const booked: Session = { ...wanted, event, pending: null };
const seenAt = (at: typeof start, cancelled = false) => ({ kind: 'there', start: at, minutes: 60, cancelled }) as const;

describe('a session', () => {
  it('that is in Outlook is moved and cancelled by its organiser alone: until then the wish is kept in mind', () => {
    expect(moveSession(booked, later, ben, now)).toEqual({
      ok: true,
      value: { ...booked, pending: { kind: 'move', start: later, by: ben, at: now } },
    });
    expect(cancelSession(booked, ben, now)).toEqual({ ok: true, value: { ...booked, pending: { kind: 'cancel', by: ben, at: now } } });
    expect(keepSession({ ...booked, pending: { kind: 'cancel', by: ben } })).toEqual(booked);
    expect(keepSession(booked)).toEqual(booked);
  });

  it('that is not in Outlook is moved and cancelled at once', () => {
    expect(moveSession(wanted, later, ben, now)).toEqual({ ok: true, value: { ...wanted, start: later } });
    expect(cancelSession(wanted, ben, now)).toMatchObject({ ok: true, value: { state: 'cancelled', pending: null } });
    expect(wantInOutlook({ ...wanted, pending: null }, ben, now)).toMatchObject({
      ok: true,
      value: { organiserId: ben, pending: { kind: 'book' } },
    });
  });

  it('that is over or cancelled stays as it is', () => {
    const after = instant('2026-12-08T11:00:00.000Z');
    expect(wantInOutlook(wanted, ben, now)).toEqual({ ok: true, value: wanted });
    expect(moveSession(booked, later, ada, after)).toMatchObject({ ok: false, error: { code: 'session-over' } });
    expect(moveSession({ ...booked, state: 'cancelled' }, later, ada, now)).toMatchObject({
      ok: false,
      error: { code: 'session-cancelled' },
    });
    expect(moveSession(booked, now, ada, now)).toMatchObject({ ok: false, error: { code: 'session-in-past' } });
  });

  it('[CP-72] counts as held once it is over and nobody has cancelled it', () => {
    expect(isHeld(booked, instant('2026-12-08T10:59:00.000Z'))).toBe(false);
    expect(isHeld(booked, instant('2026-12-08T11:00:00.000Z'))).toBe(true);
    expect(isHeld({ ...booked, state: 'cancelled' }, later)).toBe(false);
    expect(standing([{ ...booked, start: later }, booked, { ...booked, state: 'cancelled' }]).map((one) => one.start)).toEqual([
      start,
      later,
    ]);
  });

  it('whose partner changed their mind while it was being booked is brought into line', () => {
    const what = { kind: 'booked', event, start } as const;
    expect(performed(wanted, what)).toEqual(booked);
    expect(performed({ ...wanted, start: later }, what)).toEqual({ ...booked, pending: { kind: 'move', start: later, by: ada } });
    expect(performed({ ...wanted, state: 'cancelled', pending: null }, what)).toEqual({ ...booked, pending: { kind: 'cancel', by: ada } });
    expect(performed({ ...booked, pending: { kind: 'cancel', by: ada } }, { kind: 'moved', start: later })).toEqual({
      ...{ ...booked, start: later, pending: { kind: 'cancel', by: ada } },
    });
  });

  it('may be recorded as long as its meeting in Teams is ahead and nothing else was set', () => {
    const online = { ...booked, event: { ...event, joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' } };
    expect([online, booked, wanted, { ...online, state: 'cancelled' as const }].map((one) => mayBeRecorded(one, now))).toEqual([
      ...[true, false, false, false],
    ]);
    expect(mayBeRecorded(online, instant('2026-12-08T11:00:00.000Z'))).toBe(false);
    expect(mayBeRecorded(performed(online, { kind: 'recording-off' }), now)).toBe(false);
  });

  it('follows what was done in Outlook itself', () => {
    expect(followed(booked, seenAt(start), ben)).toBe(booked);
    expect(followed(booked, seenAt(later), ben)).toEqual({ ...booked, start: later });
    expect(followed({ ...booked, pending: { kind: 'move', start: later, by: ada } }, seenAt(later), ada)).toEqual({
      ...booked,
      start: later,
    });
    expect(followed(booked, seenAt(start, true), ben).state).toBe('cancelled');
    expect(followed(booked, { kind: 'gone' }, ada).state).toBe('cancelled');
    // Whoever declined it has it no longer; that says nothing about the meeting.
    expect(followed(booked, { kind: 'gone' }, ben)).toBe(booked);
  });
});

describe('a calendar file', () => {
  it('[S-18] says when, and neutral words alone, in lines that every calendar reads', () => {
    const text = { subject: 'Conversation; with, signs', description: `Link ${'é'.repeat(60)}`, at: now, isPrivate: true };
    const file = calendarFile([{ id: 's-1', start, minutes: 75, joinUrl: null }], text);
    expect(file).toContain('DTSTART:20261208T100000Z\r\nDTEND:20261208T111500Z\r\nSUMMARY:Conversation\\; with\\, signs\r\n');
    expect(file).toContain('CLASS:PRIVATE');
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:Link ${'é'.repeat(60)}`);
  });
});
