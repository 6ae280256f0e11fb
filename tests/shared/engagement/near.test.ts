import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import {
  bothAreContent,
  contentWith,
  daysToAgree,
  nearAsOf,
  othersNeeded,
  putForward,
  ratherOthers,
  takenBack,
  withoutNear,
} from '@coaching-pairs/shared/engagement/near';
import { isStillNews, newsOf } from '@coaching-pairs/shared/engagement/news';
import { asOf, assignCoaches, letDrop } from '@coaching-pairs/shared/engagement/way-in';
import { instant, operationId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { consented, done, holdings, ines, karl, lena, mina, now, refusalOf, rosa, sam } from './four.js';

const id = operationId('put-forward-1');
const near = [{ coachId: ines, clientId: sam, why: 'in-chain' }] as const;
const two = { id, holdings, near, at: now };
const asked = (): Engagement => done(putForward(consented(), two));
const content = (engagement: Engagement, by: typeof rosa, of: string = id) => contentWith(engagement, { by, id: of });
const later = instant(new Date(Date.parse(now) + daysToAgree * 86_400_000).toISOString());
const told = (before: Engagement, after: Engagement) => newsOf(before, after).map(({ kind, to }) => `${kind} ${to}`);

describe('a coach who is near to a client', () => {
  it('[TT-01] is put before both clients, and given by nobody’s yes alone', () => {
    const one = done(content(asked(), rosa));
    expect([bothAreContent(asked()), bothAreContent(one), bothAreContent(done(content(one, sam)))]).toEqual([false, false, true]);
    expect(done(content(one, rosa))).toBe(one);
    for (const by of [ines, lena, mina]) expect(refusalOf(content(asked(), by))).toBe('two-two-not-yours');
    for (const engagement of [consented(), asked()]) expect(refusalOf(content(engagement, rosa, 'another'))).toBe('two-two-moved-on');
    expect(refusalOf(putForward(consented(), { ...two, near: [] }))).toBe('two-two-nobody-near');
    expect(refusalOf(putForward(asked(), two))).toBe('two-two-moved-on');
  });

  it('[TT-01] [TT-05] a no, an answer that does not come, and two who cannot be given leave the same behind, whoever had said yes', () => {
    const answered = [asked(), done(content(asked(), rosa)), done(content(asked(), sam))];
    const worlds = answered.flatMap((one) => [
      ...[rosa, sam].map((by) => done(ratherOthers(one, { by, id }))),
      ...[asOf(one, later), nearAsOf(one, later), othersNeeded(one)],
    ]);
    expect(new Set(worlds.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(worlds[0]).toMatchObject({ state: 'enquiry', putForward: null, notThese: [ines] });
    expect(asOf(asked(), now).putForward).not.toBeNull();
    expect(refusalOf(putForward(worlds[0] ?? expect.unreachable(), two))).toBe('two-two-not-these-again');
    // Whoever took them back themselves may put them forward again; the clients read the same.
    expect(refusalOf(putForward(takenBack(asked()), two))).toBe('done');
  });

  it('[TT-01] nothing of it stays once coaches are given, or where it does not go ahead', () => {
    const given = done(assignCoaches(done(content(done(content(asked(), rosa)), sam)), holdings));
    expect([given.state, given.putForward, given.notThese]).toEqual(['discovery', null, []]);
    expect(done(letDrop(asked(), now))).toEqual(done(letDrop(consented(), now)));
  });

  it('[TT-01] [TT-05] both clients are asked; whoever coordinates is told that it is agreed, or that others are needed, and of one yes nothing', () => {
    const one = done(content(asked(), rosa));
    expect(told(consented(), asked())).toEqual([`near ${rosa}`, `near ${sam}`]);
    expect(told(asked(), one)).toEqual([]);
    expect(told(one, done(ratherOthers(one, { by: sam, id })))).toEqual(['near-others coordinator']);
    expect(told(one, asOf(one, later))).toEqual(['near-others coordinator']);
    expect(told(one, takenBack(one))).toEqual([]);
    expect(told(one, done(assignCoaches(one, holdings)))).toContain('near-agreed coordinator');
    const others = holdings.map((held) => (held.coachId === ines ? { ...held, coachId: mina } : held));
    expect(told(one, done(assignCoaches(one, others)))).not.toContain('near-agreed coordinator');
    const waits = (engagement: Engagement, to: typeof rosa) => isStillNews(engagement, { kind: 'near', to });
    expect([waits(one, rosa), waits(one, sam), waits(takenBack(one), sam)]).toEqual([false, true, false]);
    expect(isStillNews(asked(), { kind: 'find-coaches', to: 'coordinator' })).toBe(false);
  });

  it('[C-09] who has left is put before nobody, and is named nowhere', () => {
    expect(withoutNear(asked(), mina)).toEqual(asked());
    expect(withoutNear(asked(), ines)).toMatchObject({ putForward: null, notThese: [] });
    expect(withoutNear(asked(), karl)).toMatchObject({ putForward: null, notThese: [ines] });
    expect(withoutNear(othersNeeded(asked()), ines).notThese).toEqual([]);
  });
});
