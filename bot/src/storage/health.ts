import { type Service, type ServiceState, services } from '@coaching-pairs/shared/health';
import { type Instant, instant } from '@coaching-pairs/shared/ids';
import type { Clock } from '../ports/clock.js';
import { type HealthLedger, type RepairState, senderPlace } from '../ports/health.js';
import { keyOf, prefixOf } from '../ports/keys.js';
import type { Fields, Table } from '../ports/store.js';

/** What has not changed is written down so seldom, in milliseconds. */
const writeEvery = 60_000;
const { partition } = senderPlace;
const keyFor = (service: Service): string => keyOf('service', service);

const instantAt = (fields: Fields, name: string): Instant | null => (typeof fields[name] === 'string' ? instant(fields[name]) : null);
const unknown = (service: Service): ServiceState => ({ service, succeededAt: null, failedAt: null, failingSince: null, code: null });

const stateFrom = (service: Service, fields: Fields): ServiceState => ({
  service,
  succeededAt: instantAt(fields, 'succeededAt'),
  failedAt: instantAt(fields, 'failedAt'),
  failingSince: instantAt(fields, 'failingSince'),
  code: typeof fields.code === 'string' ? fields.code : null,
});

const after = (before: ServiceState, at: Instant, code: string | null): ServiceState =>
  code === null
    ? { ...before, succeededAt: at, failingSince: null }
    : { ...before, failedAt: at, failingSince: before.failingSince ?? at, code };

const lastOf = ({ succeededAt, failedAt }: ServiceState): string => [succeededAt ?? '', failedAt ?? ''].sort().at(-1) ?? '';

/** Of two instances the one that has used the service last is right about it. */
const newer = (one: ServiceState, other: ServiceState): ServiceState => (lastOf(one) >= lastOf(other) ? one : other);

const senderFrom = (fields: Fields | undefined): Awaited<ReturnType<HealthLedger['sender']>> => {
  const holder = fields?.holder;
  return {
    // The part behind the last stroke names one run of it, which tells nobody anything.
    instance: typeof holder === 'string' ? holder.slice(0, Math.max(0, holder.lastIndexOf('/'))) || holder : null,
    since: fields === undefined ? null : instantAt(fields, 'since'),
    sweptAt: fields === undefined ? null : instantAt(fields, 'sweptAt'),
  };
};

const repairsKey = keyOf('repairs');

const repairsFrom = (fields: Fields): RepairState => ({
  lookedAt: instantAt(fields, 'lookedAt'),
  mended: typeof fields.mended === 'number' ? fields.mended : 0,
  mendedAt: instantAt(fields, 'mendedAt'),
});

/** Kept in memory, and every minute or at a change in the table, for all instances; `table` is one that is not itself watched. */
export const healthLedger = (table: Table, clock: Clock): HealthLedger => {
  const repairs = async (): Promise<RepairState> => repairsFrom((await table.read(partition, repairsKey))?.fields ?? {});
  const states = new Map<Service, ServiceState>();
  const written = new Map<Service, { readonly at: number; readonly failing: boolean }>();
  const write = (state: ServiceState): void => {
    const at = Date.parse(clock.now());
    const failing = state.failingSince !== null;
    const last = written.get(state.service);
    if (last !== undefined && last.failing === failing && Math.abs(at - last.at) < writeEvery) return;
    written.set(state.service, { at, failing });
    const { service, ...fields } = state;
    // What could not be written now is written with a later use.
    table.commit({ partition, writes: [{ kind: 'upsert', key: keyFor(service), fields }] }).catch(() => written.delete(service));
  };
  return {
    note: (service, code) => {
      const next = after(states.get(service) ?? unknown(service), clock.now(), code);
      states.set(service, next);
      write(next);
    },
    services: async () => {
      const kept = new Map<string, Fields>();
      for await (const { key, fields } of table.list(partition, { prefix: prefixOf('service') })) kept.set(key, fields);
      return services.map((service) => newer(states.get(service) ?? unknown(service), stateFrom(service, kept.get(keyFor(service)) ?? {})));
    },
    sender: async () => senderFrom((await table.read(partition, senderPlace.key))?.fields),
    pausedUntil: async () => instantAt((await table.read(partition, senderPlace.key))?.fields ?? {}, 'pausedUntil'),
    repairs,
    noteRepairs: async (mended) => {
      const [before, at] = [await repairs(), clock.now()];
      const fields = { lookedAt: at, mended: before.mended + mended, mendedAt: mended > 0 ? at : before.mendedAt };
      await table.commit({ partition, writes: [{ kind: 'upsert', key: repairsKey, fields }] });
    },
  };
};
