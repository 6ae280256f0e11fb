import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import { type ConfigProblem, type Environment, originsOutside, secretsIn } from './config-origins.js';
import { ingestionIn } from './ingestion-setting.js';
import type { Ingestion } from './ports/telemetry.js';
import { type TrustRoots, trustRootsOf } from './trust-roots.js';

/** All that differs between two installations. Origins and trust roots are constants, replaced as a whole by `LOOPBACK` alone. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Origin under which Teams reaches the bot and the tab. */
  readonly publicUrl: string;
  readonly tenantId: string;
  readonly botAppId: string;
  readonly tabAppId: string;
  readonly teamsAppId: string;
  readonly managedIdentityClientId: string;
  readonly storageTableUrl: string;
  readonly storageQueueUrl: string;
  /** The key in the vault that wraps the data keys of what is sealed, without a version (C-07). */
  readonly sealingKeyUrl: string;
  /** Whether what nobody wants any more is taken out of calendars whose owner is away; Exchange has to allow it (S-17). */
  readonly unattendedCalendars: boolean;
  readonly logLevel: LogLevel;
  /** Where figures about the process go; nowhere unless it is set. */
  readonly ingestion?: Ingestion;
  /** Set in the sandbox only: the origin that stands in for every outside service. */
  readonly loopback?: string;
  readonly trustRoots: TrustRoots;
};

export const logLevels = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof logLevels)[number];

const id = z.guid('must be a GUID').transform((value) => value.toLowerCase());
const address = z.url('must be an absolute URL').transform((value) => value.replace(/\/+$/u, ''));
const loopbackOrigin = z.string().regex(/^https:\/\/127\.0\.0\.1:\d{1,5}$/u, 'must be https://127.0.0.1:port');

const schema = z.object({
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(0, 'must be 0 to 65535').max(65_535, 'must be 0 to 65535'),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: address,
  TENANT_ID: id,
  BOT_APP_ID: id,
  TAB_APP_ID: id,
  TEAMS_APP_ID: id,
  MANAGED_IDENTITY_CLIENT_ID: id,
  STORAGE_TABLE_URL: address,
  STORAGE_QUEUE_URL: address,
  SEALING_KEY_URL: address,
  UNATTENDED_CALENDARS: z.enum(['on', 'off'], 'must be on or off').default('off'),
  TELEMETRY_CONNECTION: z.string().optional(),
  LOOPBACK: loopbackOrigin.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

type Settings = z.infer<typeof schema>;

/**
 * Reads the environment once. Refused, with every setting at fault named (S-03), when one is missing or malformed, when a secret
 * is among them (S-15), when bot and tab share a registration (part 0, finding 6), or when an origin lies on the wrong side of `LOOPBACK`.
 */
export function parseConfig(environment: Environment): Result<Config, readonly ConfigProblem[]> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const problems: ConfigProblem[] = [...secretsIn(given)];
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const setting = String(path[0]);
      problems.push({ setting, problem: given[setting] === undefined ? 'is missing' : message });
    }
    return err(problems);
  }
  const settings = parsed.data;
  if (settings.BOT_APP_ID === settings.TAB_APP_ID) problems.push({ setting: 'TAB_APP_ID', problem: 'must not be the bot’s registration' });
  problems.push(...originsOutside(settings, given));
  return problems.length > 0 ? err(problems) : ok(configOf(settings));
}

const configOf = (settings: Settings): Config => ({
  port: settings.PORT,
  host: settings.HOST,
  publicUrl: settings.PUBLIC_URL,
  tenantId: settings.TENANT_ID,
  botAppId: settings.BOT_APP_ID,
  tabAppId: settings.TAB_APP_ID,
  teamsAppId: settings.TEAMS_APP_ID,
  managedIdentityClientId: settings.MANAGED_IDENTITY_CLIENT_ID,
  storageTableUrl: settings.STORAGE_TABLE_URL,
  storageQueueUrl: settings.STORAGE_QUEUE_URL,
  sealingKeyUrl: settings.SEALING_KEY_URL,
  unattendedCalendars: settings.UNATTENDED_CALENDARS === 'on',
  logLevel: settings.LOG_LEVEL,
  ...(settings.TELEMETRY_CONNECTION !== undefined && ingestionIn(settings.TELEMETRY_CONNECTION)),
  ...(settings.LOOPBACK !== undefined && { loopback: settings.LOOPBACK }),
  trustRoots: trustRootsOf(settings.LOOPBACK),
});
