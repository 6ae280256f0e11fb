import type { Ingestion } from './ports/telemetry.js';

const keyForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * The two parts of Application Insights' connection string that are used: whose figures they are, and where they go. It opens nothing:
 * the resource takes figures from identities with a role alone. Undefined when one of the two is missing or malformed.
 */
export const ingestionIn = (connection: string): { readonly ingestion: Ingestion } | undefined => {
  const parts = new Map(connection.split(';').map((part) => [part.split('=')[0]?.trim().toLowerCase(), part.split('=')[1]?.trim()]));
  const key = parts.get('instrumentationkey')?.toLowerCase() ?? '';
  const address = parts.get('ingestionendpoint') ?? '';
  if (!keyForm.test(key) || !URL.canParse(address)) return undefined;
  const { origin, pathname, search, username, password } = new URL(address);
  return pathname === '/' && search + username + password === '' ? { ingestion: { endpoint: origin, key } } : undefined;
};
