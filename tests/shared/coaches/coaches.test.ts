import { accountOf, type Coach, canTakeOn, coachId, committed, entered, whyNotFree } from '@coaching-pairs/shared/coaches/coach';
import { conflictsLeft, conflictsOf } from '@coaching-pairs/shared/coaches/conflicts';
import { notOffered, switched } from '@coaching-pairs/shared/coaches/programme';
import { type Load, type SuggestionInput, suggestCoaches } from '@coaching-pairs/shared/coaches/suggestion';
import type { PersonId } from '@coaching-pairs/shared/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Company, company, id, someday } from '../organisation/company.js';

const [ana, ben] = [id('Ana'), id('Ben')];
const clients = [ana, ben] as const;

const inside = (name: string, more: Partial<Coach> = {}): Coach => ({
  ...{ id: coachId(id(name)), from: { kind: 'inside', personId: id(name) }, about: '', languages: ['English'], place: '' },
  ...{ capacity: 2, paused: false, commitment: { name, at: someday }, ...more },
});
const external = (name: string, more: Partial<Coach> = {}): Coach => ({
  ...inside(name),
  from: { kind: 'external', name, mail: `${name.toLowerCase()}@example.com`, guestId: null },
  ...more,
});

/** Maya above Ana, Ana above Ben; Cleo, Dev, Edda and Finn apart from them. */
const contoso: Company = company()
  .has('Maya')
  .has('Ana', { under: 'Maya', department: 'Finance', location: 'Leeds' })
  .has('Ben', { under: 'Ana', department: 'Operations', location: 'Porto' })
  .has('Cleo', { department: 'Sales' })
  .has('Dev', { department: 'Legal' })
  .has('Edda', { department: 'Press' })
  .has('Finn', { department: 'Finance' })
  .has('Gwen', { under: 'Ben', department: 'Logistics' });

const ask = (coaches: readonly Coach[], more: Partial<SuggestionInput> = {}) =>
  suggestCoaches({
    organisation: contoso.organisation(),
    coaches,
    load: new Map(),
    clientIds: clients,
    languages: [],
    agreed: [],
    ...more,
  });

const loads = (of: Readonly<Record<string, Load>>): ReadonlyMap<Coach['id'], Load> =>
  new Map(Object.entries(of).map(([name, load]) => [coachId(id(name)), load]));

const codes = (coach: Coach, from: Company = contoso) =>
  conflictsOf(from.organisation(), coach, clients).map(({ code, clientId }) => `${code} ${clientId}`);
const chosen = (found: ReturnType<typeof ask>) =>
  found.two?.holds.map(({ coachId: coach, clientId }) => `${coach} holds ${clientId}`) ?? null;

describe('the programme', () => {
  it('is off until somebody switches it on by name, and off again by name', () => {
    const on = switched(notOffered, true, id('Maya'), someday);
    expect(notOffered).toEqual({ on: false, by: null, at: null });
    expect(on).toEqual({ on: true, by: 'maya', at: someday });
    expect(switched(on, true, id('Dev'), someday)).toBe(on);
    expect(switched(on, false, id('Dev'), someday)).toMatchObject({ on: false, by: 'dev' });
  });
});

describe('the register', () => {
  it('[TT-30] whoever enters it has accepted no code; that they do themselves, by name, once', () => {
    const coach = entered([], { id: coachId('dev'), from: { kind: 'inside', personId: id('Dev') }, capacity: 2 });
    if (!coach.ok) throw new Error(coach.error.code);
    expect(whyNotFree(coach.value, 0)).toBe('not-committed');
    expect(committed(coach.value, '  ', someday)).toMatchObject({ ok: false, error: { code: 'coach-name-missing' } });
    const accepted = committed(coach.value, ' Dev Shah ', someday);
    if (!accepted.ok) throw new Error(accepted.error.code);
    expect(accepted.value.commitment).toEqual({ name: 'Dev Shah', at: someday });
    expect(canTakeOn(accepted.value, 1)).toBe(true);
    expect(committed(accepted.value, 'Another', someday)).toEqual(accepted);
  });

  it('nobody stands in it twice, by account, as a guest, or by address', () => {
    const guest = external('Gina', { from: { kind: 'external', name: 'Gina', mail: 'gina@example.com', guestId: id('Guest') } });
    const register = [inside('Dev'), guest];
    const next = { id: coachId('new'), capacity: 1 };
    const again = [
      { kind: 'inside', personId: id('Dev') },
      { kind: 'inside', personId: id('Guest') },
      { kind: 'external', name: 'Else', mail: ' GINA@example.com', guestId: null },
    ] as const;
    for (const from of again) expect(entered(register, { ...next, from })).toMatchObject({ ok: false, error: { code: 'coach-known' } });
    expect(entered(register, { ...next, from: { kind: 'external', name: 'Gina', mail: 'other@example.com', guestId: null } }).ok).toBe(
      true,
    );
    expect([accountOf(inside('Dev')), accountOf(external('Hal')), accountOf(guest)]).toEqual(['dev', null, 'guest']);
  });

  it('whoever pauses or is full takes on nothing new', () => {
    expect(whyNotFree(inside('Dev', { paused: true }), 0)).toBe('paused');
    expect(whyNotFree(inside('Dev'), 2)).toBe('full');
    expect(whyNotFree(inside('Dev'), 1)).toBeNull();
  });
});

describe('who is too near', () => {
  it('[TT-01] a client, and whoever stands above or below one, by a second line too, or in their function', () => {
    expect(codes(inside('Ana'))).toEqual(['is-client ana', 'in-chain ben']);
    expect(codes(inside('Maya'))).toEqual(['in-chain ana', 'in-chain ben']);
    expect(codes(inside('Gwen'))).toEqual(['in-chain ana', 'in-chain ben']);
    expect(codes(inside('Finn'))).toEqual(['same-function ana']);
    expect(codes(inside('Cleo'))).toEqual([]);
    expect(codes(inside('Cleo'), contoso.correct('Ben', { alsoUnder: 'Cleo' }))).toEqual(['in-chain ben']);
    expect(codes(inside('Cleo'), contoso.group('Numbers', 'Sales', 'Finance'))).toEqual(['same-function ana']);
  });

  it('[TT-01] an external coach stands in no line, and is no client either', () => {
    expect(codes(external('Hal'))).toEqual([]);
    const guest = { kind: 'external', name: 'Ana', mail: 'ana@example.com', guestId: ana } as const;
    expect(codes(external('Ana', { from: guest }))).toEqual(['is-client ana']);
  });

  it('[TT-05] nearness is lifted by both clients together and by neither alone; nobody is coach and client', () => {
    const left = (coach: Coach, ...by: readonly PersonId[]) =>
      conflictsLeft(
        conflictsOf(contoso.organisation(), coach, clients),
        coach,
        clients,
        by.map((one) => ({ coachId: coach.id, by: one })),
      ).map(({ code }) => code);
    expect(left(inside('Finn'), ana)).toEqual(['same-function']);
    expect(left(inside('Finn'), ana, ana)).toEqual(['same-function']);
    expect(left(inside('Finn'), ana, ben)).toEqual([]);
    expect(left(inside('Ana'), ana, ben)).toEqual(['is-client']);
  });
});

describe('two coaches from the register', () => {
  it('[TT-02] coach A holds one client and coach B the other; of all who fit, those who do least', () => {
    const coaches = [inside('Cleo'), inside('Dev'), inside('Edda')];
    const load = loads({ Cleo: { open: 1, all: 1 }, Dev: { open: 0, all: 4 }, Edda: { open: 0, all: 2 } });
    expect(chosen(ask(coaches, { load }))).toEqual(['edda holds ana', 'dev holds ben']);
    expect(ask(coaches, { load })).toEqual(ask([...coaches].reverse(), { load }));
  });

  it('[TT-01] says of each other coach why not, and of one alone makes no two', () => {
    const coaches = [
      ...[inside('Cleo'), inside('Finn'), inside('Ana'), inside('Dev', { paused: true }), inside('Edda', { commitment: null })],
      external('Hal', { languages: [] }),
    ];
    const found = ask(coaches, { languages: ['english'] });
    expect(found.two).toBeNull();
    expect(found.passedOver.map(({ coachId: coach, why }) => `${coach}: ${why}`)).toEqual([
      ...['finn: same-function', 'ana: is-client', 'dev: paused', 'edda: not-committed', 'hal: language'],
    ]);
    expect(chosen(ask([inside('Cleo'), inside('Cleo')].slice(0, 1)))).toBeNull();
  });

  it('[TT-02] both have a language in common, of those that will do for all four', () => {
    const coaches = [inside('Cleo', { languages: ['Deutsch'] }), inside('Dev', { languages: ['English', 'deutsch'] }), external('Hal')];
    expect(chosen(ask(coaches, { languages: ['English'] }))).toEqual(['dev holds ana', 'hal holds ben']);
    expect(ask(coaches, { languages: ['Deutsch', 'English'] }).two?.languages).toEqual(['Deutsch']);
    expect(ask([coaches[0] ?? inside('Cleo'), external('Hal')]).two).toBeNull();
  });

  it('[TT-02] who is near to one client, as both agreed, holds the other; else a coach holds whoever is at the same place', () => {
    const agreed = clients.map((by) => ({ coachId: coachId('finn'), by }));
    const near = ask([inside('Finn'), external('Hal')], { agreed });
    expect([chosen(near), near.two?.why]).toEqual([['finn holds ben', 'hal holds ana'], 'other-is-nearer']);
    const placed = ask([inside('Cleo', { place: 'porto' }), external('Hal')]);
    expect([chosen(placed), placed.two?.why]).toEqual([['cleo holds ben', 'hal holds ana'], 'same-place']);
    expect(ask([inside('Cleo'), external('Hal')]).two?.why).toBe('either-way');
  });

  it('[TT-01] [TT-02] whatever the register: never one coach twice, never one who does not fit, and always the same two', () => {
    const names = ['Maya', 'Ana', 'Ben', 'Cleo', 'Dev', 'Edda', 'Finn', 'Gwen'] as const;
    const some = fc.record({
      name: fc.constantFrom(...names),
      languages: fc.subarray(['English', 'Deutsch', 'Português']),
      capacity: fc.integer({ min: 1, max: 3 }),
      paused: fc.boolean(),
      open: fc.integer({ min: 0, max: 3 }),
      isExternal: fc.boolean(),
    });
    const registers = fc.uniqueArray(some, { selector: ({ name }) => name, maxLength: 8 });
    fc.assert(
      fc.property(registers, fc.subarray(['English', 'Deutsch']), (rows, languages) => {
        const coaches = rows.map(({ name, isExternal, open: _open, ...more }) => (isExternal ? external(name, more) : inside(name, more)));
        const load = loads(Object.fromEntries(rows.map(({ name, open }) => [name, { open, all: open }])));
        const found = ask(coaches, { load, languages });
        expect(ask([...coaches].reverse(), { load, languages }).two).toEqual(found.two);
        if (found.two === null) return;
        const [one, other] = found.two.holds;
        expect(one.coachId).not.toBe(other.coachId);
        expect(new Set([one.clientId, other.clientId])).toEqual(new Set(clients));
        for (const { coachId: chosenId } of found.two.holds) {
          const coach = coaches.find(({ id: known }) => known === chosenId);
          if (coach === undefined) throw new Error('a coach from nowhere');
          expect(canTakeOn(coach, load.get(coach.id)?.open ?? 0)).toBe(true);
          expect(codes(coach)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
