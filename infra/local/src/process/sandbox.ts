import type { Options } from '../options.js';
import type { SandboxContext, SandboxPart } from '../parts.js';
import { openApps } from './apps.js';
import { startBot } from './bot-child.js';
import { controlRoutes } from './control-routes.js';
import { botEnvironment } from './environment.js';
import { type Grounds, openGrounds } from './grounds.js';
import type { Lifecycle } from './lifecycle.js';
import { guests } from './load-people.js';
import type { Rooms, Telling } from './rooms.js';

export type Sandbox = {
  readonly url: string;
  readonly context: SandboxContext;
  readonly botProcessId: number | undefined;
};

type Opening = Telling & { readonly rooms: Rooms; readonly lifecycle: Lifecycle };

const contextOf = ({ clock, trust, publicServer, people }: Grounds, dataFolder: string, botUrl: () => string): SandboxContext => ({
  origin: trust.origin,
  publicUrl: `http://127.0.0.1:${publicServer.port}`,
  botUrl,
  ids: trust.ids,
  people,
  guests,
  clock,
  trust,
  apps: openApps(),
  dataFolder,
});

/** The rooms' own servers, mounted at the https origin and at the page, and started. */
const openParts = async (context: SandboxContext, { trust, publicServer }: Grounds, { rooms, lifecycle }: Opening): Promise<void> => {
  const parts: SandboxPart[] = [];
  for (const create of rooms.parts) {
    const part = await create(context);
    parts.push(part);
    if (part.trust !== undefined) {
      trust.app.use(part.trust);
    }
    await lifecycle.started(part.name, async () => part.stop?.());
    await part.start?.();
  }
  const pages = parts.flatMap(({ page }) => (page === undefined ? [] : [page]));
  publicServer.serve([...pages, controlRoutes(context)], context.botUrl);
};

const environmentOf = ({ trust, store }: Grounds, publicUrl: string): Record<string, string> =>
  botEnvironment(
    {
      ids: trust.ids,
      origin: trust.origin,
      authorityFile: trust.authorityFile,
      publicUrl,
      tableUrl: store.tableUrl,
      queueUrl: store.queueUrl,
      identityEndpoint: trust.managedIdentity.endpoint,
      identityHeader: trust.managedIdentity.header,
    },
    process.env,
  );

const open = async (options: Options, opening: Opening): Promise<Sandbox> => {
  const { rooms, say, onBotDeath, lifecycle } = opening;
  let url: string | undefined;
  const botUrl = (): string => {
    if (url === undefined) {
      throw new Error('The bot is not running yet.');
    }
    return url;
  };
  const grounds = await openGrounds(options, rooms, say, lifecycle);
  const context = contextOf(grounds, options.dataFolder, botUrl);
  await openParts(context, grounds, opening);
  const bot = startBot({
    module: rooms.botModule,
    environment: environmentOf(grounds, context.publicUrl),
    offsetMs: grounds.clock.offsetMs(),
    onDeath: onBotDeath,
    onListening: (listening) => {
      url = listening;
    },
  });
  await lifecycle.started('bot', bot.stop);
  grounds.clock.onMove(bot.setOffset);
  await bot.ready;
  return { url: context.publicUrl, context, botProcessId: bot.processId };
};

/**
 * Brings up the whole tenant: folder, clock, sign-in, people, store, rooms, page and bot; resolves once the bot answers `/ready`.
 * Everything that has started is in `lifecycle`, whose `stop` ends it in the opposite order: the bot first, the store last.
 *
 * @throws Refused with one sentence, everything that had started stopped again
 */
export const startSandbox = async (options: Options, rooms: Rooms, telling: Telling, lifecycle: Lifecycle): Promise<Sandbox> => {
  try {
    return await open(options, { ...telling, rooms, lifecycle });
  } catch (cause) {
    await lifecycle.stop();
    throw cause;
  }
};
