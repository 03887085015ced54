import { metrics } from '@opentelemetry/api';

const OPERATION_BOUNDS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2, 2.5, 5, 7.5, 10,
];
const VALIDATION_BOUNDS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
];
const REASONS = { invalid_signature: 'invalid_credentials' };

/** The metrics that are recorded by hand below. */
export const PLAIN_METRICS = [
  'auth.attempts',
  'auth.errors',
  'auth.operation.duration.seconds',
  'auth.sessions.active',
  'auth.token.validation.duration.seconds',
  'auth.token.validations',
];

/** Whether an observation counts in these metrics alone, sources and accounts left out. */
export const isPlain = ({ kind, token }) =>
  (kind === 'attempt' && token === undefined) || kind === 'token_validation' || kind === 'session';

/** Records as a service would without Authmeter, but keeps what comes while no provider is registered. */
export function createPlainRecorder() {
  const waiting = [];
  return {
    record: (observation) => {
      const provider = metrics.getMeterProvider();
      const isRegistered = !isEmpty(provider);
      if (!isRegistered) waiting.push(observation);
      else for (const one of [...waiting.splice(0), observation]) recordPlainly(provider, one);
    },
  };
}

/** Whether it is what the API has while none is registered, and not one that was shut down. */
function isEmpty(provider) {
  return provider.constructor.name === 'NoopMeterProvider';
}

function recordPlainly(provider, { kind, outcome, errorType, durationSeconds, method, change }) {
  const meter = provider.getMeter('plain');
  if (kind === 'session') {
    const sessions = meter.createUpDownCounter('auth.sessions.active', { unit: '{session}' });
    sessions.add(change === 'started' ? 1 : -1, { method });
    return;
  }
  const isAttempt = kind === 'attempt';
  const operation = isAttempt ? 'authenticate' : 'token_validate';
  const why =
    errorType === undefined
      ? {}
      : { 'error.type': errorType, reason: REASONS[errorType] ?? errorType };
  meter
    .createCounter(isAttempt ? 'auth.attempts' : 'auth.token.validations')
    .add(1, { outcome, ...why, ...(isAttempt ? { method } : { token_type: 'access' }) });
  if (errorType !== undefined) {
    meter.createCounter('auth.errors').add(1, { operation, 'error.type': errorType });
  }
  if (durationSeconds === undefined) return;
  const bounds = isAttempt ? OPERATION_BOUNDS : VALIDATION_BOUNDS;
  meter
    .createHistogram(
      isAttempt ? 'auth.operation.duration.seconds' : 'auth.token.validation.duration.seconds',
      { unit: 's', advice: { explicitBucketBoundaries: bounds } },
    )
    .record(durationSeconds, isAttempt ? { operation, outcome } : { outcome });
}
