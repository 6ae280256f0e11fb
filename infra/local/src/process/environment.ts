import type { SandboxIds } from '../parts.js';
import { sealingKeyPath } from '../vault/vault.js';

export type BotSurroundings = {
  readonly ids: SandboxIds;
  /** The one setting that replaces every Microsoft origin. */
  readonly origin: string;
  readonly authorityFile: string;
  readonly publicUrl: string;
  readonly tableUrl: string;
  readonly queueUrl: string;
  readonly identityEndpoint: string;
  readonly identityHeader: string;
};

/** What a process needs from its machine; everything else of the caller's environment (proxies, credentials) stays outside. */
const inherited = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LOG_LEVEL', 'NODE_V8_COVERAGE'];

/**
 * The whole environment of the bot process, by the product's own setting names. Its port is 0: the system gives a free one,
 * and the bot says which.
 */
export const botEnvironment = (
  surroundings: BotSurroundings,
  machine: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  const { ids } = surroundings;
  const kept = inherited.flatMap((name): [string, string][] => {
    const value = machine[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    LOG_LEVEL: 'warn',
    ...Object.fromEntries(kept),
    NODE_ENV: 'production',
    // The same name over restarts, so that what a killed process held is taken up at once.
    WEBSITE_INSTANCE_ID: 'sandbox',
    TZ: 'UTC',
    PORT: '0',
    HOST: '127.0.0.1',
    LOOPBACK: surroundings.origin,
    PUBLIC_URL: surroundings.publicUrl,
    TENANT_ID: ids.tenantId,
    BOT_APP_ID: ids.botAppId,
    TAB_APP_ID: ids.tabAppId,
    TEAMS_APP_ID: ids.teamsAppId,
    MANAGED_IDENTITY_CLIENT_ID: ids.managedIdentityClientId,
    STORAGE_TABLE_URL: surroundings.tableUrl,
    STORAGE_QUEUE_URL: surroundings.queueUrl,
    SEALING_KEY_URL: `${surroundings.origin}${sealingKeyPath}`,
    IDENTITY_ENDPOINT: surroundings.identityEndpoint,
    IDENTITY_HEADER: surroundings.identityHeader,
    NODE_EXTRA_CA_CERTS: surroundings.authorityFile,
  };
};
