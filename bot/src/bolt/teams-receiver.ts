import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Activity, CloudAdapterBase, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Sender } from '../ports/sender.js';
import { noTelemetry, type Telemetry } from '../ports/telemetry.js';
import type { TurnOutcome } from './answer.js';
import type { Connected, Connector } from './connector.js';
import { failureOf } from './connector-failure.js';
import { createSender } from './connector-sender.js';
import { type Admitted, type CheckToken, createGate } from './gate.js';
import { measuredConnector, measuredTurns } from './measured-bot.js';
import { createMessagesEndpoint, type Endpoint } from './messages-endpoint.js';
import type { Turn } from './turn.js';
import { waiting } from './waiting.js';

/** Tokens of the bot's managed identity; @azure/identity's credentials fit. */
export type TokenSource = { getToken(scope: string): Promise<{ readonly token: string } | null> };

export type ReceiverTrust = {
  readonly entra: string;
  readonly botMetadata: string;
  readonly botTokenIssuer: string;
  readonly connectorScope: string;
  readonly connectorUrl: string;
  readonly connectorOrigins: readonly string[];
};

export type TeamsReceiverOptions = {
  readonly app: { handle(turn: Turn): Promise<TurnOutcome> };
  readonly botAppId: string;
  readonly tenantId: string;
  readonly trust: ReceiverTrust;
  /** The gate's own check of the connector's tokens (S-01). */
  readonly checkToken: CheckToken;
  readonly credentials: TokenSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Pick<Telemetry, 'note'>;
};

export type TeamsReceiver = Endpoint & { readonly sender: Sender };

/** Transport between Teams and an app: the endpoint that receives, and the sender that writes to people. All that knows the Bot Framework SDK is here. */
export function createTeamsReceiver(options: TeamsReceiverOptions): TeamsReceiver {
  const { botAppId, tenantId, trust, checkToken, log, telemetry = noTelemetry } = options;
  const { connectorOrigins, connectorUrl } = trust;
  const authentication = authenticationOf(options);
  const connector = measuredConnector(connectorOf(options, authentication), telemetry);
  const sender = createSender({ connector, connectorOrigins, connectorUrl, botAppId });
  const gate = createGate({ checkToken, tenantId, connectorOrigins, log });
  const confirm = confirmBySdk(options, authentication);
  return { ...createMessagesEndpoint({ gate, confirm, app: measuredTurns(options.app, telemetry), sender, log }), sender };
}

/** Every value is set: one alone would drop all of the SDK's defaults. */
function authenticationOf({ botAppId, tenantId, trust, credentials }: TeamsReceiverOptions): ConfigurationBotFrameworkAuthentication {
  const settings = {
    MicrosoftAppId: botAppId,
    MicrosoftAppTenantId: tenantId,
    ToChannelFromBotLoginUrl: `${trust.entra}/${tenantId}`,
    ToChannelFromBotOAuthScope: trust.connectorScope,
    ToBotFromChannelTokenIssuer: trust.botTokenIssuer,
    OAuthUrl: trust.botTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: trust.botMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: trust.botMetadata,
    CallerId: 'urn:botframework:azure',
  };
  const requiredClaims = ['iss', 'aud', 'serviceurl'];
  return new ConfigurationBotFrameworkAuthentication(settings, credentialsFactory(botAppId, trust.connectorScope, credentials), {
    requiredEndorsements: ['msteams'],
    validateClaims: async (claims) => {
      const missing = requiredClaims.filter((name) => !claims.some(({ type, value }) => type === name && value));
      if (missing.length > 0) throw new Error('A required claim is missing');
    },
  });
}

type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

function credentialsFactory(botAppId: string, scope: string, credentials: TokenSource): CredentialsFactory {
  const token = async (): Promise<string> => {
    const found = await credentials.getToken(scope).catch((cause: unknown) => {
      throw Object.assign(new Error('No token for the connector', { cause }), { code: 'TokenUnavailable' });
    });
    if (found === null) throw Object.assign(new Error('No token for the connector'), { code: 'TokenUnavailable' });
    return found.token;
  };
  return {
    isValidAppId: async (appId) => appId === botAppId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
}

const sdkAnswersWithin = 700;
/** How long the SDK is left alone after it could not say anything: it asks again with every request, and waits without end. */
const sdkRestsFor = 30_000;
/** The SDK reads the machine's clock instead of the product's; where they differ by more than this it cannot judge a token's time. */
const clocksAgreeWithin = 300_000;
/** How the SDK says that it has not read the keys: it asks for a new one at most hourly and keeps none through an outage. */
const keysUnread = /Failed to load|Signing Key could not be retrieved|request to .* failed|invalid json response|SDK too slow/u;

/**
 * The SDK's own check, after the gate's. Its refusals are final but for the above: there the gate has judged already, with keys
 * that survive rotation and outage (S-09) and by the product's clock.
 */
function confirmBySdk(
  { clock, log }: TeamsReceiverOptions,
  authentication: ConfigurationBotFrameworkAuthentication,
): (admitted: Admitted) => Promise<boolean> {
  let restsUntil = 0;
  return async ({ activity: { channelId, serviceUrl }, authorization }) => {
    const now = Date.parse(clock.now());
    if (now < restsUntil || Math.abs(now - Date.now()) > clocksAgreeWithin) return true;
    // The SDK's check reads these two properties and no other.
    const inbound = { channelId, serviceUrl } as Activity;
    try {
      await within(sdkAnswersWithin, authentication.authenticateRequest(inbound, authorization));
      return true;
    } catch (error) {
      const tolerated = error instanceof Error && keysUnread.test(error.message);
      if (tolerated) restsUntil = now + sdkRestsFor;
      log.warn(tolerated ? 'gate.withoutSdk' : 'gate.refusedBySdk');
      return tolerated;
    }
  };
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('SDK too slow')), milliseconds);
  });
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

type Pipeline = {
  removePolicy(which: { phase?: 'Retry'; name?: string }): unknown;
  addPolicy(policy: { name: string; sendRequest<Answer>(request: Reused, next: (request: Reused) => Answer): Answer }): unknown;
};
type Reused = { readonly url: string; agent?: HttpAgent };
type Policies = { readonly client: { readonly pipeline: Pipeline } };
type Calls = Awaited<ReturnType<ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>['create']>>;
type Client = Policies & Pick<Calls, 'conversations'>;

const connectorAnswersWithin = 15_000;
/**
 * Every call has a connection of its own: on a kept one that the other side has closed meanwhile a message is lost, or arrives,
 * without anybody knowing which. At the rate that is allowed the handshakes cost little.
 */
const agents = { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) };

/** One call, one request, one connection. */
const makeSingle = ({ client: { pipeline } }: Policies): void => {
  pipeline.removePolicy({ phase: 'Retry' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'ownConnection',
    sendRequest: (request, next) => {
      request.agent = request.url.startsWith('https:') ? agents.https : agents.http;
      return next(request);
    },
  });
};

/** More than Teams has regions, so that an address of which there are ever more takes no room for ever. */
const mostClients = 100;

/** The part of the SDK's adapter that makes clients. The whole of it also takes requests, streams, and opens sockets and pipes (S-22). */
class ClientMaker extends CloudAdapterBase {}

/** One client for each service URL: making one costs more than sending with it. Each request asks for its token and has a connection of its own. */
const clientsOf = (
  botAppId: string,
  authentication: ConfigurationBotFrameworkAuthentication,
): ((serviceUrl: string) => Promise<Client>) => {
  const adapter = new ClientMaker(authentication);
  const kept = new Map<string, Client>();
  const make = async (serviceUrl: string): Promise<Client> => {
    const conversation = { id: 'any', isGroup: false, conversationType: 'personal', name: '' };
    const made: Client[] = [];
    await adapter.continueConversationAsync(botAppId, { channelId: 'msteams', serviceUrl, conversation }, async ({ turnState }) => {
      made.push(turnState.get<Client>(adapter.ConnectorClientKey));
    });
    const [client] = made;
    if (client === undefined) throw new Error('The SDK made no client');
    makeSingle(client);
    if (kept.size >= mostClients) kept.clear();
    kept.set(serviceUrl, client);
    return client;
  };
  return async (serviceUrl) => kept.get(serviceUrl) ?? make(serviceUrl);
};

/** Calls through the SDK's client with its retries, redirects and kept connections taken out. */
function connectorOf({ botAppId, clock }: TeamsReceiverOptions, authentication: ConfigurationBotFrameworkAuthentication): Connector {
  const clientFor = clientsOf(botAppId, authentication);
  const call = async (serviceUrl: string, use: (client: Client) => Promise<Connected>): Promise<Connected> => {
    try {
      return await use(await clientFor(serviceUrl));
    } catch (error) {
      return failureOf(error, Date.parse(clock.now()));
    }
  };
  const patiently = waiting(connectorAnswersWithin);
  return {
    post: (url, id, activity) =>
      call(url, ({ conversations }) =>
        patiently(async (abortSignal) => accepted(await conversations.sendToConversation(id, activity, { abortSignal }))),
      ),
    put: (url, id, activityId, activity) =>
      call(url, ({ conversations }) =>
        patiently(async (abortSignal) => accepted(await conversations.updateActivity(id, activityId, activity, { abortSignal }))),
      ),
    open: (url, { botId, personId, tenantId }) =>
      call(url, async ({ conversations }) => {
        const members = [{ id: personId, name: '', aadObjectId: personId }];
        const parameters = { isGroup: false, bot: { id: botId, name: '' }, members, tenantId, channelData: { tenant: { id: tenantId } } };
        return patiently(async (abortSignal) => accepted(await conversations.createConversation(parameters, { abortSignal })));
      }),
  };
}

const accepted = ({ id = '', serviceUrl }: { id?: string; serviceUrl?: string }): Connected => ({
  kind: 'accepted',
  id,
  ...(serviceUrl !== undefined && { serviceUrl }),
});
