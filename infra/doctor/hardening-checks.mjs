// What the doctor compares with the promises of infra/bicep: how the app and the vault are closed, whatever somebody has changed by hand.
import { ifThere } from '../deploy/az.mjs';

const deployAgain = 'Run node infra/deploy.mjs with the same file.';
const resource = ['resource', 'show', '--ids'];

/** What must stand in `az webapp config show`, and what it means where it does not. */
const promised = [
  [({ minTlsVersion }) => Number(minTlsVersion) >= 1.2, 'It takes connections older than TLS 1.2.'],
  [({ scmMinTlsVersion }) => Number(scmMinTlsVersion) >= 1.2, 'Its publishing site takes connections older than TLS 1.2.'],
  [({ ftpsState }) => ftpsState === 'Disabled', 'FTP is switched on.'],
  [({ remoteDebuggingEnabled }) => remoteDebuggingEnabled !== true, 'Remote debugging is switched on.'],
  [
    ({ healthCheckPath }) => healthCheckPath === '/ready',
    'App Service does not look at /ready, so an instance that is not ready keeps its share.',
  ],
  [({ linuxFxVersion }) => /^NODE\|2[24]/u.test(linuxFxVersion ?? ''), 'It does not run on a version of Node that is kept up.'],
];

const passwordsOf = async (az, site) => {
  const found = await Promise.all(
    ['ftp', 'scm'].map((name) =>
      ifThere(az.ask([...resource, `${site}/basicPublishingCredentialsPolicies/${name}`, '--api-version', '2024-04-01'])),
    ),
  );
  return found.some((policy) => policy?.properties?.allow !== false);
};

const app = {
  name: 'How the app is closed',
  check: async ({ az, settings, known }) => {
    const names = ['--resource-group', settings.resourceGroup, '--name', known.outputs.appName];
    const findings = [];
    for (const slot of [[], ['--slot', 'next']]) {
      const where = slot.length === 0 ? '' : ' (slot next)';
      const [site, config] = [
        await az.ask(['webapp', 'show', ...names, ...slot]),
        await az.ask(['webapp', 'config', 'show', ...names, ...slot]),
      ];
      const wrong = promised.flatMap(([holds, says]) => (holds(config) ? [] : [says]));
      if (site.httpsOnly !== true) wrong.push('It answers without https.');
      if (await passwordsOf(az, site.id)) wrong.push('A new version can be put there with a password.');
      findings.push(...wrong.map((says) => ({ wrong: `${says}${where}`, mend: deployAgain })));
    }
    return findings;
  },
};

const vault = {
  name: 'Vault',
  check: async ({ az, known }) => {
    const found = await ifThere(az.ask([...resource, known.outputs.vaultId, '--api-version', '2023-07-01']));
    if (found === undefined)
      return [
        {
          wrong: 'The vault is gone: notes and agreements are locked.',
          mend: 'Recover it: az keyvault recover. Azure keeps it for 90 days.',
        },
      ];
    const { enablePurgeProtection, enableRbacAuthorization } = found.properties;
    return [
      ...(enablePurgeProtection === true ? [] : [{ wrong: 'The key can be deleted for good at once.', mend: deployAgain }]),
      ...(enableRbacAuthorization === true ? [] : [{ wrong: 'Access policies are in force, beside the roles.', mend: deployAgain }]),
    ];
  },
};

export const hardeningChecks = [app, vault];
