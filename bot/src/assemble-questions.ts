import { botAccountOf } from './bolt/connector-sender.js';
import type { TeamsReceiver } from './bolt/teams-receiver.js';
import type { Config } from './config.js';
import { type Preparation, preparing } from './delivery/prepare.js';
import { appOnlyCredential } from './graph/credential.js';
import { createGraphClient } from './graph/graph-client.js';
import { createInstallations, installPace } from './graph/installations.js';
import { paceOf } from './graph/pace.js';
import { graphOrigins } from './graph-origins.js';
import { measuredSend } from './measured.js';
import type { HealthLedger } from './ports/health.js';
import type { Telemetry } from './ports/telemetry.js';
import { questionsOf } from './questions.js';
import { watchedSend } from './watched.js';
import type { Deps } from './workflows/deps.js';
import { stillWanted } from './workflows/still-wanted.js';

type Parts = { readonly config: Config; readonly health: HealthLedger; readonly telemetry: Telemetry };

/** Gives people the app before the first message, over a client of its own: the directory's is patient, this one tries once. */
const preparationOf = ({ config, telemetry }: Pick<Parts, 'config' | 'telemetry'>, deps: Deps, { sender }: TeamsReceiver): Preparation => {
  const origins = graphOrigins(config);
  const credential = appOnlyCredential({ ...config, trustRoots: origins });
  const { tenantId, teamsAppId, botAppId, trustRoots } = config;
  return preparing({
    conversations: deps.conversations,
    reach: deps.reach,
    installations: createInstallations({
      client: createGraphClient({ credential, origins, pace: paceOf(installPace), telemetry }),
      teamsAppId,
    }),
    sender,
    stillWanted: stillWanted(deps),
    tenantId,
    connectorUrl: trustRoots.connectorUrl,
    botId: botAccountOf(botAppId),
  });
};

/** What delivery asks about a message, and how it goes. */
export const assembleQuestions = (parts: Parts, deps: Deps, receiver: TeamsReceiver): ReturnType<typeof questionsOf> => {
  const { config, health, telemetry } = parts;
  return questionsOf({
    ...{ deps, sender: receiver.sender, preparation: preparationOf(parts, deps, receiver), tenantId: config.tenantId },
    newsAtAnyHour: config.loopback !== undefined,
    watched: (send) => watchedSend(measuredSend(send, telemetry), health),
  });
};
