import { join } from 'node:path';
import { Router } from 'express';
import type { SandboxContext, SandboxPart } from '../parts.js';
import { accountsOf } from './accounts.js';
import { openChatLog } from './chat-log.js';
import { chatRoutes } from './chat-routes.js';
import { type Chats, createChats } from './chats.js';
import { connectorRoutes } from './connector-routes.js';
import { createFaults, type Faults } from './faults.js';
import { createGiving } from './giving.js';
import { type Installing, installEverybody } from './install-everybody.js';
import { createLive } from './live.js';
import { tenantRoutes } from './tenant-routes.js';
import { createTurns } from './turns.js';

export type Connector = {
  readonly part: SandboxPart;
  readonly chats: Chats;
  readonly faults: Faults;
  /** Resolves when all who are given it have the app; for tests. */
  readonly everybodyInstalled: () => Promise<void>;
};

/** The Bot Connector, the chats it keeps, and the ways to act in them. */
export const createConnector = (context: SandboxContext): Connector => {
  const log = openChatLog(join(context.dataFolder, 'connector', 'chats.jsonl'));
  const accounts = accountsOf(context);
  const chats = createChats(log, context.clock.now, (personId) => accounts.byPerson(personId)?.given === true);
  const turns = createTurns(context, chats);
  const faults = createFaults();
  const live = createLive();
  let installing: Installing | undefined;
  const giving = createGiving({ chats, turns });
  context.apps.keptBy({
    has: (personId) => chats.of(personId).installed,
    install: async (personId) => {
      const account = accounts.byPerson(personId);
      if (account !== undefined) await giving.give(account);
    },
  });

  chats.onChange(({ personId, kind, message }) => {
    const summary = message?.from === 'bot' ? (message.summary ?? message.text ?? undefined) : undefined;
    live.tell({ type: kind === 'read' ? 'read' : 'chat', personId, ...(summary === undefined ? {} : { summary }) });
  });
  context.clock.onMove(() => live.tell({ type: 'clock', now: context.clock.now().toISOString() }));

  const trust = Router();
  trust.use(
    '/connector',
    connectorRoutes({ context, accounts, chats, faults, typing: (personId) => live.tell({ type: 'typing', personId }) }),
  );
  const page = Router();
  page.get('/sandbox/events', live.stream);
  page.use(chatRoutes({ accounts, chats, turns }), tenantRoutes(context, faults));

  const part: SandboxPart = {
    name: 'connector',
    trust,
    page,
    start: async () => {
      installing = installEverybody(context, { accounts, chats, turns });
    },
    stop: async () => {
      live.close();
      await Promise.all([installing?.stop(), giving.stop()]);
      log.close();
    },
  };
  return { part, chats, faults, everybodyInstalled: async () => installing?.done };
};

export const connectorPart = (context: SandboxContext): SandboxPart => createConnector(context).part;
