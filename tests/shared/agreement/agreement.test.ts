import {
  type Agreement,
  confirmAgreement,
  firstTerms,
  isAgreed,
  mostVersions,
  noWords,
  type Saving,
  saveAgreement,
  warningsOf,
  wordsOf,
} from '@coaching-pairs/shared/agreement/agreement';
import { instant, pairId, personId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';

const [ana, ben] = [personId('ana'), personId('ben')];
const members = [ana, ben];
const saving = (by: typeof ana, base: number, more: Partial<Saving> = {}): Saving => ({
  ...{ pairId: pairId('p-1'), members, by, base, at: instant('2027-01-11T09:00:00.000Z') },
  ...{ terms: firstTerms(2), words: noWords },
  ...more,
});
const saved = (latest: Agreement | null, asked: Saving): Agreement => {
  const next = saveAgreement(latest, asked);
  if (!next.ok) throw new Error(next.error.code);
  return next.value;
};

describe('what a pair agrees on', () => {
  it('[CP-40] either changes it, each speaks for themselves, and every version stays as it was', () => {
    const first = saved(null, saving(ana, 0, { words: { ...noWords, wants: 'To let go.' } }));
    const second = saved(first, saving(ben, 1, { terms: { ...first.terms, contact: 'A call on Fridays.' } }));
    expect([second.version, second.terms.contact, wordsOf(second, ana).wants, wordsOf(second, ben)]).toEqual([
      ...[2, 'A call on Fridays.', 'To let go.', noWords],
    ]);
    expect(first.terms.contact).toBe('');
  });

  it('[CP-40] counts once all have said yes to the same version; a new one asks anew', () => {
    const first = saved(null, saving(ana, 0));
    expect(isAgreed(first, members)).toBe(false);
    const one = confirmAgreement(first, 1, ana);
    const both = one.ok ? confirmAgreement(one.value, 1, ben) : one;
    if (!one.ok || !both.ok) throw new Error('refused');
    expect([isAgreed(one.value, members), isAgreed(both.value, members)]).toEqual([false, true]);
    expect(confirmAgreement(both.value, 1, ben)).toEqual({ ok: true, value: both.value });
    const changed = saved(both.value, saving(ben, 1, { words: { ...noWords, shutsDown: 'Haste.' } }));
    expect([changed.confirmedBy, isAgreed(changed, members)]).toEqual([[], false]);
    expect(saveAgreement(changed, saving(ben, 2, { words: { ...noWords, shutsDown: 'Haste.' } }))).toEqual({ ok: true, value: changed });
  });

  it('[R-12] writes nothing over what was saved meanwhile, and takes no yes to what was not shown', () => {
    const first = saved(null, saving(ana, 0));
    for (const refused of [saveAgreement(first, saving(ben, 0)), confirmAgreement(first, 2, ben), confirmAgreement(null, 1, ben)])
      expect(refused).toEqual({ ok: false, error: { code: 'agreement-changed' } });
    const terms = { ...firstTerms(2), books: personId('priya') };
    expect(saveAgreement(first, saving(ben, 1, { terms }))).toEqual({ ok: false, error: { code: 'not-a-member' } });
    expect(saveAgreement({ ...first, version: mostVersions }, saving(ben, mostVersions, { terms: firstTerms(3) }))).toMatchObject({
      error: { code: 'too-many-versions' },
    });
  });

  it('[CP-41] begins with six meetings of about an hour, and warns of fewer or shorter ones', () => {
    expect([firstTerms(2), firstTerms(3)].map(({ meetings, minutes }) => [meetings, minutes])).toEqual([
      [6, 60],
      [6, 75],
    ]);
    expect(warningsOf({ meetings: 6, minutes: 50 })).toEqual([]);
    expect(warningsOf({ meetings: 5, minutes: 45 })).toEqual(['fewer-meetings', 'shorter-meetings']);
  });
});
