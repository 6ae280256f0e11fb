import { rulesAgainst } from '@coaching-pairs/shared/matching/hard-rules';
import { knowledgeOf } from '@coaching-pairs/shared/matching/knowledge';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import { prospectsAmong } from '@coaching-pairs/shared/round/dry-run';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../matching/graphs.js';
import { inventedOrganisation } from '../matching/organisations.js';
import { company, id, someday } from '../organisation/company.js';

const organisation = company()
  .has('Maya')
  .has('Ana', { under: 'Maya', department: 'Finance' })
  .has('Edda', { under: 'Ana', department: 'Finance' })
  .has('Ben', { under: 'Maya', department: 'Operations' })
  .has('Finn', { under: 'Ben', department: 'Logistics' })
  .organisation();
const everybody = ['Maya', 'Ana', 'Edda', 'Ben', 'Finn'].map(id);
const nothing = { otherLine: 0, apart: 0 };
const rules = { ...plainRules(organisation, someday), roundLeaderId: id('Maya') };

describe('with whom somebody could be matched', () => {
  it('[CP-20] [CP-22] [CP-24a] counts the line first, then the function, then earlier partners, and each of the others once', () => {
    const past = { ...rules, pastPairs: [{ memberIds: ['Maya', 'Edda'].map(id), roundsAgo: 1 }] };
    const prospects = prospectsAmong(past, everybody);
    expect(prospects.get(id('Maya'))).toEqual({ line: 2, sameFunction: 0, earlier: 1, ...nothing, possible: 1 });
    expect(prospects.get(id('Ana'))).toEqual({ line: 2, sameFunction: 0, earlier: 0, ...nothing, possible: 2 });
    expect(prospects.get(id('Edda'))).toEqual({ line: 1, sameFunction: 0, earlier: 1, ...nothing, possible: 2 });
    const wholeLine = { ...rules, reach: [{ personId: id('Maya'), levels: 'whole' as const }] };
    expect(prospectsAmong(wholeLine, everybody).get(id('Maya'))).toEqual({ line: 4, sameFunction: 0, earlier: 0, ...nothing, possible: 0 });
  });

  it('[CP-22] counts those in the line of a second manager and those kept apart as well, and nobody who is not among them', () => {
    const dottedLines = [{ upper: id('Ben'), lower: id('Edda') }];
    const keptApart = [[id('Ana'), id('Finn')] as const, [id('Ana'), id('Edda')] as const];
    const entered = prospectsAmong({ ...rules, dottedLines, keptApart }, everybody);
    expect(entered.get(id('Edda'))).toEqual({ line: 1, sameFunction: 0, earlier: 0, otherLine: 1, apart: 0, possible: 2 });
    expect(entered.get(id('Finn'))).toEqual({ line: 1, sameFunction: 0, earlier: 0, otherLine: 0, apart: 1, possible: 2 });
    const past = {
      ...rules,
      pastPairs: [{ memberIds: ['Zoe', 'Edda'].map(id), roundsAgo: 1 }],
      keptApart: [[id('Zoe'), id('Edda')] as const],
    };
    expect(prospectsAmong(past, everybody).get(id('Edda'))).toMatchObject({ earlier: 0, apart: 0, possible: 3 });
  });

  it('[CP-21] [CP-24c] [CP-24d] says for any organisation what is on record about every two, and nothing that was named in private', () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 24 }), (seed, size) => {
        const { ids, rules: all } = inventedOrganisation(randomFrom(seed), size);
        const known = knowledgeOf({ ...all, worksClosely: [], trusts: [] });
        const prospects = prospectsAmong(all, ids);
        for (const one of ids) {
          const firsts = ids.filter((other) => other !== one).map((other) => rulesAgainst(known, one, other)[0]?.code ?? 'possible');
          const count = (code: string): number => firsts.filter((first) => first === code).length;
          expect(prospects.get(one)).toEqual({
            ...{ line: count('in-one-line'), sameFunction: count('same-function') },
            ...{
              earlier: count('past-partners'),
              otherLine: count('dotted-line'),
              apart: count('kept-apart'),
              possible: count('possible'),
            },
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
