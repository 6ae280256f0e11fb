import { join } from 'node:path';
import { type OffsetClock, openClock } from '../clock/clock.js';
import type { Options } from '../options.js';
import type { SandboxClock, SandboxPerson } from '../parts.js';
import { openStore, type Store, StoreUnreadable } from '../store/store.js';
import { PortTaken } from '../trust/listen.js';
import { openTrust, type Trust } from '../trust/trust.js';
import { terminal } from '../words/terminal.js';
import { clearDataFolder, openDataFolder } from './data-folder.js';
import type { Lifecycle } from './lifecycle.js';
import { guests } from './load-people.js';
import { isOwnOrigin } from './own-origin.js';
import { openPublicServer, type PublicServer } from './public-server.js';
import { Refused } from './refused.js';
import type { Rooms, Telling } from './rooms.js';

/** Everything that stands before the rooms are opened. */
export type Grounds = {
  readonly clock: OffsetClock;
  readonly trust: Trust;
  readonly publicServer: PublicServer;
  readonly people: readonly SandboxPerson[];
  readonly store: Store;
};

type PersonOf = (id: string) => SandboxPerson | undefined;

const openTrustIn = async (dataFolder: string, clock: Pick<SandboxClock, 'now'>, personOf: PersonOf): Promise<Trust> => {
  const folder = join(dataFolder, 'trust');
  try {
    return await openTrust({ folder, clock, personOf });
  } catch (cause) {
    if (!(cause instanceof PortTaken)) {
      throw new Refused(terminal.t('start.keysUnreadable', { folder }), { cause });
    }
    throw new Refused(
      (await isOwnOrigin(folder, cause.port))
        ? terminal.t('start.anotherSandbox', { folder: dataFolder })
        : terminal.t('start.signInPortTaken', { port: String(cause.port), folder: dataFolder }),
      { cause },
    );
  }
};

const openPublic = async (port: number): Promise<PublicServer> => {
  try {
    return await openPublicServer(port);
  } catch (cause) {
    throw cause instanceof PortTaken ? new Refused(terminal.t('start.portTaken', { port: String(port) }), { cause }) : cause;
  }
};

const openStoreIn = async (dataFolder: string, say: Telling['say']): Promise<Store> => {
  try {
    return await openStore({ folder: join(dataFolder, 'store'), say });
  } catch (cause) {
    throw cause instanceof StoreUnreadable ? new Refused(cause.message, { cause }) : cause;
  }
};

const loadPeople = async (
  { dataFolder, fresh, peopleFile }: Options,
  rooms: Rooms,
  say: Telling['say'],
): Promise<readonly SandboxPerson[]> => {
  const loaded = await rooms.loadPeople({ dataFolder, fresh, ...(peopleFile === undefined ? {} : { file: peopleFile }) });
  if (!loaded.ok) {
    throw new Refused(loaded.error);
  }
  for (const note of loaded.value.notes) {
    say(note);
  }
  return loaded.value.people;
};

/**
 * Opens the folder, its lock, the clock, the two addresses, the people and the store. The lock is the port that the folder keeps
 * for sign-in: the system gives it to one process at a time and takes it back whatever way that ends. Only behind it `fresh` clears.
 */
export const openGrounds = async (options: Options, rooms: Rooms, say: Telling['say'], lifecycle: Lifecycle): Promise<Grounds> => {
  const { dataFolder, fresh } = options;
  const clockFile = join(dataFolder, 'clock', 'offset');
  let people: readonly SandboxPerson[] = [];
  await openDataFolder(dataFolder);
  let clock = await openClock(clockFile);
  const trust = await openTrustIn(dataFolder, { now: () => clock.now() }, (id) =>
    [...people, ...guests].find((person) => person.id === id),
  );
  await lifecycle.started('signIn', trust.stop);
  const publicServer = await openPublic(options.port);
  await lifecycle.started('page', publicServer.stop);
  // First the people: a file that is refused leaves everything as it was, also with --fresh.
  people = await loadPeople(options, rooms, say);
  if (fresh) {
    await clearDataFolder(dataFolder);
    clock = await openClock(clockFile);
  }
  rooms.followTime(clock.offsetMs());
  clock.onMove(rooms.followTime);
  const store = await openStoreIn(dataFolder, say);
  await lifecycle.started('store', store.stop);
  return { clock, trust, publicServer, people, store };
};
