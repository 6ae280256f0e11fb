import { endAt } from '@coaching-pairs/shared/engagement/ending';
import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import { isMeetingNews, newsOfMeetings } from '@coaching-pairs/shared/engagement/meeting-news';
import { arranged, cancelMeeting, type Meeting, moveMeeting } from '@coaching-pairs/shared/engagement/meetings';
import { isStillNews, type News, newsOf, newsOfSummary } from '@coaching-pairs/shared/engagement/news';
import { approveSummary, noSummary, wordSummary } from '@coaching-pairs/shared/engagement/summary';
import { writeTerms } from '@coaching-pairs/shared/engagement/terms';
import { letDrop } from '@coaching-pairs/shared/engagement/way-in';
import { instant, type PersonId, sessionId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import {
  accepts,
  active,
  agreed,
  consented,
  discovering,
  done,
  enquired,
  ines,
  karl,
  lena,
  now,
  recommended,
  rosa,
  sam,
  says,
} from './four.js';

const told = (before: Engagement | null, after: Engagement) => newsOf(before, after).map(({ kind, to }) => `${kind} ${to}`);
const four: readonly PersonId[] = [rosa, sam, ines, karl];
const toFour = (kind: string) => four.map((to) => `${kind} ${to}`);

describe('what is told on the way in', () => {
  it('[TT-05] the other leader is asked; of one yes nobody is told, and of both whoever finds the coaches', () => {
    expect(told(null, enquired())).toEqual(['asked sam']);
    const one = done(says(enquired(), sam));
    expect(told(enquired(), one)).toEqual([]);
    expect(told(one, consented())).toEqual(['find-coaches coordinator']);
  });

  it('[TT-05] that it does not go ahead is told alike, whoever said no and whoever had said yes', () => {
    for (const before of [enquired(), done(says(enquired(), rosa)), done(says(enquired(), sam)), consented()])
      expect(told(before, done(letDrop(before, now)))).toEqual(['not-ahead rosa', 'not-ahead sam']);
  });

  it('[TT-02] [TT-10] each learns of the step that is theirs: coaches, structure, agreement, and the sponsor of two terms alone', () => {
    expect(told(consented(), discovering())).toEqual(['coaches rosa', 'coaches sam', 'assigned ines', 'assigned karl']);
    expect(told(discovering(), recommended())).toEqual(['structure rosa', 'structure sam']);
    expect(told(recommended(), agreed())).toEqual([...toFour('agreement'), `sponsor-terms ${lena}`]);
    const three = [rosa, sam, ines].reduce((engagement, by) => done(accepts(engagement, by)), agreed());
    expect(told(agreed(), three)).toEqual([]);
    expect(told(three, done(accepts(three, karl)))).toEqual(toFour('begun'));
  });

  it('[TT-34] what the four add is to be accepted anew by whoever had accepted, and then it is complete again', () => {
    const words = { broughtIn: 'this', confidentiality: '', contact: '' };
    const changed = done(writeTerms(active(), { ...words, by: ines, at: now, base: 0 })).engagement;
    expect(told(active(), changed)).toEqual(toFour('agreement'));
    const one = done(accepts(agreed(), rosa));
    expect(told(one, done(writeTerms(one, { ...words, by: ines, at: now, base: 0 })).engagement)).toEqual(['agreement rosa']);
  });
});

describe('what is told at the end', () => {
  it('[TT-64] its end reads the same for all four and whoever ended it, and a sponsor hears of it who had terms to accept', () => {
    for (const by of four) expect(told(active(), done(endAt(active(), by, now)))).toEqual([...toFour('over'), `over ${lena}`]);
    expect(told(discovering(), done(endAt(discovering(), karl, now)))).toEqual(toFour('over'));
    const over = done(endAt(active(), rosa, now));
    expect(told(over, over)).toEqual([]);
  });

  it('[R-15] silences what waited to be told before', () => {
    const over = done(endAt(active(), rosa, now));
    for (const kind of ['coaches', 'structure', 'agreement', 'sponsor-terms', 'begun', 'summary', 'booked'] as const)
      expect([kind, isStillNews(over, { kind, to: rosa, version: 1 })]).toEqual([kind, false]);
    expect(isStillNews(enquired(), { kind: 'asked', to: sam })).toBe(true);
    expect(isStillNews(done(says(enquired(), sam)), { kind: 'asked', to: sam })).toBe(false);
  });
});

it('[TT-62] of a summary both clients are asked, of one yes nobody is told, and of both the sponsor', () => {
  const words = { observations: 'calmer', takeAways: 'meet weekly' };
  const worded = done(wordSummary(noSummary, active(), { ...words, by: ines, at: now, base: 0 }));
  expect(newsOfSummary(null, worded, active()).map(({ kind, to }) => `${kind} ${to}`)).toEqual(['summary rosa', 'summary sam']);
  const one = done(approveSummary(worded, active(), { by: rosa, version: 1, at: now }));
  expect(newsOfSummary(worded, one, active())).toEqual([]);
  const both = done(approveSummary(one, active(), { by: sam, version: 1, at: now }));
  expect(newsOfSummary(one, both, active())).toEqual([{ kind: 'summary-out', to: lena, version: 1 }]);
});

describe('what is told of a meeting', () => {
  const at = (text: string) => instant(`2026-12-${text}:00.000Z`);
  const meeting = (own: Partial<Meeting> = {}): Meeting => ({
    ...(() => {
      const made = arranged(
        {
          ...{ id: sessionId('s-1'), kind: 'session', clientId: null, start: at('01T10:00'), minutes: 60, place: 'teams' },
          ...{ isPrivate: true, by: rosa, outlook: true },
        },
        now,
      );
      if (!made.ok) throw new Error(made.error.code);
      return made.value;
    })(),
    ...own,
  });
  const isReminder = ({ kind }: News): boolean => kind === 'soon';
  const atOnce = (changed: Parameters<typeof newsOfMeetings>[0], from = now): readonly News[] =>
    newsOfMeetings(changed, active(), from).filter((one) => !isReminder(one));
  const news = (before: Meeting | null, after: Meeting) =>
    atOnce([{ before, after }]).map(({ kind, to, meeting: said }) => `${kind} ${to} ${said?.start.slice(8, 16)}`);
  const changed = (result: ReturnType<typeof cancelMeeting>): Meeting => {
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const early = { by: sam, now, confirmed: false };

  it('[TT-40] all four are told, whoever did it, and at short notice that it was', () => {
    const event = { id: 'e', sharedId: 'e', joinUrl: null };
    const booked = meeting({ event, pending: null });
    expect(news(null, meeting())).toEqual(four.map((to) => `booked ${to} 01T10:00`));
    expect(news(meeting(), booked)).toEqual([]);
    const moved = changed(moveMeeting(booked, { ...early, start: at('02T10:00') }));
    expect(news(booked, moved)).toEqual(four.map((to) => `moved ${to} 02T10:00`));
    expect(news(moved, { ...moved, start: at('02T10:00'), pending: null })).toEqual([]);
    expect(news(booked, changed(cancelMeeting(booked, early)))).toEqual(four.map((to) => `cancelled ${to} 01T10:00`));
    expect(news(booked, changed(cancelMeeting(booked, { by: sam, now: at('01T09:00'), confirmed: true })))).toEqual(
      four.map((to) => `short-notice ${to} 01T10:00`),
    );
  });

  it('[TT-13] of an intake its two alone are told, and of many that are booked at once each hears once', () => {
    expect(news(null, meeting({ kind: 'intake', clientId: rosa }))).toEqual(['booked rosa 01T10:00', 'booked ines 01T10:00']);
    const six = [1, 2, 3].map((day) => ({ before: null, after: meeting({ id: sessionId(`s-${day}`), start: at(`0${day}T10:00`) }) }));
    expect(
      atOnce([...six].reverse())
        .map(({ to, meeting: said }) => `${to} ${said?.start.slice(8, 10)}`)
        .sort(),
    ).toEqual(four.map((to) => `${to} 01`).sort());
  });

  it('[TT-40] [CP-73] of many that are called off at once each hears once too, and of what is over by then nothing', () => {
    const three = ['01', '02', '03'].map((day) => {
      const before = meeting({ id: sessionId(`s-${day}`), start: at(`${day}T10:00`), event: { id: day, sharedId: day, joinUrl: null } });
      return { before, after: { ...before, state: 'cancelled' as const } };
    });
    const said = atOnce(three, at('01T10:00')).map(({ kind, to, meeting: one }) => `${kind} ${to} ${one?.start.slice(8, 10)}`);
    expect(said.sort()).toEqual(four.map((to) => `cancelled ${to} 02`).sort());
  });

  it('[TT-42] a quarter of an hour before each meeting those who come are reminded; a new time reminds anew, and what is off never', () => {
    const reminders = (before: Meeting | null, after: Meeting, from = now) =>
      newsOfMeetings([{ before, after }], active(), from)
        .filter(isReminder)
        .map((one) => `${one.to} ${one.due?.slice(8, 16)} of ${one.meeting?.start.slice(8, 16)}`);
    const booked = meeting({ event: { id: 'e', sharedId: 'e', joinUrl: null }, pending: null });
    expect(reminders(null, booked)).toEqual(four.map((to) => `${to} 01T09:45 of 01T10:00`));
    expect(reminders(null, meeting({ kind: 'intake', clientId: rosa }))).toEqual(
      ['rosa', 'ines'].map((to) => `${to} 01T09:45 of 01T10:00`),
    );
    expect(reminders(null, booked, at('01T09:50'))).toEqual(four.map((to) => `${to} 01T09:50 of 01T10:00`));
    expect(reminders(null, booked, at('01T10:00'))).toEqual([]);
    const moved = changed(moveMeeting(booked, { ...early, start: at('02T10:00') }));
    expect(reminders(booked, moved)).toEqual(four.map((to) => `${to} 02T09:45 of 02T10:00`));
    expect(reminders(moved, { ...moved, start: at('02T10:00'), pending: null })).toEqual([]);
    expect(reminders(booked, changed(cancelMeeting(booked, early)))).toEqual([]);
    const told = { kind: 'soon', meeting: { id: booked.id, start: booked.start } } as const;
    expect([isMeetingNews(booked, told, now), isMeetingNews(moved, told, now), isMeetingNews(booked, told, at('01T10:00'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('[TT-42] of very many that are changed at once the first have theirs, so that all of it fits into one batch', () => {
    for (const [length, reminded] of [
      [15, 15],
      [40, 11],
      [80, 1],
    ] as const) {
      const many = Array.from({ length }, (_, place) => {
        const start = instant(`2026-12-${String(1 + Math.floor(place / 4)).padStart(2, '0')}T${10 + (place % 4)}:00:00.000Z`);
        return { before: null, after: meeting({ id: sessionId(`s-${place}`), start }) };
      });
      const all = newsOfMeetings(many, active(), now);
      expect([length, all.filter(isReminder).length]).toEqual([length, 4 * reminded]);
      expect(all.length + length + 1).toBeLessThanOrEqual(100);
    }
  });
});
