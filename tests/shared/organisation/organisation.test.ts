import { chainAbove, isAbove, levelsAbove, lineBetween, peopleBelow } from '@coaching-pairs/shared/organisation/chains';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { findingsOf } from '@coaching-pairs/shared/organisation/findings';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { spans, widestSpan } from '@coaching-pairs/shared/organisation/span';
import { describe, expect, it } from 'vitest';
import { company, id, personNamed } from './company.js';

const tree = company()
  .has('Priya')
  .has('Sam', { under: 'Priya' })
  .has('Ana', { under: 'Sam' })
  .has('Tom', { under: 'Ana' })
  .has('Kim', { under: 'Priya' });

describe('chains', () => {
  it('run upwards from the direct manager to the top, and downwards to everybody below', () => {
    const org = tree.organisation();
    expect(chainAbove(org, id('Tom'))).toEqual([id('Ana'), id('Sam'), id('Priya')]);
    expect([...peopleBelow(org, id('Sam'))].sort()).toEqual([id('Ana'), id('Tom')]);
    expect(isAbove(org, id('Priya'), id('Tom'))).toBe(true);
    expect(isAbove(org, id('Tom'), id('Priya'))).toBe(false);
    expect(isAbove(org, id('Kim'), id('Tom'))).toBe(false);
    expect(levelsAbove(org, id('Priya'), id('Tom'))).toBe(3);
  });

  it('a line is told from the upper person down, whoever is named first', () => {
    const org = tree.organisation();
    expect(lineBetween(org, id('Ana'), id('Priya'))).toEqual([id('Priya'), id('Sam'), id('Ana')]);
    expect(lineBetween(org, id('Priya'), id('Ana'))).toEqual([id('Priya'), id('Sam'), id('Ana')]);
    expect(lineBetween(org, id('Kim'), id('Ana'))).toBeNull();
  });

  it('go round a cycle once, and everybody in it is above everybody else', () => {
    const org = company().has('Mia', { under: 'Lea' }).has('Lea', { under: 'Zoe' }).has('Zoe', { under: 'Mia' }).organisation();
    expect(chainAbove(org, id('Mia'))).toEqual([id('Lea'), id('Zoe')]);
    expect(isAbove(org, id('Mia'), id('Lea'))).toBe(true);
    expect(lineBetween(org, id('Mia'), id('Lea'))).toEqual([id('Lea'), id('Mia')]);
  });

  it('stop before a manager whom nobody knows', () => {
    expect(chainAbove(company().has('Omar', { under: 'Gone' }).organisation(), id('Omar'))).toEqual([]);
  });
});

describe('corrections', () => {
  it('win over the directory, the newest word on each field counting', () => {
    const org = tree
      .correct('Tom', { under: 'Sam' })
      .correct('Tom', { functionName: 'Care' })
      .correct('Tom', { under: 'Kim' })
      .organisation();
    expect(chainAbove(org, id('Tom'))).toEqual([id('Kim'), id('Priya')]);
    expect(org.functionOf.get(id('Tom'))).toBe('Care');
    expect(org.corrected).toEqual(new Map([[id('Tom'), ['managerId', 'functionName']]]));
  });

  it('are taken back, and the directory’s word counts again; a second manager goes as they came', () => {
    const put = tree.correct('Tom', { under: 'Kim', functionName: 'Care', alsoUnder: 'Sam' });
    expect(put.organisation().corrected.get(id('Tom'))).toEqual(['managerId', 'functionName', 'dottedManagerId']);
    const org = put.correct('Tom', { takesBack: ['managerId'], alsoUnder: null }).organisation();
    expect(org.managerOf.get(id('Tom'))).toBe(id('Ana'));
    expect(org.corrected.get(id('Tom'))).toEqual(['functionName']);
    expect([...org.dottedOf]).toEqual([]);
    expect(
      put
        .correct('Tom', { takesBack: ['managerId'] })
        .correct('Tom', { under: 'Sam' })
        .organisation()
        .managerOf.get(id('Tom')),
    ).toBe(id('Sam'));
  });

  it('can say that somebody has no manager', () => {
    const org = tree.correct('Sam', { under: null }).organisation();
    expect(org.managerOf.get(id('Sam'))).toBeNull();
    expect(findingsOf(org).withoutManager).toEqual([id('Priya')]);
  });
});

describe('functions', () => {
  const people = company()
    .has('Ana', { department: 'Tax' })
    .has('Ben', { department: ' tax ' })
    .has('Cem', { department: 'Treasury' })
    .has('Dee', { department: 'Design', functionName: 'Products' })
    .has('Eli', { department: null })
    .group('Finance', 'Tax', 'TREASURY');

  it('[CP-20] are groups of departments; a department in no group is a function of its own; without a department there is none', () => {
    const { functionOf } = people.has('Fay', { department: 'Brand' }).organisation();
    expect(['Ana', 'Ben', 'Cem', 'Dee', 'Eli', 'Fay'].map((name) => functionOf.get(id(name)))).toEqual([
      'Finance',
      'Finance',
      'Finance',
      'Products',
      undefined,
      'Brand',
    ]);
  });

  it('are what the file says rather than the department, and what HR says rather than both', () => {
    const { functionOf } = people.correct('Dee', { functionName: 'Research' }).correct('Eli', { functionName: 'Research' }).organisation();
    expect([functionOf.get(id('Dee')), functionOf.get(id('Eli'))]).toEqual(['Research', 'Research']);
  });
});

describe('confirmation', () => {
  const top = id('Priya');

  it('[CP-24b] a chain that reaches the round’s top is confirmed', () => {
    expect(confirmation(tree.organisation(), id('Tom'), top)).toEqual({ status: 'confirmed', topId: top });
    expect(confirmation(tree.organisation(), top, top)).toEqual({ status: 'confirmed', topId: top });
  });

  it('[CP-24b] a missing or blocked manager, a cycle, and a person without a manager leave a chain unconfirmed, with the reason', () => {
    const org = tree
      .has('Omar', { under: 'Gone' })
      .has('Ola', { under: 'Omar' })
      .has('Ben', { under: 'Blocked' })
      .has('Blocked', { under: 'Priya', enabled: false })
      .has('Mia', { under: 'Lea' })
      .has('Lea', { under: 'Mia' })
      .has('Max', { under: 'Mia' })
      .has('Solo')
      .organisation();
    const doubt = (name: string) => {
      const found = confirmation(org, id(name), top);
      return found.status === 'unconfirmed' ? found.doubt : null;
    };
    expect(doubt('Ola')).toEqual({ code: 'manager-missing', personId: id('Omar'), managerId: id('Gone') });
    expect(doubt('Ben')).toEqual({ code: 'manager-disabled', personId: id('Ben'), managerId: id('Blocked') });
    expect(doubt('Max')).toEqual({ code: 'cycle', personId: id('Mia'), members: [id('Lea'), id('Mia')] });
    expect(doubt('Solo')).toEqual({ code: 'no-manager-given', personId: id('Solo') });
    expect(doubt('Nobody')).toEqual({ code: 'unknown-person', personId: id('Nobody') });
  });

  it('[CP-24b] HR confirms by entering the manager or by saying that there is none', () => {
    const org = tree
      .has('Omar', { under: 'Gone' })
      .has('Solo')
      .correct('Omar', { under: 'Sam' })
      .correct('Solo', { under: null })
      .organisation();
    expect(confirmation(org, id('Omar'), top).status).toBe('confirmed');
    expect(confirmation(org, id('Solo'), top)).toEqual({ status: 'confirmed', topId: id('Solo') });
  });
});

describe('findings', () => {
  it('name missing and blocked managers, cycles and missing departments', () => {
    const org = tree
      .has('Omar', { under: 'Gone' })
      .has('Old', { under: 'Priya', enabled: false })
      .has('Ben', { under: 'Old', department: null })
      .has('Mia', { under: 'Lea' })
      .has('Lea', { under: 'Mia' })
      .has('Ego', { under: 'Ego' })
      .organisation();
    expect(findingsOf(org)).toEqual({
      people: 11,
      withoutManager: [id('Priya')],
      managerMissing: [{ personId: id('Omar'), managerId: id('Gone') }],
      managerDisabled: [{ personId: id('Ben'), managerId: id('Old') }],
      disabled: [id('Old')],
      cycles: [[id('Ego')], [id('Lea'), id('Mia')]],
      withoutDepartment: [id('Ben')],
    });
  });
});

describe('spans', () => {
  it('whoever has most people below them leads unless another is named; a blocked account never does', () => {
    expect(widestSpan(tree.organisation())).toBe(id('Priya'));
    expect(widestSpan(tree.has('Old', { enabled: false }).correct('Priya', { under: 'Old' }).organisation())).toBe(id('Priya'));
    expect(widestSpan(company().organisation())).toBeNull();
  });

  it('count everybody below once, also in a cycle', () => {
    const org = company().has('Mia', { under: 'Lea' }).has('Lea', { under: 'Mia' }).has('Max', { under: 'Mia' }).organisation();
    expect(Object.fromEntries(spans(org))).toEqual({ lea: 2, max: 0, mia: 2 });
  });
});

describe('a large organisation without a root', () => {
  it('20,000 people, 450 of them under absent managers, in one line and in cycles, are read without running out of stack', () => {
    const people = Array.from({ length: 20_000 }, (_, index) => {
      if (index < 450) return personNamed(`P${index}`, { under: `absent ${index}` });
      if (index < 1_000) return personNamed(`P${index}`, { under: `P${index === 999 ? 450 : index + 1}` });
      return personNamed(`P${index}`, { under: `P${index - 1}` });
    });
    const org = organise({ people, corrections: [], functions: [] });
    expect(findingsOf(org).managerMissing).toHaveLength(450);
    expect(org.cycles.map((cycle) => cycle.length)).toEqual([550]);
    expect(spans(org).get(id('P450'))).toBe(19_549);
    expect(chainAbove(org, id('P19999'))).toHaveLength(19_549);
    expect(confirmation(org, id('P19999'), null)).toMatchObject({ status: 'unconfirmed', doubt: { code: 'cycle' } });
    expect(widestSpan(org)).toBe(id('P450'));
  });
});
