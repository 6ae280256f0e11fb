import type { TokenCredential } from '@azure/identity';
import type { AzureMonitorExporterOptions } from '@azure/monitor-opentelemetry-exporter';
import type { Log } from '../ports/log.js';
import type { Ingestion } from '../ports/telemetry.js';

type Policy = NonNullable<AzureMonitorExporterOptions['additionalPolicies']>[number]['policy'];

/**
 * Says once that figures are not taken, and once that they are again. A figure that is lost is lost: nobody is woken for it, and
 * nothing is kept on disk.
 */
const telling = (log: Pick<Log, 'warn' | 'info'>): ((status: number | null) => void) => {
  let isWell = true;
  return (status) => {
    const taken = status === 200 || status === 206;
    if (taken === isWell) return;
    isWell = taken;
    if (taken) log.info('telemetry.takenAgain');
    else log.warn('telemetry.notTaken', { status });
  };
};

/** The token goes to the endpoint of the settings and nowhere else, wherever an answer points (S-05). */
export const onlyTo = (endpoint: string, log: Pick<Log, 'warn' | 'info'>): Policy => {
  const tell = telling(log);
  return {
    name: 'onlyToIngestion',
    sendRequest: async (request, next) => {
      if (new URL(request.url).origin !== endpoint) throw new Error('Figures go to the endpoint of the settings alone.');
      try {
        const response = await next(request);
        // The exporter goes where this leads, with the token.
        response.headers.delete('location');
        tell(response.status);
        return response;
      } catch (cause) {
        tell(null);
        throw cause;
      }
    },
  };
};

/** How the exporter sends: as the managed identity, to one place, with few tries and nothing on disk. */
export const exporterOptions = (
  { endpoint, key }: Ingestion,
  credential: TokenCredential,
  log: Pick<Log, 'warn' | 'info'>,
): AzureMonitorExporterOptions => ({
  connectionString: `InstrumentationKey=${key};IngestionEndpoint=${endpoint}`,
  credential,
  disableOfflineStorage: true,
  retryOptions: { maxRetries: 1 },
  additionalPolicies: [{ policy: onlyTo(endpoint, log), position: 'perRetry' }],
});
