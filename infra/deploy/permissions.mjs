// What the registration of the tab is granted in Microsoft Graph: no more than the paths that the product may call need (S-16).

/** For the product itself. `reduced` is what happens without it. */
export const applicationPermissions = [
  { name: 'User.Read.All', reduced: 'no round can be opened' },
  { name: 'GroupMember.Read.All', reduced: 'the audience is chosen by manager or list' },
  { name: 'TeamsAppInstallation.ReadWriteSelfForUser.All', reduced: 'the app must be given to everybody by a setup policy' },
  { name: 'AppCatalog.Read.All', reduced: 'the app must be given to everybody by a setup policy' },
  { name: 'MailboxSettings.Read', reduced: 'hours of work are not compared' },
];

/** On behalf of whoever is signed in. */
export const delegatedPermissions = [
  { name: 'Calendars.ReadWrite', reduced: 'sessions are kept in the tab, which offers a calendar file' },
  { name: 'OnlineMeetings.ReadWrite', reduced: 'recording is not switched off in booked meetings' },
];

export const graphAppId = '00000003-0000-0000-c000-000000000000';
/** Teams on desktop and phone, and in the browser (msteams-docs, "Register your tab app with Microsoft Entra ID"). */
export const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
export const tabScope = 'access_as_user';
export const adminRole = 'Round.Admin';
/** Whoever holds it coordinates 2:2 Coaching and switches it on; nobody is given it by a deployment. */
export const coordinatorRole = 'Engagement.Coordinator';
