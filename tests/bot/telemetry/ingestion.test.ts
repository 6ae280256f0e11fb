import { exporterOptions, onlyTo } from '@coaching-pairs/bot/telemetry/ingestion';
import { describe, expect, it } from 'vitest';
import { recordedLog } from '../sign-in/recorded-log.js';

const endpoint = 'https://uksouth-1.in.applicationinsights.azure.com';

/** An answer of that status, which leads elsewhere if told. */
const open = () => {
  const log = recordedLog();
  const { sendRequest } = onlyTo(endpoint, log);
  const ask = async (url: string, status: number, location?: string) => {
    const headers = new Map(location === undefined ? [] : [['location', location]]);
    const request = { url } as Parameters<typeof sendRequest>[0];
    await sendRequest(request, async () => ({ request, status, headers: headers as never }));
    return [...headers.keys()];
  };
  return { log, ask };
};

describe('the way of figures', () => {
  it('[S-05] leads to the one endpoint of the settings, and an answer that points elsewhere is not followed', async () => {
    const { ask } = open();
    expect(await ask(`${endpoint}/v2.1/track`, 308, 'https://evil.example.com/v2.1/track')).toEqual([]);
    for (const url of ['https://evil.example.com/v2.1/track', `${endpoint}.evil.example.com/`, endpoint.replace('https', 'http')])
      await expect(ask(url, 200)).rejects.toThrow('the endpoint of the settings alone');
  });

  it('says once that they are not taken, and once that they are again', async () => {
    const { ask, log } = open();
    for (const status of [200, 403, 403, 200, 206]) await ask(`${endpoint}/v2.1/track`, status);
    expect(log.records.map(({ event, fields }) => [event, fields['status']])).toEqual([
      ['telemetry.notTaken', 403],
      ['telemetry.takenAgain', undefined],
    ]);
  });

  it('[S-15] is gone as an identity; nothing is kept on disk, and no part of the setting but the two is used', () => {
    const credential = { getToken: async () => null };
    expect(exporterOptions({ endpoint, key: 'k' }, credential, recordedLog())).toMatchObject({
      ...{ credential, disableOfflineStorage: true, connectionString: `InstrumentationKey=k;IngestionEndpoint=${endpoint}` },
    });
  });
});
