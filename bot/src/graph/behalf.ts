import { type AccessToken, OnBehalfOfCredential } from '@azure/identity';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import type { CalendarRefusal } from '../ports/calendar.js';
import { clientAssertion, type GraphIdentity, graphScope } from './credential.js';

/** What Entra says when somebody has to sign in once more. */
const challenge = z.object({ claims: z.string().min(1) });

const claimsIn = (body: string | null | undefined): string | null => {
  try {
    const parsed = challenge.safeParse(JSON.parse(body ?? ''));
    return parsed.success ? parsed.data.claims : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};

const mayBeAskedAgain = (cause: unknown): boolean => cause instanceof Error && cause.name === 'AuthenticationRequiredError';
const isAway = (cause: unknown): boolean =>
  cause instanceof Error && ['CredentialUnavailableError', 'RestError', 'AuthenticationError'].includes(cause.name);

/** A token for Graph on behalf of one person; asked for once, and forgotten with the request that it is for. */
export type BehalfToken = () => Promise<Result<AccessToken, CalendarRefusal>>;

/** Exchanges the token that the tab was called with (S-15: a federated credential stands in for a secret, no refresh token is kept). */
export const onBehalfOf = ({ tenantId, tabAppId, managedIdentityClientId, trustRoots }: GraphIdentity, userToken: string): BehalfToken => {
  let claims: string | null = null;
  // The library keeps to itself which claims were asked for, so they are read from the answer as it passes.
  const passing: NonNullable<ConstructorParameters<typeof OnBehalfOfCredential>[0]['additionalPolicies']>[number] = {
    position: 'perCall',
    policy: {
      name: 'claims-challenge',
      sendRequest: async (request, next) => {
        const response = await next(request);
        if (response.status >= 400) claims = claimsIn(response.bodyAsText);
        return response;
      },
    },
  };
  // The public list of authorities cannot know one on this machine.
  const authority = { authorityHost: trustRoots.entra, disableInstanceDiscovery: trustRoots.loopback };
  const credential = new OnBehalfOfCredential({
    tenantId,
    clientId: tabAppId,
    getAssertion: clientAssertion(managedIdentityClientId),
    userAssertionToken: userToken,
    ...authority,
    additionalPolicies: [passing],
  });
  const ask = async (): Promise<Result<AccessToken, CalendarRefusal>> => {
    try {
      return ok(await credential.getToken(graphScope));
    } catch (cause) {
      if (mayBeAskedAgain(cause)) return err({ code: 'sign-in-needed', claims });
      if (isAway(cause)) return err({ code: 'calendar-unavailable', status: null });
      throw cause;
    }
  };
  let asked: ReturnType<typeof ask> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
};
