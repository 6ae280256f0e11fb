import type { TokenCredential } from '@azure/identity';
import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import type { SpanKind, Tracer } from '@opentelemetry/api';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { createAllowListAttributesProcessor, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { failureFields, type Log } from '../ports/log.js';
import type { Ingestion, Measured, Telemetry } from '../ports/telemetry.js';
import { type Attributes, allowedAttributes, harmless, harmlessMethod } from './harmless.js';
import { exporterOptions } from './ingestion.js';

export type AzureMonitorOptions = {
  readonly ingestion: Ingestion;
  readonly credential: TokenCredential;
  readonly log: Pick<Log, 'warn' | 'info'>;
  readonly instance: string;
  readonly version: string;
};

const within = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/** In milliseconds. */
const figuresEvery = 60_000;
const stopsWithin = 2_000;

/** The exporter reports on its own use to its maker, unless its environment forbids it, which it asks when it is made. */
const forbidReports = (): void => {
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  process.env['APPLICATIONINSIGHTS_SDKSTATS_DISABLED'] = 'true';
  // What the resource is called stands in each envelope already.
  process.env['APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED'] = 'true';
};

/** As OpenTelemetry numbers them; of its API nothing but types is asked for. */
const answered: SpanKind = 1;
const asked: SpanKind = 2;
const went = 1;
const failed = 2;

type Told = { readonly name: string; readonly kind: SpanKind; readonly attributes: Attributes; readonly ok: boolean };

/** Of what is told one by one; a call is counted alone. */
const toldOf = (measured: Exclude<Measured, { kind: 'call' }>): Told => {
  if (measured.kind === 'request') {
    const [method, route] = [harmlessMethod(measured.method), harmless(measured.route)];
    const attributes = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': measured.status };
    return { name: `${method} ${route}`, kind: answered, attributes, ok: measured.status < 500 };
  }
  const { ending } = measured;
  const ok = ending !== 'failed' && ending !== 'away';
  if (measured.kind === 'delivery') return { name: 'delivery', kind: asked, attributes: { ending }, ok };
  const activity = harmless(measured.activity);
  return { name: `turn ${activity}`, kind: answered, attributes: { activity, ending }, ok };
};

const tell = (tracer: Tracer, { name, kind, attributes, ok }: Told, took: number): void => {
  const end = Date.now();
  const span = tracer.startSpan(name, { kind, attributes, startTime: end - took, root: true });
  span.setStatus({ code: ok ? went : failed });
  span.end(end);
};

const tracesOf = (options: ReturnType<typeof exporterOptions>, resource: Resource): BasicTracerProvider =>
  new BasicTracerProvider({
    resource,
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new BatchSpanProcessor(new AzureMonitorTraceExporter(options))],
  });

const figuresOf = (options: ReturnType<typeof exporterOptions>, resource: Resource): MeterProvider =>
  new MeterProvider({
    resource,
    views: [{ instrumentName: '*', attributesProcessors: [createAllowListAttributesProcessor([...allowedAttributes])] }],
    readers: [new PeriodicExportingMetricReader({ exporter: new AzureMonitorMetricExporter(options), exportIntervalMillis: figuresEvery })],
  });

const instrumentsOf = (figures: MeterProvider) => {
  const meter = figures.getMeter('coaching-pairs');
  return {
    calls: meter.createHistogram('call.duration', { unit: 'ms' }),
    deliveries: meter.createCounter('deliveries'),
    backlog: meter.createGauge('messages.due'),
    givenUp: meter.createGauge('messages.givenUp'),
  };
};

/** Whoever says something is done with it, whatever becomes of it. */
const harmlessly =
  <Said>(log: Pick<Log, 'warn'>, say: (said: Said) => void) =>
  (said: Said): void => {
    try {
      say(said);
    } catch (error) {
      log.warn('telemetry.notSaid', failureFields(error));
    }
  };

/**
 * Sends figures to Application Insights through OpenTelemetry, every few seconds those that are told one by one and every minute the
 * counts. Nothing watches by itself: what is not noted is not known (decision 50).
 */
export const azureMonitor = ({ ingestion, credential, log, instance, version }: AzureMonitorOptions): Telemetry => {
  forbidReports();
  const options = exporterOptions(ingestion, credential, log);
  const resource = resourceFromAttributes({
    ...{ 'service.name': 'coaching-pairs', 'service.instance.id': instance, 'service.version': version },
  });
  const [traces, figures] = [tracesOf(options, resource), figuresOf(options, resource)];
  const tracer = traces.getTracer('coaching-pairs');
  const { calls, deliveries, backlog, givenUp } = instrumentsOf(figures);
  return {
    note: harmlessly(log, (measured) => {
      if (measured.kind === 'call') {
        const { service, ending, took } = measured;
        return calls.record(took, { service, operation: harmless(measured.operation), ending });
      }
      if (measured.kind === 'delivery') deliveries.add(1, { ending: measured.ending });
      tell(tracer, toldOf(measured), measured.took);
    }),
    levels: harmlessly(log, (levels) => {
      backlog.record(levels.backlog);
      givenUp.record(levels.givenUp);
    }),
    stop: async () => {
      const sent = Promise.all([traces.shutdown(), figures.shutdown()]).catch(() => undefined);
      await Promise.race([sent, within(stopsWithin)]);
    },
  };
};
