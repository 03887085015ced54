import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import type { Attributes } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { Counter as PromCounter, Histogram as PromHistogram, Registry } from 'prom-client';

/** What a host writes by hand for each request that it authenticates. */
export interface HandMade {
  /** @param ageSeconds Of the token, for a success. */
  count(status: number, seconds: number, ageSeconds: number | undefined): void;
}

const DURATION_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2, 2.5, 5, 7.5, 10,
];
const AGE_BUCKETS = [60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];
const METHOD = 'jwt';

function createProvider(): MeterProvider {
  return new MeterProvider({ readers: [new PrometheusExporter({ preventServerStart: true })] });
}

/** Instruments of the SDK, called by hand. */
export function rawOpenTelemetry(): HandMade {
  const meter = createProvider().getMeter('bench');
  const attempts = meter.createCounter('attempts');
  const durations = meter.createHistogram('duration', {
    advice: { explicitBucketBoundaries: DURATION_BUCKETS },
  });
  const ages = meter.createHistogram('age', { advice: { explicitBucketBoundaries: AGE_BUCKETS } });
  return {
    count: (status, seconds, ageSeconds) => {
      const attributes: Attributes = { ...labelsOf(status), method: METHOD };
      attempts.add(1, attributes);
      durations.record(seconds, { operation: 'authenticate', outcome: attributes['outcome'] });
      if (ageSeconds !== undefined) ages.record(ageSeconds, { method: METHOD });
    },
  };
}

/** The usual recipe of prom-client. */
export function promClient(): HandMade {
  const registers = [new Registry()];
  const attempts = new PromCounter({
    name: 'attempts',
    help: 'attempts',
    labelNames: ['outcome', 'reason', 'method'],
    registers,
  });
  const durations = new PromHistogram({
    name: 'duration',
    help: 'duration',
    labelNames: ['operation', 'outcome'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const ages = new PromHistogram({
    name: 'age',
    help: 'age',
    labelNames: ['method'],
    buckets: AGE_BUCKETS,
    registers,
  });
  return {
    count: (status, seconds, ageSeconds) => {
      const { outcome, reason } = labelsOf(status);
      attempts.inc({ outcome, reason, method: METHOD });
      durations.observe({ operation: 'authenticate', outcome }, seconds);
      if (ageSeconds !== undefined) ages.observe({ method: METHOD }, ageSeconds);
    },
  };
}

function labelsOf(status: number): { outcome: string; reason: string } {
  return status < 400
    ? { outcome: 'success', reason: '' }
    : { outcome: 'failure', reason: status === 401 ? 'invalid_credentials' : 'other' };
}

/** A meter of ours, on an SDK of its own. */
export function authmeter(): AuthMeter {
  return createAuthMeter({ meterProvider: createProvider() });
}
