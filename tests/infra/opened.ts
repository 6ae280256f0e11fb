import type { World } from './azure-world.js';

type Broken = readonly [what: string, spoil: () => void, where: string, said: string];

/** What somebody may have opened by hand, at the app and at the vault, and what the doctor must say of it. */
export const opened = (world: () => World): readonly Broken[] => {
  const app = (what: string, changed: object, said: string): Broken => [
    what,
    () => Object.assign(world().closed, changed),
    'How the app is closed',
    said,
  ];
  const vault = (what: string, changed: object, said: string): Broken => [what, () => Object.assign(world().vault, changed), 'Vault', said];
  return [
    app('FTP switched on', { ftpsState: 'AllAllowed' }, 'FTP is switched on.'),
    app('old TLS', { minTlsVersion: '1.0' }, 'It takes connections older than TLS 1.2.'),
    app('old TLS for publishing', { scmMinTlsVersion: '1.1' }, 'Its publishing site takes connections older than TLS 1.2.'),
    app('http', { httpsOnly: false }, 'It answers without https.'),
    app('remote debugging', { remoteDebuggingEnabled: true }, 'Remote debugging is switched on.'),
    app('publishing by password', { password: true }, 'A new version can be put there with a password. (slot next)'),
    app('a health check elsewhere', { healthCheckPath: '/' }, 'does not look at /ready'),
    app('an old Node', { linuxFxVersion: 'NODE|18-lts' }, 'It does not run on a version of Node that is kept up.'),
    vault('a vault that can be purged', { enablePurgeProtection: false }, 'The key can be deleted for good at once.'),
    vault('access policies of the vault', { enableRbacAuthorization: false }, 'Access policies are in force'),
  ];
};
