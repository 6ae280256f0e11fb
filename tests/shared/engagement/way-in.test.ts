import { beginClosing, complete, endAt, isPastKeeping, keptUntil } from '@coaching-pairs/shared/engagement/ending';
import { dyads, engagementStates, fourOf, heldWith, partyOf } from '@coaching-pairs/shared/engagement/engagement';
import { acceptFrame, recommendFrame } from '@coaching-pairs/shared/engagement/frame';
import { elsewhere } from '@coaching-pairs/shared/engagement/session-flow';
import {
  asOf,
  assignCoaches,
  beforeConsent,
  bothConsent,
  consent,
  consentVersion,
  enquire,
  letDrop,
} from '@coaching-pairs/shared/engagement/way-in';
import { instant } from '@coaching-pairs/shared/ids';
import { catalogues } from '@coaching-pairs/shared/words/catalogues';
import { describe, expect, it } from 'vitest';
import {
  active,
  agreed,
  consented,
  discovering,
  done,
  enquired,
  enquiry,
  holdings,
  ines,
  karl,
  lena,
  mina,
  now,
  recommended,
  refusalOf,
  rosa,
  sam,
  says,
} from './four.js';

const words: Readonly<Record<string, string>> = catalogues['en'] ?? {};
const later = instant('2026-12-24T09:00:00.000Z');

describe('the way into an engagement', () => {
  it('[TT-01] has exactly two clients, two coaches, and a sponsor or none', () => {
    for (const clientIds of [[rosa], [rosa, rosa], [rosa, sam, mina], []])
      expect([clientIds, refusalOf(enquire({ ...enquiry, clientIds }))]).toEqual([clientIds, 'two-two-not-two-and-two']);
    expect(refusalOf(enquire({ ...enquiry, sponsorId: sam }))).toBe('two-two-not-two-and-two');
    expect(refusalOf(enquire({ ...enquiry, sponsorId: null }))).toBe('done');
    const [first, second] = holdings;
    for (const wrong of [
      [],
      [first],
      [...holdings, { coachId: mina, clientId: rosa }],
      [first, { coachId: ines, clientId: sam }],
      [first, { coachId: mina, clientId: rosa }],
      [first, { coachId: rosa, clientId: sam }],
      [first, { coachId: lena, clientId: sam }],
    ])
      expect(refusalOf(assignCoaches(consented(), wrong as typeof holdings))).toBe('two-two-not-two-and-two');
    expect(fourOf(done(assignCoaches(consented(), [second, first] as typeof holdings)))).toHaveLength(4);
  });

  it('[TT-02] says which coach holds whose experience', () => {
    const engagement = discovering();
    expect([rosa, sam, ines, karl, lena].map((person) => heldWith(engagement, person))).toEqual([ines, karl, rosa, sam, null]);
    expect([rosa, karl, lena, mina].map((person) => partyOf(engagement, person))).toEqual(['client', 'coach', 'sponsor', null]);
  });

  it('[TT-03] is open to all four kinds of two, a manager and who reports to them among them', () => {
    expect(dyads).toHaveLength(4);
    for (const dyad of dyads) expect(refusalOf(enquire({ ...enquiry, dyad }))).toBe('done');
  });

  it('[TT-10] may be asked for by a leader, a sponsor or the coordinator, and by nobody in the name of another', () => {
    expect(refusalOf(enquire({ ...enquiry, by: lena, as: 'sponsor' }))).toBe('done');
    expect(refusalOf(enquire({ ...enquiry, by: mina, as: 'coordinator' }))).toBe('done');
    for (const [by, as] of [
      [mina, 'client'],
      [rosa, 'sponsor'],
      [rosa, 'coordinator'],
      [lena, 'coordinator'],
    ] as const)
      expect([by, as, refusalOf(enquire({ ...enquiry, by, as }))]).toEqual([by, as, 'two-two-not-yours']);
  });

  it('[TT-04] [TT-63] says before anybody consents what it is not, where else to turn, and where confidentiality ends', () => {
    expect(beforeConsent).toEqual(['free', 'whatItIs', 'notThis', 'elsewhere', 'limits', 'whoSees', 'noGuess']);
    for (const part of beforeConsent) for (const of of ['title', 'text']) expect(words[`twoTwo.before.${part}.${of}`], part).toMatch(/\w/u);
    expect(words['twoTwo.before.notThis.title']).toMatch(/mediation.*therapy/u);
    expect(words['twoTwo.before.limits.text']).toMatch(/law.*harm/su);
    expect(elsewhere.length).toBeGreaterThan(3);
    for (const place of elsewhere) expect(words[`twoTwo.elsewhere.${place}`], place).toMatch(/:/u);
  });

  it('[TT-05] asks each client for themselves: neither one of them nor a sponsor starts it', () => {
    const one = done(says(enquired(), rosa));
    expect([bothConsent(enquired()), bothConsent(one), bothConsent(consented())]).toEqual([false, false, true]);
    for (const engagement of [enquired(), one]) expect(refusalOf(assignCoaches(engagement, holdings))).toBe('two-two-wrong-state');
    for (const by of [lena, ines, mina]) expect(refusalOf(says(one, by))).toBe('two-two-not-yours');
    expect(says(one, rosa)).toEqual({ ok: true, value: one });
    expect(refusalOf(consent(one, { by: sam, version: consentVersion + 1, at: now }))).toBe('two-two-moved-on');
  });

  it('[TT-05] a no, an enquiry that is taken back and one that is left unanswered leave the same behind: not who, not why, not who had said yes', () => {
    const worlds = [enquired(), done(says(enquired(), rosa)), done(says(enquired(), sam))].map((one) => done(letDrop(one, later)));
    expect(new Set(worlds.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(worlds[0]).toMatchObject({ state: 'closed', consents: [], closed: { how: 'not-going-ahead' } });
    const silent = asOf(done(says(enquired(), rosa)), later);
    expect({ ...silent, closed: null }).toEqual({ ...worlds[0], closed: null });
    expect(silent.closed?.how).toBe('not-going-ahead');
    expect(asOf(consented(), later).state).toBe('enquiry');
    expect(asOf(enquired(), now).state).toBe('enquiry');
    // 28 days, to the millisecond.
    const [last, over] = [instant('2026-12-21T08:59:59.999Z'), instant('2026-12-21T09:00:00.000Z')];
    expect([asOf(enquired(), last).state, asOf(enquired(), over).state]).toEqual(['enquiry', 'closed']);
    expect(refusalOf(letDrop(discovering(), later))).toBe('two-two-wrong-state');
  });

  it('[TT-10] goes through its states in order: coaches recommend after discovery, and nothing is filled in beforehand', () => {
    expect(engagementStates).toEqual(['enquiry', 'discovery', 'proposal', 'agreed', 'active', 'closing', 'closed']);
    const states = [enquired(), discovering(), recommended(), agreed(), active()].map(({ state }) => state);
    expect(states).toEqual(['enquiry', 'discovery', 'proposal', 'agreed', 'active']);
    expect(discovering().frame).toBeNull();
    const frame = { sessions: 4, minutes: 60, everyWeeks: 2, at: now };
    expect(refusalOf(recommendFrame(consented(), { ...frame, by: ines, base: 0 }))).toBe('two-two-not-yours');
    expect(refusalOf(recommendFrame(discovering(), { ...frame, by: rosa, base: 0 }))).toBe('two-two-not-yours');
    expect(refusalOf(recommendFrame(recommended(), { ...frame, by: karl, base: 0 }))).toBe('two-two-moved-on');
    const one = done(acceptFrame(recommended(), rosa, 1));
    const anew = done(recommendFrame(one, { ...frame, by: karl, base: 1 }));
    expect(anew).toMatchObject({ state: 'proposal', frame: { version: 2, sessions: 4, acceptedBy: [] } });
    expect(refusalOf(acceptFrame(anew, rosa, 1))).toBe('two-two-moved-on');
    expect(refusalOf(acceptFrame(anew, ines, 2))).toBe('two-two-clients-decide');
    expect(refusalOf(recommendFrame(agreed(), { ...frame, by: ines, base: 1 }))).toBe('two-two-wrong-state');
  });

  it('[TT-64] either client or either coach ends it at any time, and nothing tells who', () => {
    for (const engagement of [discovering(), recommended(), agreed(), active(), done(beginClosing(active(), karl))]) {
      const ended = [rosa, sam, ines, karl].map((by) => done(endAt(engagement, by, later)));
      expect(new Set(ended.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(ended[0]).toMatchObject({ state: 'closed', closed: { how: 'ended', at: later } });
      for (const by of [lena, mina]) expect(refusalOf(endAt(engagement, by, later))).toBe('two-two-not-yours');
    }
    const closing = done(beginClosing(active(), rosa));
    expect(done(complete(closing, ines, later)).closed).toEqual({ at: later, how: 'completed' });
    expect(refusalOf(complete(active(), ines, later))).toBe('two-two-wrong-state');
    expect(refusalOf(beginClosing(agreed(), rosa))).toBe('two-two-wrong-state');
    expect(refusalOf(endAt(done(endAt(active(), rosa, now)), sam, later))).toBe('two-two-wrong-state');
  });

  it('[C-10] what was shared is kept for thirty days after the end', () => {
    const ended = done(endAt(active(), rosa, now));
    expect([keptUntil(active()), keptUntil(ended)]).toEqual([null, '2026-12-23T09:00:00.000Z']);
    const last = instant('2026-12-23T08:59:59.999Z');
    const over = instant('2026-12-23T09:00:00.000Z');
    expect([isPastKeeping(ended, last), isPastKeeping(ended, over), isPastKeeping(active(), later)]).toEqual([false, true, false]);
  });
});
