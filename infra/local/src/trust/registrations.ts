import type { SandboxIds } from '../parts.js';

/** Every sandbox is the same invented tenant with the same registrations; what differs is its keys and its people. */
export const sandboxIds: SandboxIds = {
  tenantId: '6d1f0c5e-8a43-4c6b-9a0e-27b5c0f4d311',
  botAppId: '0b7a4f7e-52c9-4d0f-8d3b-9f6f3f1c8a20',
  tabAppId: 'c2f0a1d4-7b36-4e58-91ac-4d8be53f6e07',
  teamsAppId: 'e5a9d3b2-1c74-46f0-b8de-0a6c97f2415d',
  managedIdentityClientId: '0b7a4f7e-52c9-4d0f-8d3b-9f6f3f1c8a20',
};

/** Object ids of the two service principals. */
export const principals = {
  managedIdentity: '9e0d6c13-4f2a-4b7e-a5c8-3b1f7d208e64',
  tab: '41c7b8f0-d95e-4a36-8f12-6ea03c9b57d2',
} as const;

/** Teams in the browser: the client that gets tab tokens. */
export const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** What an administrator has consented to for the tab's registration; the managed identity has no Graph permission at all. */
export const consented = {
  application: [
    'User.Read.All',
    'GroupMember.Read.All',
    'MailboxSettings.Read',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'AppCatalog.Read.All',
  ],
  delegated: ['Calendars.ReadWrite', 'Calendars.Read.Shared', 'OnlineMeetings.ReadWrite', 'User.Read'],
} as const;

/** Audience of the managed identity's token when it is a client assertion. */
export const exchangeAudience = 'api://AzureADTokenExchange';
export const botFrameworkIssuer = 'https://api.botframework.com';
