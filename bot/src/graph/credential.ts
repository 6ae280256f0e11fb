import { ClientAssertionCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';

/** Origins of the authority and of Graph: constants of the product, or one loopback origin for both. */
export type GraphOrigins = { readonly entra: string; readonly graph: string; readonly loopback: boolean };

export type GraphIdentity = {
  readonly tenantId: string;
  /** The tab's registration: Graph knows the product by it, not by the bot. */
  readonly tabAppId: string;
  readonly managedIdentityClientId: string;
  readonly trustRoots: GraphOrigins;
};

const exchangeScope = 'api://AzureADTokenExchange/.default';

/** Scope of every Graph token; the name of the resource stays the same wherever Graph is reached. */
export const graphScope = 'https://graph.microsoft.com/.default';

/** The managed identity's own token, which stands in for a secret (S-15). */
export const clientAssertion = (managedIdentityClientId: string): (() => Promise<string>) => {
  const identity = new ManagedIdentityCredential({ clientId: managedIdentityClientId });
  return async () => (await identity.getToken(exchangeScope)).token;
};

/** App-only access to Graph as the tab's registration, without any secret: federated with the managed identity. */
export const appOnlyCredential = ({ tenantId, tabAppId, managedIdentityClientId, trustRoots }: GraphIdentity): TokenCredential =>
  new ClientAssertionCredential(tenantId, tabAppId, clientAssertion(managedIdentityClientId), {
    authorityHost: trustRoots.entra,
    // The public list of authorities cannot know one on this machine.
    disableInstanceDiscovery: trustRoots.loopback,
  });
