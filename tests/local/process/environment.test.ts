import { parseConfig } from '@coaching-pairs/bot/config';
import { botEnvironment } from '@coaching-pairs/local/process/environment';
import { sandboxIds } from '@coaching-pairs/local/trust/registrations';
import { describe, expect, it } from 'vitest';

const surroundings = {
  ids: sandboxIds,
  origin: 'https://127.0.0.1:23456',
  authorityFile: '/data/trust/certificate.pem',
  publicUrl: 'http://127.0.0.1:3980',
  tableUrl: 'http://127.0.0.1:40001/devstoreaccount1',
  queueUrl: 'http://127.0.0.1:40002/devstoreaccount1',
  identityEndpoint: 'http://127.0.0.1:40003/msi/token',
  identityHeader: 'secret',
};

describe('the environment of the bot process', () => {
  it('is what the product asks for: every setting there, none refused, every origin replaced', () => {
    const config = parseConfig(botEnvironment(surroundings, {}));

    expect(config).toMatchObject({
      ok: true,
      value: { loopback: surroundings.origin, host: '127.0.0.1', trustRoots: { entra: surroundings.origin, graph: surroundings.origin } },
    });
  });

  it('keeps what the machine needs and leaves credentials and proxies of the caller outside', () => {
    const environment = botEnvironment(surroundings, {
      PATH: '/bin',
      AZURE_CLIENT_SECRET: 's',
      HTTPS_PROXY: 'http://proxy',
      NODE_OPTIONS: '--inspect',
    });

    expect(environment).toMatchObject({ PATH: '/bin', TZ: 'UTC' });
    expect(environment).not.toHaveProperty('AZURE_CLIENT_SECRET');
    expect(environment).not.toHaveProperty('HTTPS_PROXY');
    expect(environment).not.toHaveProperty('NODE_OPTIONS');
  });
});
