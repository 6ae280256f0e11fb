import { createDirectory } from '@coaching-pairs/bot/graph/directory';
import { createGraphClient } from '@coaching-pairs/bot/graph/graph-client';
import { paceOf, realTiming, type Timing, usualPace } from '@coaching-pairs/bot/graph/pace';
import type { Audience, Directory, ReadOptions, SyncPage, SyncToken } from '@coaching-pairs/bot/ports/directory';
import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bigOrganisation } from '../../local/graph/big-organisation.js';
import { type GraphHouse, openGraphHouse } from '../../local/graph/graph-house.js';

let house: GraphHouse;

beforeAll(async () => {
  house = await openGraphHouse();
});

beforeEach(() => void house.renew());

afterAll(() => house.close());

/** Waiting takes no time, and what was waited for is written down (milliseconds). */
const rushed = (waits: number[] = []): Timing => {
  let elapsed = 0;
  return {
    elapsed: () => elapsed,
    random: () => 0.5,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      elapsed += milliseconds;
    },
  };
};

const directoryWith = (timing: Timing, limits = usualPace): Directory =>
  createDirectory({
    client: createGraphClient({ credential: house.credential, origins: house.identity.trustRoots, pace: paceOf(limits, timing) }),
  });

const everybody = (): Audience => ({ kind: 'below', personId: personId(house.tenant().roundLeaderId) });
const people = (names: readonly string[]): Audience => ({ kind: 'list', ids: names.map((name) => personId(house.idOf(name))) });

const read = async (directory: Directory, audience: Audience, options?: ReadOptions) => {
  const result = await directory.readPeople(audience, options);
  if (!result.ok) throw new Error(`The reading was refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

const ids = (found: readonly Person[]): readonly string[] => found.map((person) => person.id).sort();

describe('when Graph asks for patience', () => {
  it('[R-03] Retry-After is obeyed to the second and the reading goes on', async () => {
    house.graph().faults.next429(2, 7, /delta/);
    const waits: number[] = [];
    const reading = await read(directoryWith(rushed(waits)), everybody());
    expect(reading.audience).toHaveLength(60);
    expect(waits).toEqual([7000, 7000]);
  });

  it('a call waits in real time before it comes back', async () => {
    house.graph().faults.next429(1, 1, /groups/);
    const started = performance.now();
    expect(await directoryWith({ ...realTiming, random: () => 0 }).searchGroups('Leadership')).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  it('a refusal beyond what is worth waiting for is handed on, with the time to come back', async () => {
    house.graph().faults.next429(1, 600, /delta/);
    const refused = await directoryWith(rushed()).readPeople(people(['Peter Lang']));
    expect(refused).toEqual({ ok: false, error: { code: 'unavailable', status: 429, retryAfterSeconds: 600 } });
  });

  it('inside a batch only those told to wait are asked again', async () => {
    const first = await read(directoryWith(rushed()), people(['Peter Lang']));
    house.graph().faults.nextInner429(3, 2);
    const before = house.graph().calls().length;
    const reading = await read(directoryWith({ ...realTiming, random: () => 0 }), everybody(), { from: first.next, known: first.people });
    expect(reading.audience).toHaveLength(60);
    const inner = house
      .graph()
      .calls()
      .slice(before)
      .filter((call) => call.inner);
    // The audience is another one, so all sixty are asked for, none of them twice.
    expect(inner).toHaveLength(60);
    expect(new Set(inner.map((call) => call.path)).size).toBe(60);
  });

  it('half of all calls failing does not keep the organisation from being read', async () => {
    house.graph().faults.errorRate(0.5);
    expect((await read(directoryWith(rushed()), everybody())).audience).toHaveLength(60);
  });

  it('retries are bounded: a service that never recovers is told as unavailable', async () => {
    house.graph().faults.errorRate(1, [503]);
    const refused = await directoryWith(rushed(), { ...usualPace, attempts: 3 }).searchPeople('Priya');
    expect(refused).toEqual({ ok: false, error: { code: 'unavailable', status: 503, retryAfterSeconds: null } });
    expect(house.graph().calls()).toHaveLength(3);
  });

  it('a service that cannot be reached is told as unavailable', async () => {
    const nowhere = { ...house.identity.trustRoots, graph: 'https://127.0.0.1:9' };
    const client = createGraphClient({
      credential: house.credential,
      origins: nowhere,
      pace: paceOf({ ...usualPace, attempts: 2 }, rushed()),
    });
    expect(await createDirectory({ client }).searchGroups('x')).toEqual({
      ok: false,
      error: { code: 'unavailable', status: null, retryAfterSeconds: null },
    });
  });

  it('a tenant that refuses wide pages is asked for narrow ones', async () => {
    house.graph().faults.refuseTopOver(100);
    expect((await read(directoryWith(rushed()), everybody())).audience).toHaveLength(60);
  });
});

describe('when the product dies while it reads', () => {
  /** Keeps pages as a caller would, and dies at the given page. */
  const keeper = () => {
    const kept = new Map<PersonId, Person>();
    const state: { token?: SyncToken } = {};
    const take = (page: SyncPage): void => {
      if (page.startedAgain) kept.clear();
      for (const person of page.people) kept.set(person.id, person);
      for (const id of page.removed) kept.delete(id);
      state.token = page.token;
    };
    return { kept, state, take };
  };

  it.each([1, 2, 3, 4, 5])('it goes on after page %i and ends with what an undisturbed reading has', async (last) => {
    house.renew(bigOrganisation(500));
    const directory = directoryWith(rushed());
    const whole = await read(directory, everybody());
    const { kept, state, take } = keeper();
    let pages = 0;
    const dying = directory.readPeople(everybody(), {
      onPage: (page) => {
        take(page);
        pages += 1;
        if (pages === last) throw new Error('The process has died.');
      },
    });
    await expect(dying).rejects.toThrow('The process has died.');
    const before = house.graph().calls().length;
    const resumed = await read(directory, everybody(), {
      ...(state.token && { from: state.token }),
      known: [...kept.values()],
      onPage: take,
    });
    expect(ids(resumed.people)).toEqual(ids(whole.people));
    expect(resumed.people).toHaveLength(500);
    const pagesAgain = house
      .graph()
      .calls()
      .slice(before)
      .filter((call) => call.path === '/users/delta');
    expect(pagesAgain).toHaveLength(Math.max(1, 5 - last));
  });

  it('a token that makes no sense is treated like one that has expired', async () => {
    const strange = 'no token of ours' as SyncToken;
    const reading = await read(directoryWith(rushed()), people(['Peter Lang']), { from: strange, known: [] });
    expect(reading.warnings).toContainEqual({ code: 'started-again' });
  });

  it('somebody who calls it off is obeyed at once', async () => {
    house.renew(bigOrganisation(300));
    const called = new AbortController();
    const reading = directoryWith(realTiming).readPeople(everybody(), { signal: called.signal, onPage: () => called.abort() });
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('only the audience and those above it are handed over, page by page', async () => {
    house.renew(bigOrganisation(500));
    const seen: SyncPage[] = [];
    const one = house.tenant().people[400];
    const reading = await read(
      directoryWith(rushed()),
      { kind: 'list', ids: [personId(one?.id ?? '')] },
      { onPage: (page) => void seen.push(page) },
    );
    expect(seen.flatMap((page) => page.people.map((person) => person.id))).toEqual([one?.id]);
    expect(seen.at(-1)?.seen).toBeGreaterThanOrEqual(500);
    expect(reading.people.length).toBeLessThan(8);
  });
});

describe('when a permission is missing', () => {
  it.each([
    ['accountEnabled', ['accountEnabled']],
    ['manager', ['manager']],
  ])('a field that is never empty and comes empty is told: %s', async (field, fields) => {
    house.graph().faults.hide(field);
    const refused = await directoryWith(rushed()).readPeople(people(['Peter Lang', 'Priya Sharma']));
    expect(refused).toEqual({ ok: false, error: { code: 'permission-missing', permission: 'User.Read.All', fields } });
  });

  it('a field that is empty for everybody is reported beside the reading', async () => {
    house.graph().faults.hide('department', 'mail');
    const { warnings } = await read(directoryWith(rushed()), everybody());
    expect(warnings).toEqual([
      { code: 'field-empty-for-all', field: 'department' },
      { code: 'field-empty-for-all', field: 'mail' },
    ]);
  });

  it('time zones that may not be read leave everything else as it is, and that is said', async () => {
    house.graph().faults.withhold('MailboxSettings.Read');
    const client = createGraphClient({ credential: house.credential, origins: house.identity.trustRoots });
    const reading = await read(createDirectory({ client, timeZones: true }), people(['Peter Lang']));
    expect(reading.warnings).toEqual([{ code: 'time-zones-not-granted' }]);
    expect(reading.people).toHaveLength(4);
  });

  it('time zones that may be read come from the mailboxes, by their IANA names', async () => {
    const client = createGraphClient({ credential: house.credential, origins: house.identity.trustRoots });
    const reading = await read(createDirectory({ client, timeZones: true }), people(['Peter Lang']));
    expect(reading.warnings).toEqual([]);
    expect(reading.people.every(({ timeZone }) => timeZone !== null && /^[A-Z][a-z]+\//u.test(timeZone))).toBe(true);
  });
});
