import { parseConfig } from '@coaching-pairs/bot/config';
import { describe, expect, it } from 'vitest';

const production = {
  PORT: '8080',
  PUBLIC_URL: 'https://coaching.contoso.example/',
  TENANT_ID: '3F0D6F7E-6A55-4D0B-9A7E-5B1D2C3E4F50',
  BOT_APP_ID: '5d2e9b1c-7a44-4c1e-b7f0-1a2b3c4d5e6f',
  TAB_APP_ID: '0b7c0e3a-2f0e-4e67-8a53-0c6f1a2b3c4d',
  TEAMS_APP_ID: '7f6e5d4c-3b2a-4190-8f7e-6d5c4b3a2910',
  MANAGED_IDENTITY_CLIENT_ID: '5d2e9b1c-7a44-4c1e-b7f0-1a2b3c4d5e6f',
  STORAGE_TABLE_URL: 'https://contosopairs.table.core.windows.net',
  STORAGE_QUEUE_URL: 'https://contosopairs.queue.core.windows.net',
  SEALING_KEY_URL: 'https://contosopairs.vault.azure.net/keys/coaching-pairs',
};
const sandbox = {
  ...production,
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://127.0.0.1:3978',
  STORAGE_TABLE_URL: 'http://127.0.0.1:10002/devstoreaccount1',
  STORAGE_QUEUE_URL: 'http://127.0.0.1:10001/devstoreaccount1',
  SEALING_KEY_URL: 'https://127.0.0.1:4443/vault/keys/sealing',
  LOOPBACK: 'https://127.0.0.1:4443',
  IDENTITY_ENDPOINT: 'http://127.0.0.1:4444/msi/token',
};
const required = Object.keys(production);
const settingsAtFault = (environment: Record<string, string | undefined>): readonly string[] => {
  const config = parseConfig(environment);
  return config.ok ? [] : config.error.map(({ setting }) => setting).sort();
};

describe('the settings of an installation', () => {
  it('are read once, with the product’s own trust roots', () => {
    const config = parseConfig(production);
    expect(config).toMatchObject({
      ok: true,
      value: {
        port: 8080,
        host: '0.0.0.0',
        publicUrl: 'https://coaching.contoso.example',
        tenantId: '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50',
        logLevel: 'info',
        trustRoots: {
          entra: 'https://login.microsoftonline.com',
          graph: 'https://graph.microsoft.com',
          botMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
          botTokenIssuer: 'https://api.botframework.com',
        },
      },
    });
    expect(JSON.stringify(config)).not.toContain('127.0.0.1');
  });

  it('[S-17] leave calendars of people who are away alone unless they say otherwise', () => {
    const switched = (UNATTENDED_CALENDARS?: string) => parseConfig({ ...production, UNATTENDED_CALENDARS });
    expect([switched(), switched('off'), switched('on')]).toMatchObject(
      [false, false, true].map((unattendedCalendars) => ({ ok: true, value: { unattendedCalendars } })),
    );
    expect(settingsAtFault({ ...production, UNATTENDED_CALENDARS: 'yes' })).toEqual(['UNATTENDED_CALENDARS']);
  });

  it('[S-22] name the place for figures, or none: two parts of it are used and the rest is left', () => {
    const connection =
      'InstrumentationKey=0C1D2E3F-4a5b-4c6d-8e7f-90a1b2c3d4e5;IngestionEndpoint=https://uksouth-1.in.applicationinsights.azure.com/;LiveEndpoint=https://uksouth.livediagnostics.monitor.azure.com/';
    const key = '0c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
    expect(parseConfig({ ...production, TELEMETRY_CONNECTION: connection })).toMatchObject({
      ok: true,
      value: { ingestion: { endpoint: 'https://uksouth-1.in.applicationinsights.azure.com', key } },
    });
    expect(JSON.stringify(parseConfig(production))).not.toContain('ingestion');
    const here = `InstrumentationKey=${key};IngestionEndpoint=https://127.0.0.1:4443/`;
    expect(settingsAtFault({ ...sandbox, TELEMETRY_CONNECTION: here })).toEqual([]);
    for (const wrong of [here, connection.replace('.azure.com/;', '.azure.com.evil.example.com/;'), connection.replace('https', 'http')])
      expect(settingsAtFault({ ...production, TELEMETRY_CONNECTION: wrong })).toEqual(['TELEMETRY_CONNECTION']);
    for (const wrong of [connection, 'x', `InstrumentationKey=${key}`, here.replace(key, 'key'), here.replace('4443/', '4443/path')])
      expect(settingsAtFault({ ...sandbox, TELEMETRY_CONNECTION: wrong })).toEqual(['TELEMETRY_CONNECTION']);
  });

  it.each(required)('[S-03] without %s the start is refused, and the setting named', (setting) => {
    for (const value of [undefined, '', '  ']) {
      expect(parseConfig({ ...production, [setting]: value })).toEqual({ ok: false, error: [{ setting, problem: 'is missing' }] });
    }
  });

  it('[S-03] every missing setting is named at once', () => {
    expect(settingsAtFault({})).toEqual([...required].sort());
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['TENANT_ID', 'contoso.example'],
    ['BOT_APP_ID', 'bot'],
    ['TAB_APP_ID', production.BOT_APP_ID],
    ['TAB_APP_ID', production.BOT_APP_ID.toUpperCase()],
    ['PUBLIC_URL', 'coaching.contoso.example'],
    ['PUBLIC_URL', 'http://coaching.contoso.example'],
    ['PUBLIC_URL', 'https://priya:word@coaching.contoso.example'],
    ['STORAGE_TABLE_URL', 'http://contosopairs.table.core.windows.net'],
    ['STORAGE_TABLE_URL', 'https://localhost:10002'],
    ['STORAGE_QUEUE_URL', 'https://127.0.0.1:10001'],
    ['STORAGE_QUEUE_URL', 'https://127.8.9.1'],
    ['SEALING_KEY_URL', 'http://contosopairs.vault.azure.net/keys/coaching-pairs'],
    ['SEALING_KEY_URL', 'https://contosopairs.vault.azure.net'],
    ['SEALING_KEY_URL', 'https://contosopairs.vault.azure.net/keys/coaching-pairs/0123456789abcdef'],
    ['SEALING_KEY_URL', 'https://contosopairs.vault.azure.net.evil.example.com/keys/coaching-pairs'],
    ['PUBLIC_URL', 'https://[::1]:3978'],
    ['LOG_LEVEL', 'everything'],
    ['LOOPBACK', 'https://localhost:4443'],
    ['LOOPBACK', 'http://127.0.0.1:4443'],
    ['LOOPBACK', 'https://127.0.0.1:4443/path'],
  ])('[S-03] %s=%s is refused', (setting, value) => {
    expect(settingsAtFault({ ...production, [setting]: value })).toContain(setting);
  });

  it.each([
    ['STORAGE_TABLE_URL', 'https://contosopairs.table.core.windows.net/?sv=2024&sig=abc'],
    ['STORAGE_TABLE_URL', 'DefaultEndpointsProtocol=https;AccountName=contosopairs;AccountKey=abc'],
    ['AzureWebJobsStorage', 'DefaultEndpointsProtocol=https;AccountName=contosopairs;AccountKey=abc'],
    ['AZURE_CLIENT_SECRET', 'canary-41'],
    ['MicrosoftAppPassword', 'canary-42'],
    ['AZURE_AUTHORITY_HOST', 'https://login.evil.example.com'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ])('[S-15] a secret or a weaker check is refused: %s', (setting, value) => {
    expect(settingsAtFault({ ...production, [setting]: value })).toContain(setting);
    expect(settingsAtFault({ ...sandbox, [setting]: value })).toContain(setting);
    const config = parseConfig({ ...production, [setting]: value });
    if (value.length > 1) expect(JSON.stringify(config)).not.toContain(value);
  });
});

describe('the sandbox', () => {
  it('[S-03] replaces every trust root by one setting, and the issuer of the connector stays', () => {
    const config = parseConfig(sandbox);
    expect(config).toMatchObject({
      ok: true,
      value: {
        loopback: 'https://127.0.0.1:4443',
        trustRoots: {
          entra: 'https://127.0.0.1:4443',
          graph: 'https://127.0.0.1:4443',
          botMetadata: 'https://127.0.0.1:4443/botframework/v1/.well-known/openidconfiguration',
          botTokenIssuer: 'https://api.botframework.com',
          connectorUrl: 'https://127.0.0.1:4443/connector/',
          connectorOrigins: ['https://127.0.0.1:4443'],
        },
      },
    });
  });

  it.each([
    ['HOST', '0.0.0.0'],
    ['HOST', undefined],
    ['HOST', 'localhost'],
    ['PUBLIC_URL', 'https://coaching.contoso.example'],
    ['PUBLIC_URL', 'http://localhost:3978'],
    ['PUBLIC_URL', 'http://127.0.0.1.evil.example.com'],
    ['STORAGE_TABLE_URL', 'https://contosopairs.table.core.windows.net'],
    ['STORAGE_TABLE_URL', 'https://127.0.0.1:10002/devstoreaccount1'],
    ['STORAGE_QUEUE_URL', 'http://10.0.0.7:10001/devstoreaccount1'],
    ['SEALING_KEY_URL', 'https://contosopairs.vault.azure.net/keys/coaching-pairs'],
    ['IDENTITY_ENDPOINT', undefined],
    ['IDENTITY_ENDPOINT', 'http://169.254.169.254/metadata/identity/oauth2/token'],
  ])('[S-03] with LOOPBACK, %s=%s is refused', (setting, value) => {
    expect(settingsAtFault({ ...sandbox, [setting]: value })).toContain(setting);
  });

  it('[S-03] without LOOPBACK none of its addresses are accepted', () => {
    const { LOOPBACK: _left, ...rest } = sandbox;
    expect(settingsAtFault(rest)).toEqual(['PUBLIC_URL', 'SEALING_KEY_URL', 'STORAGE_QUEUE_URL', 'STORAGE_TABLE_URL']);
  });
});
