/** Whom the product believes. Constants, not settings: one place, each with its source, and one switch that replaces them all together. */
export type TrustRoots = {
  /** Origin of the Entra authority: tokens for the tab, client assertions, on-behalf-of. */
  readonly entra: string;
  readonly graph: string;
  /** Where the keys are announced with which the Bot Connector signs. */
  readonly botMetadata: string;
  readonly botTokenIssuer: string;
  /** The resource for which the bot asks a token when it writes. */
  readonly connectorScope: string;
  /** Where conversations with people are opened who have never written. */
  readonly connectorUrl: string;
  /** Origins a connector URL may have; `*.` stands for one or more labels (S-05). */
  readonly connectorOrigins: readonly string[];
};

/** https://login.microsoftonline.com: learn.microsoft.com, "National clouds and authentication endpoints" (global). */
const entra = 'https://login.microsoftonline.com';
/** learn.microsoft.com, "Microsoft Graph root endpoints" (global). */
const graph = 'https://graph.microsoft.com';
/** learn.microsoft.com, "Authentication with the Bot Connector API": OpenID metadata, issuer and token scope. */
const botMetadataPath = '/v1/.well-known/openidconfiguration';
const botMetadata = `https://login.botframework.com${botMetadataPath}`;
const botTokenIssuer = 'https://api.botframework.com';
const connectorScope = 'https://api.botframework.com/.default';
/** msteams-docs, "Send proactive messages": the global connector URL. */
const connectorUrl = 'https://smba.trafficmanager.net/teams/';
const connectorOrigins = ['https://smba.trafficmanager.net', 'https://*.botframework.com'];

/** Clients that may ask for a token for the tab's API: Teams desktop and mobile, Teams web (msteams-docs, "Register your tab app with Microsoft Entra ID"). */
export const teamsClientIds: readonly string[] = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/** Who may show the tab in a frame (S-12; msteams-docs, "Tab requirements"). */
export const frameAncestors: readonly string[] = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
];

/** The product's trust roots; with a loopback origin (`https://127.0.0.1:port`) every one of them lies there and nowhere else. */
export function trustRootsOf(loopback?: string): TrustRoots {
  if (loopback === undefined) {
    return { entra, graph, botMetadata, botTokenIssuer, connectorScope, connectorUrl, connectorOrigins };
  }
  return {
    entra: loopback,
    graph: loopback,
    botMetadata: `${loopback}/botframework${botMetadataPath}`,
    botTokenIssuer,
    connectorScope,
    connectorUrl: `${loopback}/connector/`,
    connectorOrigins: [loopback],
  };
}
