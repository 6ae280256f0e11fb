import { instant, personId, plainDate, proposalId } from '@coaching-pairs/shared/ids';
import type { RuleReason } from '@coaching-pairs/shared/matching/reasons';
import { mayNominate, nominate, nomineeOf, passOn } from '@coaching-pairs/shared/round/nomination';
import { nomineeStanding } from '@coaching-pairs/shared/round/nominee';
import { acceptProposal, declineProposal } from '@coaching-pairs/shared/round/proposal';
import { nomineeText } from '@coaching-pairs/shared/words/nominee-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, roundsFor } from './people.js';
import { type Act, playedQuestions, verbs } from './played-questions.js';

const [tom, lena, priya] = [personId('tom'), personId('lena'), personId('priya')];
const at = instant('2026-11-23T09:00:00.000Z');
const later = instant('2026-11-26T09:00:00.000Z');
const suggestion = (held: boolean) => nominate({ id: proposalId('s'), by: tom, nominee: lena, reasons: [], held, at });

const act: fc.Arbitrary<Act> = fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(9), which: fc.nat(20) });

describe('somebody names the partner they would rather have', () => {
  it('[CP-31] [CP-32] [R-12] whatever is accepted, declined, named, withdrawn and left, in any order: nobody is in two pairs, none stands against a rule, every question ends', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const round = playedQuestions();
        for (const one of acts) {
          round.play(one);
          round.holds();
        }
        round.lapses();
        round.holds();
      }),
      { numRuns: 500 },
    );
  });

  it('[CP-31] once the pairs are announced only whoever is matched anew names somebody', () => {
    const { active } = roundsFor();
    const reworked = joined('Tom', { match: { kind: 'reworking' } });
    expect(mayNominate(active, reworked, null)).toEqual({ ok: false, error: { code: 'may-not-suggest' } });
    expect(mayNominate(active, { ...reworked, askedLateAt: at }, null)).toMatchObject({ ok: true });
  });

  it('[CP-32] Tom names Lena: his yes is in it, hers is asked for, and either may say no', () => {
    const asked = suggestion(false);
    expect(asked).toMatchObject({ state: 'sent', acceptedBy: [tom], nominatedBy: tom, answerBy: plainDate('2026-12-03') });
    expect(nomineeOf(asked)).toBe(lena);
    expect(acceptProposal(asked, lena)).toMatchObject({ ok: true, value: { state: 'formed', acceptedBy: [tom, lena] } });
    for (const who of [tom, lena]) expect(declineProposal(asked, who, at)).toMatchObject({ ok: true, value: { ending: 'declined' } });
  });

  it('[CP-31] of the same function Lena is asked only after the people partner’s tap, with as many days as anybody', () => {
    const waiting = suggestion(true);
    expect(waiting).toMatchObject({ state: 'held', sentAt: null });
    expect(acceptProposal(waiting, lena)).toMatchObject({ ok: false, error: { code: 'not-open' } });
    expect(passOn(waiting, lena, later)).toMatchObject({ ok: false, error: { code: 'own-match' } });
    const passed = passOn(waiting, priya, later);
    expect(passed).toMatchObject({ ok: true, value: { state: 'sent', sentAt: later, answerBy: plainDate('2026-12-07') } });
    if (passed.ok) expect(passOn(passed.value, priya, at)).toEqual(passed);
  });
});

describe('why somebody cannot be named', () => {
  const words = wordsFor('en');
  const names: Readonly<Record<string, string>> = { tom: 'you', sam: 'Sam', priya: 'Priya', lena: 'Lena' };
  const said = (...reasons: readonly RuleReason[]) => nomineeText(words, nomineeStanding(reasons, tom), (id) => names[id] ?? id);
  const everybody = { kind: 'public' } as const;
  const line: RuleReason = { code: 'in-one-line', path: [priya, personId('sam'), tom], audience: everybody };
  const sameFunction: RuleReason = { code: 'same-function', functionName: 'Finance', audience: everybody };
  const apart: RuleReason = { code: 'kept-apart', audience: { kind: 'organisers' } };
  const closely = (by: typeof tom): RuleReason => ({ code: 'works-closely', by, audience: { kind: 'own', personId: by } });

  it('[CP-24d] a reason that is public or my own is said, any other is “not available this round”', () => {
    expect(said()).toBeNull();
    expect(said(line)).toBe('In one management chain: Priya → Sam → you.');
    expect(said({ code: 'past-partners', roundsAgo: 1, audience: everybody })).toBe('You were partners in the last round.');
    expect(said(closely(tom))).toBe('You said that you work closely with them.');
    for (const hidden of [closely(lena), apart]) expect(said(hidden)).toBe('Not available this round.');
    expect(said(line, closely(lena), apart)).toBe('In one management chain: Priya → Sam → you.');
  });

  it('[CP-31] the same function alone is for the people partner; beside a hidden reason it is not mentioned', () => {
    expect(nomineeStanding([sameFunction], tom)).toEqual({ kind: 'needs-tap', functionName: 'Finance' });
    expect(said(sameFunction)).toContain('Finance');
    expect(said(sameFunction, apart)).toBe('Not available this round.');
  });
});
