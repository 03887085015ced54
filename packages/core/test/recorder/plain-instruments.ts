import type { Meter, MeterProvider } from '@opentelemetry/api';
import fc from 'fast-check';
import type { AuthErrorType } from '../../src/conventions';
import type { ObservationOf } from '../../src/model/auth-observation';

/** What the histories are made of: a counter with a duration, a second of each, and an up-down counter. */
export type PlainObservation = ObservationOf<'attempt' | 'token_validation' | 'session'>;

const REASON_OF = {
  expired_token: 'expired_token',
  invalid_signature: 'invalid_credentials',
  invalid_credentials: 'invalid_credentials',
  dependency_error: 'dependency_error',
} as const satisfies Partial<Record<AuthErrorType, string>>;

const OPERATION_BOUNDS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2, 2.5, 5, 7.5, 10,
];
const VALIDATION_BOUNDS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
];

const verdict = fc.oneof(
  fc.constant({ outcome: 'success' } as const),
  fc
    .constantFrom(...(Object.keys(REASON_OF) as (keyof typeof REASON_OF)[]))
    .map((errorType) => ({ outcome: 'failure', errorType }) as const),
);
const duration = fc.option(
  fc.double({ min: 0, max: 12, noNaN: true }).map((durationSeconds) => ({ durationSeconds })),
  { nil: {} },
);
const method = fc.constantFrom('jwt', 'password', 'api_key');

/** Any observation that the plain instruments know how to record. */
export const plainObservations: fc.Arbitrary<PlainObservation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(verdict, duration, method)
      .map(([ended, timed, by]) => ({ kind: 'attempt', ...ended, ...timed, method: by }) as const),
  },
  fc
    .tuple(verdict, duration)
    .map(([ended, timed]) => ({ kind: 'token_validation', ...ended, ...timed }) as const),
  fc
    .tuple(fc.constantFrom('started', 'ended'), method)
    .map(([change, by]) => ({ kind: 'session', change, method: by }) as const),
);

/** The metrics that the plain instruments record. */
export const PLAIN_COUNTERS = [
  'auth.attempts',
  'auth.errors',
  'auth.token.validations',
  'auth.sessions.active',
];
export const PLAIN_HISTOGRAMS = [
  'auth.operation.duration.seconds',
  'auth.token.validation.duration.seconds',
];

/**
 * Records as an application without Authmeter would: ordinary SDK instruments, fed at once. They are looked up
 * for every event, so that they follow the provider.
 */
export function recordPlainly(provider: MeterProvider, observation: PlainObservation): void {
  const meter = provider.getMeter('plain');
  if (observation.kind === 'session') {
    const amount = observation.change === 'started' ? 1 : -1;
    meter
      .createUpDownCounter('auth.sessions.active', { unit: '{session}' })
      .add(amount, { method: observation.method ?? '' });
    return;
  }
  const { outcome, errorType, durationSeconds } = observation;
  const isAttempt = observation.kind === 'attempt';
  const why =
    errorType === undefined
      ? {}
      : { 'error.type': errorType, reason: REASON_OF[errorType as keyof typeof REASON_OF] };
  if (isAttempt) {
    const attributes = { method: observation.method ?? '', ...why, outcome };
    meter.createCounter('auth.attempts', { unit: '{attempt}' }).add(1, attributes);
  } else {
    const attributes = { token_type: 'access', ...why, outcome };
    meter.createCounter('auth.token.validations', { unit: '{validation}' }).add(1, attributes);
  }
  const operation = isAttempt ? 'authenticate' : 'token_validate';
  if (errorType !== undefined) {
    meter
      .createCounter('auth.errors', { unit: '{error}' })
      .add(1, { operation, 'error.type': errorType });
  }
  if (durationSeconds !== undefined) {
    recordDuration(meter, isAttempt, durationSeconds, outcome);
  }
}

function recordDuration(meter: Meter, isAttempt: boolean, seconds: number, outcome: string): void {
  const [name, bounds] = isAttempt
    ? (['auth.operation.duration.seconds', OPERATION_BOUNDS] as const)
    : (['auth.token.validation.duration.seconds', VALIDATION_BOUNDS] as const);
  meter
    .createHistogram(name, { unit: 's', advice: { explicitBucketBoundaries: [...bounds] } })
    .record(seconds, isAttempt ? { operation: 'authenticate', outcome } : { outcome });
}
