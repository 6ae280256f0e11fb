import { beginClosing, endAt } from '@coaching-pairs/shared/engagement/ending';
import {
  acceptAsSponsor,
  acceptTerms,
  areComplete,
  mayBook,
  mostVersions,
  noTermsWords,
  showingUp,
  sponsorAcceptedAt,
  termsOf,
  termsVersion,
  writeTerms,
} from '@coaching-pairs/shared/engagement/terms';
import { describe, expect, it } from 'vitest';
import {
  accepts,
  active,
  agreed,
  consented,
  discovering,
  done,
  ines,
  karl,
  lena,
  mina,
  now,
  recommended,
  refusalOf,
  rosa,
  sam,
} from './four.js';

describe('the agreements of an engagement', () => {
  it('[TT-30] [TT-31] [TT-32] [TT-33] five promises of a coach, three of a client, two of a sponsor; six ways of showing up that nobody signs', () => {
    expect(Object.values(termsOf).map((terms) => terms.length)).toEqual([5, 3, 2]);
    expect(showingUp).toHaveLength(6);
    expect(
      showingUp.filter((way) =>
        Object.values(termsOf)
          .flat()
          .includes(way as never),
      ),
    ).toEqual([]);
  });

  it('[TT-30] [TT-31] each accepts theirs by name and date, in the version that they read', () => {
    const one = done(accepts(agreed(), ines));
    expect(one.acceptances).toEqual([{ personId: ines, party: 'coach', terms: termsVersion, words: 0, at: now }]);
    expect(accepts(one, ines)).toEqual({ ok: true, value: one });
    for (const shown of [
      { terms: termsVersion + 1, words: 0 },
      { terms: termsVersion, words: 1 },
    ])
      expect(refusalOf(acceptTerms(agreed(), { by: rosa, at: now, ...shown }))).toBe('two-two-moved-on');
    for (const by of [lena, mina]) expect(refusalOf(accepts(agreed(), by))).toBe('two-two-not-yours');
    for (const early of [discovering(), recommended()]) expect(refusalOf(accepts(early, rosa))).toBe('two-two-wrong-state');
  });

  it.each([rosa, sam, ines, karl])('[TT-34] no session is booked before the four are complete: %s is missing', (missing) => {
    const three = [rosa, sam, ines, karl].filter((by) => by !== missing).reduce((one, by) => done(accepts(one, by)), agreed());
    const withSponsor = done(acceptAsSponsor(three, { by: lena, terms: termsVersion, at: now }));
    for (const engagement of [three, withSponsor])
      expect([engagement.state, areComplete(engagement), mayBook(engagement)]).toEqual(['agreed', false, false]);
    const whole = done(accepts(withSponsor, missing));
    expect([whole.state, areComplete(whole), mayBook(whole)]).toEqual(['active', true, true]);
  });

  it('[TT-13] [TT-34] what the four write themselves has versions: what a client and their coach spoke of alone may be brought in, too', () => {
    const words = { ...noTermsWords, broughtIn: 'Our goals', at: now };
    const { engagement, written } = done(writeTerms(active(), { ...words, by: sam, base: 0 }));
    expect([engagement.state, engagement.words, mayBook(engagement)]).toEqual(['active', 1, false]);
    expect(written).toMatchObject({ version: 1, savedBy: sam, broughtIn: 'Our goals' });
    expect(refusalOf(writeTerms(engagement, { ...words, by: ines, base: 0 }))).toBe('two-two-moved-on');
    expect(refusalOf(writeTerms(engagement, { ...words, by: lena, base: 1 }))).toBe('two-two-not-yours');
    expect(refusalOf(writeTerms(recommended(), { ...words, by: rosa, base: 0 }))).toBe('two-two-wrong-state');
    const again = [rosa, sam, ines, karl].reduce((one, by) => done(accepts(one, by)), engagement);
    expect([mayBook(again), again.acceptances.length]).toEqual([true, 4]);
    const worn = { ...engagement, words: mostVersions };
    expect(refusalOf(writeTerms(worn, { ...words, by: sam, base: mostVersions }))).toBe('two-two-too-many');
  });

  it('[TT-34] sessions may be booked for closing too, and not once it is over', () => {
    expect(mayBook(done(beginClosing(active(), rosa)))).toBe(true);
    expect(mayBook(done(endAt(active(), rosa, now)))).toBe(false);
  });

  it('[TT-33] the sponsor accepts both of theirs, once both clients have said yes, and that opens nothing but their page', () => {
    expect(refusalOf(acceptAsSponsor(consented(), { by: lena, terms: termsVersion, at: now }))).toBe('two-two-wrong-state');
    for (const by of [rosa, ines, mina])
      expect(refusalOf(acceptAsSponsor(discovering(), { by, terms: termsVersion, at: now }))).toBe('two-two-not-yours');
    expect(refusalOf(acceptAsSponsor(discovering(), { by: lena, terms: 0, at: now }))).toBe('two-two-moved-on');
    const accepted = done(acceptAsSponsor(discovering(), { by: lena, terms: termsVersion, at: now }));
    expect([sponsorAcceptedAt(discovering()), sponsorAcceptedAt(accepted), accepted.state]).toEqual([null, now, 'discovery']);
  });
});
