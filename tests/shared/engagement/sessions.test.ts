import { beginsAt, bufferClashes, noticeOf, withBuffers } from '@coaching-pairs/shared/engagement/notice';
import { kindOfSession, sessionKinds, sessionStages } from '@coaching-pairs/shared/engagement/session-flow';
import { instant } from '@coaching-pairs/shared/ids';
import { catalogues } from '@coaching-pairs/shared/words/catalogues';
import { describe, expect, it } from 'vitest';

const start = instant('2026-12-01T10:00:00.000Z');
const at = (text: string): number => Date.parse(`2026-12-01T${text}:00.000Z`);
const kinds = (sessions: number, debriefAt: number | null = null) =>
  Array.from({ length: sessions }, (_none, before) => kindOfSession(before + 1, sessions, debriefAt));
const words: Readonly<Record<string, string>> = catalogues['en'] ?? {};

describe('sessions of four', () => {
  it.each([
    ['2026-11-30T09:59:59.999Z', 'in-time'],
    ['2026-11-30T10:00:00.000Z', 'in-time'],
    ['2026-11-30T10:00:00.001Z', 'short'],
    ['2026-11-30T10:01:00.000Z', 'short'],
    ['2026-12-01T09:59:59.999Z', 'short'],
    ['2026-12-01T10:00:00.000Z', 'begun'],
  ] as const)('[TT-40] called off at %s, a session of 10:00 the next day is %s', (now, said) => {
    expect(noticeOf(start, instant(now))).toBe(said);
  });

  it('[TT-40] twenty-four hours are hours and no calendar day, when clocks change too', () => {
    const monday = instant('2027-03-28T12:00:00.000Z');
    expect(noticeOf(monday, instant('2027-03-27T12:00:00.000Z'))).toBe('in-time');
    expect(noticeOf(monday, instant('2027-03-27T13:00:00.000Z'))).toBe('short');
  });

  it('[TT-41] ten minutes are proposed before and after, and a clash warns of its side alone', () => {
    const { before, session, after } = withBuffers(start, 60);
    expect([before, session, after].map(beginsAt)).toEqual(['2026-12-01T09:50:00.000Z', start, '2026-12-01T11:00:00.000Z']);
    expect(after.to).toBe(at('11:10'));
    const busy = (from: string, to: string) => bufferClashes(start, 60, [{ from: at(from), to: at(to) }]);
    expect([busy('09:00', '09:50'), busy('11:10', '12:00'), busy('10:00', '11:00')]).toEqual([[], [], []]);
    expect([busy('09:00', '09:51'), busy('11:09', '12:00'), busy('09:00', '12:00')]).toEqual([['before'], ['after'], ['before', 'after']]);
  });

  it('[TT-50] [TT-53] has the same nine stages in order each time, each with its words', () => {
    expect(sessionStages).toHaveLength(9);
    expect(sessionStages.indexOf('pause')).toBe(sessionStages.indexOf('live') + 1);
    expect(sessionStages.indexOf('practise')).toBe(sessionStages.indexOf('pause') + 1);
    for (const stage of sessionStages)
      for (const part of ['title', 'text']) expect(words[`twoTwo.stage.${stage}.${part}`], stage).toMatch(/\w/u);
    expect(words['twoTwo.stage.pause.text']).toMatch(/habit/u);
    expect(words['twoTwo.stage.practise.text']).toMatch(/need.*(?:try|practise)/su);
  });

  it('[TT-51] says that coaches step in live, briefly and directly', () => {
    expect(words['twoTwo.stage.live.text']).toMatch(/step in/u);
  });

  it('[TT-12] [TT-52] opens with context, goals and what success is; later ones work on some of the goals or a live tension; the last closes', () => {
    expect(kinds(6)).toEqual(['opening', 'work', 'mid-review', 'work', 'work', 'closing']);
    expect(kinds(6, 2)[1]).toBe('debrief');
    expect(kinds(3)).toEqual(['opening', 'work', 'closing']);
    expect([kinds(2), kinds(1)]).toEqual([['opening', 'closing'], ['opening']]);
    for (const kind of sessionKinds)
      for (const part of ['title', 'text']) expect(words[`twoTwo.session.${kind}.${part}`], kind).toMatch(/\w/u);
    expect(words['twoTwo.session.opening.text']).toMatch(/success/u);
    expect(words['twoTwo.session.work.text']).toMatch(/goals.*tension/su);
  });
});
