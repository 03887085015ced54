import { createAuthMeter, maskIpAddress, type AuthMeter } from '@authmeter/core';
import type { Attributes } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { JwtPayload } from 'jsonwebtoken';
import { Counter as PromCounter, Histogram as PromHistogram, Registry } from 'prom-client';
import { ageOf } from './tokens';

/** What a host knows of a request that it has answered. */
export interface AnsweredRequest {
  readonly status: number;
  readonly seconds: number;
  /** Of the token that was accepted. */
  readonly claims: JwtPayload | undefined;
  readonly address: string | undefined;
}

/** What a host writes by hand for each request that it authenticates. */
export interface HandMade {
  count(request: AnsweredRequest): void;
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
    count: ({ status, seconds, claims }) => {
      const ageSeconds = ageOf(claims);
      const attributes: Attributes = { ...labelsOf(status), method: METHOD };
      attempts.add(1, attributes);
      durations.record(seconds, { operation: 'authenticate', outcome: attributes['outcome'] });
      if (ageSeconds !== undefined) ages.record(ageSeconds, { method: METHOD });
    },
  };
}

/**
 * Instruments of the SDK, called by hand for all that Authmeter counts of such a request, as far as its status tells:
 * the validation of the token, the error, the source of a failure, and how long the token has left.
 */
export function wholeOpenTelemetry(): HandMade {
  const usual = rawOpenTelemetry();
  const meter = createProvider().getMeter('bench');
  const validations = meter.createCounter('validations');
  const errors = meter.createCounter('errors');
  const sources = meter.createCounter('sources');
  const lifetimes = meter.createHistogram('lifetime', {
    advice: { explicitBucketBoundaries: AGE_BUCKETS },
  });
  return {
    count: (request) => {
      usual.count(request);
      const { status, claims, address } = request;
      const { outcome, reason } = labelsOf(status);
      validations.add(1, { outcome, 'error.type': reason, type: 'access' });
      if (claims?.exp !== undefined) {
        lifetimes.record(claims.exp - Date.now() / 1000, { method: METHOD });
      }
      if (outcome === 'success') return;
      errors.add(1, { 'error.type': reason, operation: 'authenticate' });
      sources.add(1, { address: maskIpAddress(address) });
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
    count: ({ status, seconds, claims }) => {
      const ageSeconds = ageOf(claims);
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
