import { createHash } from 'node:crypto';
import { bookOf, discreetActs, isOpenAct, openActs, peopleIn, renamedIn, splitSubject } from '@coaching-pairs/shared/audit/acts';
import { beginningOf, type ChainedAct, checkChain, followChain, type Link, linkText } from '@coaching-pairs/shared/audit/chain';
import { verifyRecord, verifySince } from '@coaching-pairs/shared/audit/verify';
import { AuditExport, auditFormat } from '@coaching-pairs/shared/wire/audit';
import { catalogues } from '@coaching-pairs/shared/words/catalogues';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const beginning = beginningOf('round~spring', 'open');

const act = (seq: number): ChainedAct => ({
  ...{ seq, at: `2026-11-20T09:${String(seq).padStart(2, '0')}:00.000Z`, by: `p-${seq % 3}`, action: 'draft.swap' },
  ...{ subject: { personId: `p-${seq}`, people: '2' }, veil: seq % 2 === 0 ? `veil-${seq}` : null, result: 'done' },
});

const chainOf = (count: number): readonly Link[] => {
  let previous = beginning.previous;
  return Array.from({ length: count }, (_, index) => {
    const link = { ...act(index + 1), hash: sha256(linkText(previous, act(index + 1))) };
    previous = link.hash;
    return link;
  });
};

const headOf = (links: readonly Link[]) => ({ count: links.length, hash: links.at(-1)?.hash ?? beginning.previous });

describe('a chain of acts', () => {
  it('[S-20] is whole as long as nothing was touched', () => {
    for (const count of [0, 1, 7]) {
      const links = chainOf(count);
      expect(checkChain(beginning, links, headOf(links), sha256)).toEqual({ ok: true, value: headOf(links) });
    }
  });

  it('[S-20] whatever is altered, left out, added or put elsewhere, is found at its place', () => {
    const forgeries: Readonly<Record<string, (link: Link) => Link>> = {
      when: (link) => ({ ...link, at: '2026-11-20T10:00:00.000Z' }),
      who: (link) => ({ ...link, by: 'p-other' }),
      what: (link) => ({ ...link, action: 'draft.lock' }),
      'about whom': (link) => ({ ...link, subject: { ...link.subject, personId: 'p-other' } }),
      'how many': (link) => ({ ...link, subject: { personId: link.subject.personId ?? '' } }),
      'what is veiled': (link) => ({ ...link, veil: 'other' }),
      'what came of it': (link) => ({ ...link, result: 'refused' }),
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.constantFrom(...Object.keys(forgeries)), (count, at, what) => {
        const links = chainOf(count);
        const place = at % count;
        const forged = links.map((link, index) => (index === place ? (forgeries[what]?.(link) ?? link) : link));
        expect(checkChain(beginning, forged, headOf(links), sha256)).toEqual({ ok: false, error: { code: 'altered', seq: place + 1 } });
        // A hash made anew breaks the act after it, or the end.
        const before = links[place - 1]?.hash ?? beginning.previous;
        const anew = forged.map((link, index) => (index === place ? { ...link, hash: sha256(linkText(before, link)) } : link));
        expect(checkChain(beginning, anew, headOf(links), sha256).ok).toBe(false);
        expect(checkChain(beginning, links.toSpliced(place, 1), headOf(links), sha256).ok).toBe(false);
        expect(
          checkChain(beginning, links.toSpliced(place, 0, links[place] ?? links[0] ?? (act(1) as Link)), headOf(links), sha256).ok,
        ).toBe(false);
      }),
    );
  });

  it('[S-20] no book passes for another, and one that begins later still follows', () => {
    const links = chainOf(5);
    expect(checkChain(beginningOf('round~spring', 'discreet'), links, headOf(links), sha256).ok).toBe(false);
    const later = { seq: 3, previous: links[1]?.hash ?? '' };
    expect(followChain(later, links.slice(2), sha256)).toEqual({ ok: true, value: headOf(links) });
    expect(followChain(later, links, sha256).ok).toBe(false);
  });
});

describe('what administrators may read of each other', () => {
  it('[CP-33] [S-20] is no act that tells who declined, asked, met, agreed or answered', () => {
    const discreet = ['proposal.answer', 'proposal.withdraw', 'proposal.in-one-line', 'suggestion.pass-on', 'suggestion.not-passed-on'];
    const own = ['answer.joined', 'answer.sitting-out', 'sessions.book', 'agreement.save', 'agreement.confirm', 'pair.end', 'pair.forget'];
    for (const action of [...discreet, ...own, ...discreetActs, 'tell.pulse', 'something.new']) {
      expect(isOpenAct(action), action).toBe(false);
      expect(bookOf(action)).toBe('discreet');
    }
    expect(bookOf('round.open')).toBe('open');
  });

  it('has a sentence for each act, no two alike, and none for an act that nobody else reads', () => {
    const { t } = wordsFor('en-GB');
    expect(new Set(openActs.map((action) => t(`audit.act.${action}`))).size).toBe(openActs.length);
    const worded = Object.keys(catalogues.en ?? {}).flatMap((id) => (id.startsWith('audit.act.') ? [id.slice('audit.act.'.length)] : []));
    expect(new Set(worded)).toEqual(new Set<string>(openActs));
  });

  it('[CP-33] shows whom an act was about and how many; which match or pair stays veiled', () => {
    const { shown, veiled } = splitSubject({ roundId: 'r', personId: 'ana', people: '3', proposalId: 'p-1', pairs: 'ana ben' });
    expect(shown).toEqual({ personId: 'ana', people: '3' });
    expect(veiled).toEqual({ proposalId: 'p-1', pairs: 'ana ben' });
  });

  it('[C-09] calls everybody in it by another name, and nothing else', () => {
    const subject = { personId: 'ana', pairs: 'ana ben, nils maya', people: '2', why: 'nobody-else' };
    expect(peopleIn(subject)).toEqual(['ana', 'ana', 'ben', 'nils', 'maya']);
    expect(renamedIn(subject, (person) => `x${person}`)).toEqual({ ...subject, personId: 'xana', pairs: 'xana xben, xnils xmaya' });
  });
});

describe('a record that was taken along', () => {
  const recordOf = (count: number, id = 'spring', links = chainOf(count)): AuditExport =>
    AuditExport.parse({
      ...{ format: auditFormat, madeAt: '2026-11-20T12:00:00.000Z', round: { id, name: 'Spring' }, people: [] },
      books: [{ place: 'round', beginning, ...headOf(chainOf(count)), links }],
    });

  it('[S-20] is followed without the product, also where its beginning was deleted for its age', () => {
    expect(verifyRecord(recordOf(4), sha256).ok).toBe(true);
    const forged = chainOf(4).map((link, index) => (index === 2 ? { ...link, by: 'p-other' } : link));
    expect(verifyRecord(recordOf(4, 'spring', forged), sha256)).toEqual({ ok: false, error: { code: 'altered', seq: 3, place: 'round' } });
  });

  it('[S-20] holds each earlier one of its round; one that was written anew from the start does not', () => {
    expect(verifySince(recordOf(6), recordOf(4)).ok).toBe(true);
    expect(verifySince(recordOf(4), recordOf(4)).ok).toBe(true);
    expect(verifySince(recordOf(4), recordOf(6)).ok).toBe(false);
    expect(verifySince(recordOf(6), recordOf(4, 'autumn'))).toEqual({ ok: false, error: { code: 'other-round' } });
    const [first = act(1) as Link] = chainOf(1);
    const other = { ...first, by: 'p-other' };
    const anew = recordOf(1, 'spring', [{ ...other, hash: sha256(linkText(beginning.previous, other)) }]);
    const [book] = anew.books;
    const whole = { ...anew, books: [{ ...(book ?? recordOf(1).books[0]), hash: book?.links[0]?.hash }] } as AuditExport;
    expect(verifyRecord(whole, sha256).ok).toBe(true);
    expect(verifySince(recordOf(6), whole)).toEqual({ ok: false, error: { code: 'changed', place: 'round' } });
  });
});
