import { randomUUID } from 'node:crypto';
import type { TokenCredential } from '@azure/identity';
import { dayOf } from '@coaching-pairs/shared/time';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { assembleQuestions } from './assemble-questions.js';
import { createApp } from './bolt/app.js';
import { createTeamsReceiver, type TeamsReceiver } from './bolt/teams-receiver.js';
import type { Config } from './config.js';
import { type Delivery, startDelivery } from './delivery/start-delivery.js';
import { wakeUpThrough, wakeWorkThrough } from './delivery/wake-up.js';
import { startWorkRunner, type WorkRunner } from './delivery/work-runner.js';
import { calendarsOver } from './graph/calendar.js';
import { appOnlyCredential } from './graph/credential.js';
import { createDirectory } from './graph/directory.js';
import { createGraphClient } from './graph/graph-client.js';
import { unattendedOver } from './graph/unattended.js';
import { graphOrigins } from './graph-origins.js';
import { actorOf, type ListenerContext } from './listeners/context.js';
import { listen } from './listeners/index.js';
import { loggedCalendars } from './logged-calendars.js';
import { loggedIdentity } from './logged-identity.js';
import { inOwnThread, weighingInOwnThread } from './matching/in-own-thread.js';
import { measuredKeys } from './measured.js';
import { heardAgain } from './middleware/heard-again.js';
import { rememberConversation } from './middleware/remember-conversation.js';
import { rememberZone } from './middleware/remember-zone.js';
import { onlyTenant } from './middleware/tenant.js';
import { type Nudges, nudgingQueue, nudgingWorks } from './nudges.js';
import { openPartitions, sendingPartitions } from './partitions.js';
import type { CalendarOf } from './ports/calendar.js';
import type { Clock } from './ports/clock.js';
import type { HealthLedger } from './ports/health.js';
import { failureFields, type Log } from './ports/log.js';
import { type DueMessage, isOfEngagement } from './ports/outbox.js';
import type { Telemetry } from './ports/telemetry.js';
import { createBotTokenCheck } from './sign-in/bot-token.js';
import { createKeySet } from './sign-in/key-set.js';
import { agreementStore } from './storage/agreements.js';
import { auditTrail } from './storage/audit/trail.js';
import { boardsOver } from './storage/boards.js';
import { conversationStore } from './storage/conversations.js';
import { deliveryStore } from './storage/deliveries.js';
import { engagementStore } from './storage/engagements.js';
import { insightStore } from './storage/insights.js';
import { leaverStore } from './storage/leavers.js';
import { noteStore } from './storage/notes.js';
import { organisationStore } from './storage/organisation.js';
import { outageStore } from './storage/outages.js';
import { pauseStore } from './storage/pauses.js';
import { pulseStore } from './storage/pulse.js';
import { reachStore } from './storage/reachability.js';
import { roundStore } from './storage/rounds.js';
import { sealingOver } from './storage/sealing/data-keys.js';
import { keyVaultKeys } from './storage/sealing/key-vault.js';
import { seenStore } from './storage/seen.js';
import { coachRegisterOn } from './storage/two-two.js';
import { zoneStore } from './storage/zones.js';
import type { Stores } from './stores.js';
import { productVersion } from './version.js';
import { watchOutages } from './watch-outages.js';
import { watchedDirectory, watchedKeys } from './watched.js';
import { auditSealer } from './workflows/audit/seal-audit.js';
import type { Deps } from './workflows/deps.js';
import { suggestionClock } from './workflows/expire-suggestions.js';
import { leaverClock } from './workflows/leavers/notice-leavers.js';
import { noteInRound } from './workflows/note-unreachable.js';
import { keyRewrapper } from './workflows/notes/rewrap-keys.js';
import { reminderPlanner } from './workflows/plan-reminders.js';
import { pulseClock } from './workflows/pulse/settle-pulse.js';
import { readOnce } from './workflows/read-once.js';
import { reconciler } from './workflows/reconcile.js';
import { type LeftStanding, unattendedClearing } from './workflows/sessions/clear-unattended.js';
import { workHandlers } from './workflows/work-handlers.js';

export type Parts = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly identity: TokenCredential;
  readonly stores: Stores;
  readonly health: HealthLedger;
  readonly telemetry: Telemetry;
  /** Names this instance over its restarts. */
  readonly instance: string;
};

/** The product itself towards Graph. */
const towardsGraph = (parts: Pick<Parts, 'config' | 'log' | 'clock'>): TokenCredential =>
  loggedIdentity(appOnlyCredential({ ...parts.config, trustRoots: graphOrigins(parts.config) }), parts);

/** The use cases over real storage and the real directory. */
export const assembleDeps = (parts: Parts, nudges: Nudges): Deps => {
  const { config, clock, log, identity, stores, health, telemetry } = parts;
  const origins = graphOrigins(config);
  const wakeUp = wakeUpThrough(nudgingQueue(stores.queue, nudges), clock, log);
  const keys = measuredKeys(keyVaultKeys({ keyUrl: config.sealingKeyUrl, credential: identity }), telemetry);
  const vaultKeys = watchedKeys(keys, health);
  const sealing = sealingOver({ table: stores.table, keys: vaultKeys, clock, newId: randomUUID });
  return {
    rounds: roundStore(stores.table, wakeUp),
    deliveries: deliveryStore(stores.table, wakeUp, clock),
    health,
    about: { version: productVersion, node: process.versions.node },
    organisation: organisationStore(stores.table),
    directory: watchedDirectory(
      createDirectory({
        client: createGraphClient({ credential: towardsGraph(parts), origins, telemetry }),
        timeZones: true,
      }),
      health,
    ),
    works: nudgingWorks(parts, nudges),
    weighing: weighingInOwnThread(),
    conversations: conversationStore(stores.table),
    reach: reachStore(stores.table, wakeUp, clock),
    zones: zoneStore(stores.table),
    pauses: pauseStore(stores.table),
    sealing,
    notes: noteStore(stores.table, sealing),
    agreements: agreementStore(stores.table, sealing),
    pulse: pulseStore(stores.table, sealing),
    insights: insightStore(stores.table, sealing),
    audit: auditTrail(stores.table, sealing, clock),
    leavers: leaverStore(stores.table, config.tenantId),
    boards: boardsOver(stores.table),
    coachRegister: coachRegisterOn(stores.table),
    engagements: engagementStore(stores.table, sealing, wakeUp),
    outages: outageStore(stores.table),
    seen: seenStore(stores.table),
    clock,
    ...{ teamsAppId: config.teamsAppId, publicUrl: config.publicUrl },
    newId: randomUUID,
  };
};

/** Calendars of signed-in people, each in their own name. */
export const assembleCalendars = ({ config, log, telemetry }: Pick<Parts, 'config' | 'log' | 'telemetry'>): CalendarOf =>
  loggedCalendars(calendarsOver({ identity: { ...config, trustRoots: graphOrigins(config) }, telemetry }), log);

/** The bot's endpoint with all its listeners. */
export const assembleBot = ({ config, clock, log, identity, telemetry }: Parts, deps: Deps): TeamsReceiver => {
  const app = createApp<ListenerContext>({
    logger: log,
    contextOf: (turn) => {
      const words = wordsFor(turn.locale);
      const maker = { words, teamsAppId: config.teamsAppId, today: dayOf(clock.now()) };
      return { deps: readOnce(deps), words, maker, actor: actorOf(turn) };
    },
    texts: {
      notUnderstood: (locale) => wordsFor(locale).t('command.notUnderstood'),
      failed: (locale, correlationId) => wordsFor(locale).t('failed', { correlationId }),
    },
  });
  app.use(onlyTenant(config.tenantId));
  app.use(rememberConversation(deps.conversations));
  app.use(heardAgain(deps.reach));
  app.use(rememberZone(deps.zones));
  listen(app);
  const { botMetadata, botTokenIssuer } = config.trustRoots;
  const keys = createKeySet({ metadataUrl: botMetadata, issuer: botTokenIssuer, clock, log });
  const checkToken = createBotTokenCheck({ keys, clock, issuer: botTokenIssuer, botAppId: config.botAppId });
  const { botAppId, tenantId, trustRoots: trust } = config;
  return createTeamsReceiver({ app, botAppId, tenantId, trust, checkToken, credentials: identity, clock, log, telemetry });
};

/** The round's people partner reads it, and nobody reads it of an engagement; what waits goes when the person is heard from. */
const noteUnreachable =
  (deps: Deps) =>
  async (message: DueMessage, reason: string): Promise<void> => {
    if (!isOfEngagement(message)) await noteInRound(deps, message, reason);
    await deps.reach.close(message.to, reason, message);
  };

/** Off unless IT has set it up: then nobody's calendar is touched while they are away (S-17). */
const clearingOf = (parts: Parts, deps: Deps): (() => Promise<LeftStanding>) => {
  const { config, telemetry } = parts;
  if (!config.unattendedCalendars) return async () => null;
  return unattendedClearing(deps, unattendedOver({ credential: towardsGraph(parts), origins: graphOrigins(config), telemetry }));
};

/** What has become due of its own accord is planned, and once an hour what was left half done is mended; each whatever the other does. */
const beforeSweeping = (parts: Parts, deps: Deps): (() => Promise<void>) => {
  const { log } = parts;
  const clear = clearingOf(parts, deps);
  const [plan, look, lapse, rewrap] = [reminderPlanner(deps), reconciler(deps), suggestionClock(deps), keyRewrapper(deps)];
  const [settle, seal, leave] = [pulseClock(deps), auditSealer(deps), leaverClock(deps)];
  const mend = async (): Promise<void> => {
    const mended = await look();
    if (mended !== null && mended.messages + mended.matches + mended.people > 0) log.warn('round.mended', mended);
  };
  return async () => {
    await mend().catch((error: unknown) => log.warn('round.notMended', failureFields(error)));
    // Before reminders are planned, so that nothing is brought up again whose last day is over.
    await lapse().catch((error: unknown) => log.warn('round.notLapsed', failureFields(error)));
    // Before reminders, too: what is taken out needs no word to anybody.
    const left = await clear().catch((error: unknown) => log.warn('calendar.notCleared', failureFields(error)));
    if (left) log.warn('calendar.unattended', { result: left });
    await settle().catch((error: unknown) => log.warn('pulse.notSettled', failureFields(error)));
    await plan();
    const rewrapped = await rewrap().catch((error: unknown) => log.warn('sealing.notRewrapped', failureFields(error)));
    const leavers = await leave().catch((error: unknown) => log.warn('leavers.notLooked', failureFields(error)));
    if (leavers && (leavers.erased > 0 || leavers.doubted)) log[leavers.doubted ? 'error' : 'info']('leavers.looked', leavers);
    // Last, so that nothing which people wait for waits for it.
    const acts = await seal().catch((error: unknown) => log.warn('audit.notSealed', failureFields(error)));
    if (acts?.refused) log.error('audit.notSealed', { code: acts.refused });
    if (rewrapped) log[rewrapped.locked > 0 ? 'warn' : 'info']('sealing.rewrapped', rewrapped);
  };
};

type Workers = { readonly delivery: Delivery; readonly runner: WorkRunner; readonly outages: ReturnType<typeof watchOutages> };

/** Starts what runs by itself: delivery, long work, and the look for outages. */
export const startWorkers = (parts: Parts, deps: Deps, receiver: TeamsReceiver): Workers => {
  const { clock, log, stores, instance, telemetry } = parts;
  const partitions = () => openPartitions(deps);
  const questions = assembleQuestions(parts, deps, receiver);
  const wake = wakeWorkThrough(stores.queue, log);
  const handlers = workHandlers(deps, inOwnThread());
  const runner = startWorkRunner({ table: stores.table, clock, log, instance, partitions, handlers, wake });
  const delivery = startDelivery({
    ...stores,
    clock,
    log,
    instance,
    partitions: () => sendingPartitions(deps),
    ...questions,
    passOn: runner.notice,
    beforeSweep: beforeSweeping(parts, deps),
    // The process is gone 20 s after SIGTERM, whatever is on its way.
    settings: { drainFor: 12_000 },
    unreachable: noteUnreachable(deps),
  });
  return { delivery, runner, outages: watchOutages(deps, { log, send: questions.send, telemetry }) };
};
