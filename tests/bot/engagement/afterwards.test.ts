import type { Table } from '@coaching-pairs/bot/ports/store';
import { clearEngagement } from '@coaching-pairs/bot/storage/engagement-clearing';
import { takeBackEnquiry } from '@coaching-pairs/bot/workflows/engagement/coordinate';
import { forgetEngagements } from '@coaching-pairs/bot/workflows/engagement/forget';
import { engagementFor } from '@coaching-pairs/bot/workflows/engagement/view';
import { noticeLeavers } from '@coaching-pairs/bot/workflows/leavers/notice-leavers';
import { engagementId, operationId } from '@coaching-pairs/shared/ids';
import type { EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { mortalTable } from '../workflows/dying.js';
import { canary, type Engagements, four, idsOf, type Lived, liveEngagement, openEngagements } from './engagement-house.js';

let house: Engagements;
let lived: Lived;

beforeEach(async () => {
  house = await openEngagements();
  lived = await liveEngagement(house);
  await lived.active();
});
afterEach(() => house.close());

const ownNote: EngagementMove = { kind: 'add-entry', entryId: 'kept', audience: 'only-me', text: canary('Finn') };
/** What says that something was begun or changed last stays, and is of no engagement. */
const ofNone = new Set(['begun', 'meetings']);
const rows = () => house.everyRow().filter(({ partition, key }) => partition.startsWith('engagement') && !ofNone.has(key));
/** Ended, and past the thirty days for which what was shared is kept. */
const longOver = async () => {
  await lived.moves('Ben', { kind: 'end' });
  house.clock.advance(31 * 86_400);
};

describe('an engagement that is past keeping', () => {
  it('[C-10] [S-11] is found by nobody but whoever keeps a note in it, by no address, and in nothing that they take along', async () => {
    await lived.moves('Finn', ownNote);
    await longOver();
    const asked = ['engagement', 'meetings'] as const;
    const statuses = async (who: string) =>
      Promise.all(asked.map(async (name) => (await house.call(who, name, undefined, lived.at)).status));
    const takenAlong = async (who: string) => (await house.does(who, 'myData')).engagements.length;
    for (const whenForgotten of [false, true]) {
      if (whenForgotten) await forgetEngagements(house.deps);
      expect(await statuses('Finn')).toEqual([200, 200]);
      expect(await takenAlong('Finn')).toBe(1);
      for (const who of ['Ben', 'Vera', 'Uma', 'Maya']) {
        expect([who, await statuses(who), await takenAlong(who)]).toEqual([who, [404, 404], 0]);
        const change = { kind: 'delete-entry', entryId: 'kept', version: 'any' } as const;
        expect((await house.call(who, 'changeEngagement', { change }, lived.at)).status).toBe(404);
      }
    }
  });

  it('[R-10] whoever deletes the last that they kept, and loses the answer, is told that it was done', async () => {
    await lived.moves('Finn', ownNote);
    await longOver();
    const version = (await lived.seen('Finn')).entries[0]?.version ?? '';
    const again = { opId: house.opId(), change: { kind: 'delete-entry', entryId: 'kept', version } };
    for (const who of ['Finn', 'Finn']) await house.does(who, 'changeEngagement', again, lived.at);
    expect((await house.call('Finn', 'engagement', undefined, lived.at)).status).toBe(404);
    expect((await house.call('Finn', 'changeEngagement', { ...again, opId: house.opId() }, lived.at)).status).toBe(404);
  });

  it('[R-13] is found again by whoever follows a process that died while it was cleared', async () => {
    await longOver();
    const { engagements } = house.deps;
    await engagements.forget((await engagements.list())[0]?.id ?? expect.unreachable());
    for (let diesAfter = 1; rows().length > 1; diesAfter += 1) {
      const [left] = await engagements.list();
      if (left === undefined) return expect.unreachable(`after ${diesAfter} calls nobody finds ${rows().length} rows`);
      const table: Table = mortalTable(house.table, { calls: 0, diesAfter });
      await clearEngagement({ table, sealing: house.deps.sealing }, left.id, 'engagements').catch(() => undefined);
    }
    expect(rows().map(({ partition }) => partition)).not.toContain(`engagement~${lived.at.engagementId}`);
  });

  it('[C-09] [C-10] leaves no key behind of somebody who had deleted all that they wrote', async () => {
    await lived.moves('Finn', ownNote);
    const version = (await lived.seen('Finn')).entries[0]?.version ?? '';
    await lived.moves('Finn', { kind: 'delete-entry', entryId: 'kept', version });
    await longOver();
    await forgetEngagements(house.deps);
    expect(rows()).toEqual([]);
    const keys = house.everyRow().filter(({ partition }) => partition === 'data-keys');
    expect(JSON.stringify(keys)).not.toContain(lived.at.engagementId);
  });

  it('[C-09] goes with the last who kept a note in it, once they have left, whoever else remembers them', async () => {
    await lived.moves('Vera', { ...ownNote, text: canary('Vera') });
    await longOver();
    await forgetEngagements(house.deps);
    await house.deps.organisation.savePeople([], [idOf('Vera')]);
    const { directory } = house.deps;
    const deps = { ...house.deps, directory: { ...directory, people: withoutVera(directory) } };
    await noticeLeavers(deps);
    house.clock.advance(32 * 86_400);
    expect(await noticeLeavers(deps)).toMatchObject({ missing: 1, erased: 1 });
    expect(await noticeLeavers(deps)).toMatchObject({ missing: 0, erased: 0 });
    expect(JSON.stringify(house.everyRow())).not.toContain(idOf('Vera'));
  });
});

type Directory = Engagements['deps']['directory'];
const withoutVera =
  ({ people }: Directory): Directory['people'] =>
  async (ids) => {
    const found = await people(ids);
    return found.ok ? { ...found, value: found.value.filter(({ id }) => id !== idOf('Vera')) } : found;
  };

describe('an engagement that is over', () => {
  it('[TT-60] [C-07] has nobody’s entries opened but those of whoever looks', async () => {
    await lived.moves('Finn', ownNote);
    const opened: string[] = [];
    const { engagements } = house.deps;
    const watched: typeof engagements = {
      ...engagements,
      entries: (id, authors) => {
        opened.push(...authors);
        return engagements.entries(id, authors);
      },
    };
    const looks = () =>
      engagementFor(
        { ...house.deps, engagements: watched },
        { engagementId: engagementId(lived.at.engagementId), actor: { personId: idOf('Ben'), name: '', opener: false } },
      );
    await looks();
    expect(opened.splice(0).toSorted()).toEqual(idsOf(four).toSorted());
    await lived.moves('Ben', { kind: 'end' });
    await looks();
    expect(opened).toEqual([idOf('Ben')]);
  });
});

describe('what a coordinator does', () => {
  it('[S-20] [R-13] stands in their book once, also where the process died between the engagement and the book', async () => {
    const other = house.opId();
    const enquiry = { as: 'coordinator', dyad: 'peers', clientIds: idsOf(['Ana', 'Omar']), sponsorId: null };
    await house.does('Stella', 'enquire', { ...enquiry, opId: other });
    const asked = { engagementId: engagementId(`e-${other}`), opId: operationId('takes-back-01') };
    const actor = { personId: idOf('Stella'), name: '', opener: false, coordinator: true };
    const audit = { ...house.deps.audit, note: () => Promise.reject(new Error('the process died')) };
    await expect(takeBackEnquiry({ ...house.deps, audit }, { ...asked, actor })).rejects.toThrow('died');
    expect((await house.deps.engagements.one(asked.engagementId))?.value.state).toBe('closed');
    const acts = async () => (await house.does('Stella', 'twoTwoActs')).lines.filter(({ action }) => action === 'engagement.take-back');
    for (let look = 0; look < 2; look += 1) {
      await forgetEngagements(house.deps);
      expect(await acts()).toMatchObject([{ by: { id: idOf('Stella') } }]);
    }
    expect(rows().filter(({ key }) => key.startsWith('act~'))).toEqual([]);
  });
});
