import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import { diag, DiagLogLevel, type Tracer } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  TracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace';
import { AUDIT_FORMATS, createAuditLog, createAuditProcessor } from '../../src';
import { USER_ID_KEY } from '../audited-meter';

/** A meter whose every way out of the process is recorded, byte by byte. */
export interface RecordedMeter {
  readonly meter: AuthMeter;
  readonly tracer: Tracer;
  /** By signal, everything that left since it was asked last; the scrape is whole. */
  collect(): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

/** Keeps what is written to it. */
class TextSink extends Writable {
  private text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

/** A server that takes everything, and remembers it by path. */
async function startOtlpServer() {
  const bodies: Record<string, string> = {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    request.on('data', (chunk: Buffer) => {
      bodies[path] = (bodies[path] ?? '') + chunk.toString();
    });
    request.on('end', () =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    take: () => {
      const taken = { ...bodies };
      for (const path of Object.keys(bodies)) delete bodies[path];
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export async function createRecordedMeter(): Promise<RecordedMeter> {
  const server = await startOtlpServer();
  const diagnostics: unknown[][] = [];
  const note = (...said: unknown[]) => void diagnostics.push(said);
  diag.setLogger(
    { error: note, warn: note, info: note, debug: note, verbose: () => {} },
    { logLevel: DiagLogLevel.DEBUG, suppressOverrideMessage: true },
  );

  const prometheus = new PrometheusExporter({ preventServerStart: true });
  const pushed = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${server.url}/v1/metrics` }),
    exportIntervalMillis: 2 ** 30,
  });
  const meterProvider = new MeterProvider({ readers: [prometheus, pushed] });
  const processor = createAuditProcessor({
    exporter: new OTLPLogExporter({ url: `${server.url}/v1/logs` }),
  });
  const loggerProvider = new LoggerProvider({ processors: [processor] });
  const spans = new InMemorySpanExporter();
  const tracerProvider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter: spans })],
  });

  const sinks = AUDIT_FORMATS.map((format) => ({ format, sink: new TextSink() }));
  const limits = { mostPerWindow: 1_000_000, maxQueue: 100_000 };
  const audits = [
    createAuditLog({ loggerProvider, processor, ...limits }),
    ...sinks.map(({ format, sink }) => createAuditLog({ format, sink, ...limits })),
  ];
  const meter = createAuthMeter({ meterProvider, userIdKey: USER_ID_KEY, observers: audits });
  return {
    meter,
    tracer: tracerProvider.getTracer('test'),
    collect: async () => {
      await Promise.all(audits.map((audit) => audit.flush()));
      await loggerProvider.forceFlush();
      await meterProvider.forceFlush();
      const { resourceMetrics } = await prometheus.collect();
      const spanText = JSON.stringify(
        spans.getFinishedSpans().map(({ name, attributes, events, status }) => ({
          name,
          attributes,
          events,
          status,
        })),
      );
      spans.reset();
      return {
        scrape: new PrometheusSerializer().serialize(resourceMetrics),
        ...server.take(),
        ...Object.fromEntries(sinks.map(({ format, sink }) => [`lines ${format}`, sink.take()])),
        spans: spanText,
        diagnostics: diagnostics
          .splice(0)
          .map((said) => said.map(String).join(' '))
          .join('\n'),
      };
    },
    stop: async () => {
      await Promise.all(audits.map((audit) => audit.shutdown()));
      await loggerProvider.shutdown();
      await meterProvider.shutdown();
      server.stop();
      diag.disable();
    },
  };
}
