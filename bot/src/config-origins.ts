import { ingestionIn } from './ingestion-setting.js';

/** The environment as a process receives it. */
export type Environment = { readonly [name: string]: string | undefined };

/** One setting and what is wrong with it; the value itself is never repeated. */
export type ConfigProblem = { readonly setting: string; readonly problem: string };

/** The settings that say where something listens or lies. */
type Addresses = {
  readonly HOST: string;
  readonly PUBLIC_URL: string;
  readonly STORAGE_TABLE_URL: string;
  readonly STORAGE_QUEUE_URL: string;
  readonly SEALING_KEY_URL: string;
  readonly TELEMETRY_CONNECTION?: string | undefined;
  readonly LOOPBACK?: string | undefined;
};

const loopbackAddress = '127.0.0.1';

/** Settings of other programs that would hand the product a secret or weaken what it trusts; the product has no use for any of them. */
const forbidden = [
  'AZURE_AUTHORITY_HOST',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_CLIENT_SECRET',
  'AZURE_PASSWORD',
  'AZURE_STORAGE_CONNECTION_STRING',
  'BOT_APP_PASSWORD',
  'MicrosoftAppPassword',
];
const secretInValue = /AccountKey=|SharedAccessKey=|SharedAccessSignature=|[?&]sig=/iu;

/** Secrets and switches that have no place in the environment (S-15): the bot signs in by its managed identity alone. */
export function secretsIn(given: Environment): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const [setting, value = ''] of Object.entries(given)) {
    if (forbidden.includes(setting)) problems.push({ setting, problem: 'must not be set' });
    else if (secretInValue.test(value)) problems.push({ setting, problem: 'must not hold a key or signature' });
  }
  if (given['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') problems.push({ setting: 'NODE_TLS_REJECT_UNAUTHORIZED', problem: 'must not be 0' });
  return problems;
}

/** With `LOOPBACK` every address must be 127.0.0.1; without it none may be, and none may be http. */
export function originsOutside(settings: Addresses, given: Environment): readonly ConfigProblem[] {
  const { HOST, PUBLIC_URL, STORAGE_TABLE_URL, STORAGE_QUEUE_URL, SEALING_KEY_URL, TELEMETRY_CONNECTION, LOOPBACK } = settings;
  const telemetry = ingestionProblem(TELEMETRY_CONNECTION, LOOPBACK !== undefined);
  const addresses = { PUBLIC_URL, STORAGE_TABLE_URL, STORAGE_QUEUE_URL };
  if (LOOPBACK === undefined)
    return [
      ...Object.entries(addresses).flatMap(([setting, url]) => publicProblem(setting, url)),
      ...vaultProblem(SEALING_KEY_URL),
      ...telemetry,
    ];
  const problems = Object.entries({ ...addresses, SEALING_KEY_URL }).flatMap(([setting, url]) => loopbackProblem(setting, url));
  problems.push(...telemetry, ...loopbackProblem('IDENTITY_ENDPOINT', given['IDENTITY_ENDPOINT']));
  if (HOST !== loopbackAddress) problems.push({ setting: 'HOST', problem: `must be ${loopbackAddress} with LOOPBACK` });
  for (const [setting, url] of Object.entries({ STORAGE_TABLE_URL, STORAGE_QUEUE_URL })) {
    if (new URL(url).protocol !== 'http:') problems.push({ setting, problem: 'must be http with LOOPBACK' });
  }
  return problems;
}

function publicProblem(setting: string, url: string): readonly ConfigProblem[] {
  const { protocol, hostname, search, username, password } = new URL(url);
  if (protocol !== 'https:') return [{ setting, problem: 'must be https' }];
  if (isThisMachine(hostname)) return [{ setting, problem: 'must not be this machine without LOOPBACK' }];
  return search + username + password === '' ? [] : [{ setting, problem: 'must not hold a query or a user name' }];
}

/** The token for the vault is sent there and nowhere else (S-05); learn.microsoft.com, "Azure Key Vault keys, secrets and certificates overview": names and addresses. */
const keyInVault = /^https:\/\/[a-z0-9-]{3,24}\.vault\.azure\.net\/keys\/[a-z0-9-]{1,127}$/iu;

const vaultProblem = (url: string): readonly ConfigProblem[] =>
  keyInVault.test(url)
    ? []
    : [{ setting: 'SEALING_KEY_URL', problem: 'must be a key without its version: https://<vault>.vault.azure.net/keys/<name>' }];

function loopbackProblem(setting: string, url: string | undefined): ConfigProblem[] {
  if (url === undefined) return [{ setting, problem: 'is missing' }];
  const isLoopback = URL.canParse(url) && new URL(url).hostname === loopbackAddress;
  return isLoopback ? [] : [{ setting, problem: `must be at ${loopbackAddress} with LOOPBACK` }];
}

/** The token for figures is sent to the region's own endpoint of Application Insights and nowhere else (S-05). */
const ingestionEndpoint = /^https:\/\/[a-z0-9-]+\.in\.applicationinsights\.azure\.com$/u;
const ingestionHere = /^https:\/\/127\.0\.0\.1:\d+$/u;

const ingestionProblem = (connection: string | undefined, isLoopback: boolean): readonly ConfigProblem[] => {
  if (connection === undefined) return [];
  const setting = 'TELEMETRY_CONNECTION';
  const endpoint = ingestionIn(connection)?.ingestion.endpoint;
  if (endpoint === undefined) return [{ setting, problem: 'must hold an InstrumentationKey and an IngestionEndpoint' }];
  if (isLoopback) return ingestionHere.test(endpoint) ? [] : loopbackProblem(setting, endpoint);
  const known = ingestionEndpoint.test(endpoint);
  return known ? [] : [{ setting, problem: 'must name an endpoint https://<region>.in.applicationinsights.azure.com' }];
};

const isThisMachine = (hostname: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/u.test(hostname.toLowerCase());
