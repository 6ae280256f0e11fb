import type { WakeQueue } from './delivery/queue.js';
import type { SealingKeys } from './ports/sealing.js';
import type { SendOutcome } from './ports/sender.js';
import { isStoreFault, type Row, type Table } from './ports/store.js';
import { type AskedService, type Ending, type Telemetry, timed } from './ports/telemetry.js';

type Note = Pick<Telemetry, 'note'>;

/** A store that is not there is away, one that says no refuses; what else it says lies with what was asked. */
const threwIn = (cause: unknown): Ending => {
  if (!isStoreFault(cause)) return 'failed';
  if (cause.code === 'store-unavailable') return 'away';
  return 'refused';
};

const counted =
  <Words extends readonly unknown[], T>(
    { note }: Note,
    about: { readonly service: AskedService; readonly operation: string },
    call: (...words: Words) => Promise<T>,
    how: { readonly answered?: (answer: T) => Ending } = {},
  ) =>
  (...words: Words): Promise<T> =>
    timed(
      () => call(...words),
      (took, ending) => note({ kind: 'call', ...about, ending, took }),
      { ...how, threw: threwIn },
    );

/** Only the time counts in which the store was waited for, not what was done with each row. */
const countedList = ({ note }: Note, { list }: Table): Table['list'] =>
  async function* (partition, range): AsyncGenerator<Row> {
    const rows = list(partition, range)[Symbol.asyncIterator]();
    let took = 0;
    let ending: Ending = 'done';
    const wait = (passed: number): void => {
      took += passed;
    };
    try {
      for (;;) {
        const next = await timed(() => rows.next(), wait);
        if (next.done === true) return;
        yield next.value;
      }
    } catch (cause) {
      ending = threwIn(cause);
      throw cause;
    } finally {
      note({ kind: 'call', service: 'storage', operation: 'list', ending, took });
      await rows.return?.();
    }
  };

/** The same table, of which each use is counted. */
export const measuredTable = (table: Table, telemetry: Note): Table => {
  const about = (operation: string) => ({ service: 'storage' as const, operation });
  return {
    read: counted(telemetry, about('read'), table.read),
    list: countedList(telemetry, table),
    page: counted(telemetry, about('page'), table.page),
    everything: counted(telemetry, about('everything'), table.everything),
    commit: counted(telemetry, about('commit'), table.commit, { answered: ({ outcome }) => (outcome === 'conflict' ? 'refused' : 'done') }),
    swap: counted(telemetry, about('swap'), table.swap, { answered: (row) => (row === null ? 'refused' : 'done') }),
    remove: counted(telemetry, about('remove'), table.remove, { answered: (removed) => (removed ? 'done' : 'refused') }),
    ping: counted(telemetry, about('ping'), table.ping),
  };
};

/** The same queue, of which each use is counted; not what is done with what it hands out. */
export const measuredQueue = (queue: WakeQueue, telemetry: Note): WakeQueue => {
  const about = (operation: string) => ({ service: 'queue' as const, operation });
  return {
    wake: counted(telemetry, about('wake'), queue.wake),
    wakeAll: counted(telemetry, about('wake'), queue.wakeAll),
    receive: counted(telemetry, about('receive'), queue.receive),
  };
};

type Sealed = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: 'vault-away' | 'vault-locked' } };

const ofVault = (answer: Sealed): Ending => {
  if (answer.ok) return 'done';
  return answer.error.code === 'vault-away' ? 'away' : 'refused';
};

/** The same vault, of which each use is counted. */
export const measuredKeys = (keys: SealingKeys, telemetry: Note): SealingKeys => {
  const about = (operation: string) => ({ service: 'vault' as const, operation });
  return {
    current: counted(telemetry, about('current'), keys.current, { answered: ofVault }),
    wrap: counted(telemetry, about('wrap'), keys.wrap, { answered: ofVault }),
    unwrap: counted(telemetry, about('unwrap'), keys.unwrap, { answered: ofVault }),
  };
};

const ofOutcome = ({ kind }: SendOutcome): Ending => {
  if (kind === 'sent') return 'done';
  if (kind === 'throttled') return 'throttled';
  if (kind === 'permanent') return 'refused';
  return kind === 'unsent' ? 'away' : 'failed';
};

/** The same sending, of which each try is told. Why somebody could not be written to is not. */
export const measuredSend =
  <Words extends readonly unknown[]>(send: (...words: Words) => Promise<SendOutcome>, { note }: Note) =>
  (...words: Words): Promise<SendOutcome> =>
    timed(
      () => send(...words),
      (took, ending) => note({ kind: 'delivery', ending, took }),
      { answered: ofOutcome },
    );
