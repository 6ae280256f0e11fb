import { ClientAssertionCredential, ManagedIdentityCredential, OnBehalfOfCredential } from '@azure/identity';

// Started by sign-in.test.ts with NODE_EXTRA_CA_CERTS and the identity endpoint set: the chain without secrets, as production has it.
type Order = {
  readonly origin: string;
  readonly tenantId: string;
  readonly tabAppId: string;
  readonly clientId: string;
  readonly steps: readonly {
    readonly kind: 'managed' | 'application' | 'on-behalf-of';
    readonly scope: string;
    readonly userToken?: string;
    readonly clientId?: string;
  }[];
};

const order: Order = JSON.parse(process.argv[2] ?? '{}');
const managed = new ManagedIdentityCredential({ clientId: order.clientId });
const getAssertion = async (): Promise<string> => (await managed.getToken('api://AzureADTokenExchange/.default')).token;
const options = { authorityHost: order.origin, disableInstanceDiscovery: true };

const credentialOf = (step: Order['steps'][number]) => {
  const clientId = step.clientId ?? order.tabAppId;
  switch (step.kind) {
    case 'managed':
      return managed;
    case 'application':
      return new ClientAssertionCredential(order.tenantId, clientId, getAssertion, options);
    default:
      return new OnBehalfOfCredential({
        tenantId: order.tenantId,
        clientId,
        getAssertion,
        userAssertionToken: step.userToken ?? '',
        ...options,
      });
  }
};

for (const step of order.steps) {
  const outcome = await credentialOf(step)
    .getToken(step.scope)
    .then(
      (token) => ({ token: token?.token, expires: token?.expiresOnTimestamp }),
      (cause: unknown) => ({ error: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) }),
    );
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
