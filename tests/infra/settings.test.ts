import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { textOf } from '../house/documented.js';
import { load } from './tasks.js';

const sample = Object.fromEntries(Object.entries(parseEnv(textOf('infra/sample.env'))).map(([name, value]) => [name, value ?? '']));
const { deploymentOf } = await load('deploy/settings');
const { templateParameters } = await load('deploy/azure-steps');

describe('settings of a deployment', () => {
  it('of the sample do as they stand', () => {
    expect(deploymentOf(sample).problems).toEqual([]);
  });

  it.each([
    ['a missing one', { LOCATION: '' }, 'LOCATION is missing.'],
    ['one that is none', { COLOUR: 'blue' }, 'COLOUR is no setting of a deployment; infra/sample.env shows them all.'],
    ['a secret', { CLIENT_SECRET: 'x' }, 'CLIENT_SECRET looks like a secret; a deployment has none. Take it out of the file.'],
    ['a secret among the values', { TAGS: 'a=AccountKey=b' }, 'TAGS looks like a secret; a deployment has none. Take it out of the file.'],
    ['a single instance', { INSTANCES: '1' }, 'INSTANCES is 2 to 10, so that none is missed when one goes, not 1.'],
    [
      'a name that Azure does not take',
      { NAME: 'Coaching_Pairs' },
      'NAME is 3 to 20 small letters, digits and hyphens, not Coaching_Pairs.',
    ],
    [
      'the name that every app has',
      { PUBLIC_URL: 'https://pairs.azurewebsites.net' },
      'PUBLIC_URL must be a name of your own: single sign-on in Teams is not meant for azurewebsites.net.',
    ],
    ['http', { PUBLIC_URL: 'http://pairs.example.com' }, 'PUBLIC_URL must begin with https://, not http: http://pairs.example.com.'],
    ['a permission that is not asked for', { WITHHELD: 'Mail.Read' }, 'WITHHELD names a permission that is not asked for: Mail.Read.'],
    ['an administrator by name', { ROUND_ADMINS: 'hanna@example.com' }, 'ROUND_ADMINS holds object ids, not hanna@example.com.'],
    ['figures, half said', { TELEMETRY: 'some' }, 'TELEMETRY is on or off, not some.'],
    ['a half-said choice', { PRIVATE_NETWORK: 'yes' }, 'PRIVATE_NETWORK is on or off, not yes.'],
  ])('[S-15] %s', (_what, more, sentence) => {
    expect(deploymentOf({ ...sample, ...more }).problems).toEqual([sentence]);
  });

  it('become parameters that the template has, and none that it does not', () => {
    const { settings } = deploymentOf(sample);
    if (settings === undefined) throw new Error('The sample will not do.');
    const declared = [...textOf('infra/bicep/main.bicep').matchAll(/^param (\w+) [^=\n]+(=)?/gmu)];
    const given = Object.keys(templateParameters(settings, sample['TEAMS_APP_ID']).parameters);
    expect(given.filter((name) => !declared.some(([, own]) => own === name))).toEqual([]);
    expect(declared.filter(([, own = '', isGiven]) => isGiven === undefined && !given.includes(own)).map(([, own]) => own)).toEqual([]);
  });
});
