import {
  AggregationType,
  createAllowListAttributesProcessor,
  createDenyListAttributesProcessor,
} from '@opentelemetry/sdk-metrics';
import fc from 'fast-check';

const SUBJECTS = fc.record(
  {
    sourceAddress: fc.constantFrom('203.0.113.9', '2001:db8::1', '198.51.100.4', 'nonsense'),
    accountId: fc.constantFrom('ada', 'bob', 'cyd'),
  },
  { requiredKeys: [] },
);
const TIMES = fc.option(
  fc.double({ min: 0, max: 12, noNaN: true }).map((durationSeconds) => ({ durationSeconds })),
  { nil: {} },
);
const VERDICTS = fc.oneof(
  fc.constant({ outcome: 'success' }),
  fc
    .constantFrom('expired_token', 'invalid_signature', 'invalid_credentials', 'dependency_error')
    .map((errorType) => ({ outcome: 'failure', errorType })),
);
const METHODS = fc.constantFrom('jwt', 'password', 'api_key').map((method) => ({ method }));
const TOKENS = fc
  .integer({ min: 1_699_000_000, max: 1_700_000_000 })
  .map((issuedAtEpochSeconds) => ({
    token: { issuedAtEpochSeconds, expiresAtEpochSeconds: issuedAtEpochSeconds + 1_000_000 },
  }));

/** One of a kind, with facts that are drawn for it. */
const one = (kind, ...facts) =>
  fc.tuple(...facts).map((drawn) => Object.assign({ kind }, ...drawn));
const of = (field, ...values) => fc.constantFrom(...values).map((value) => ({ [field]: value }));

/** Every kind of observation. */
const OBSERVATIONS = fc.oneof(
  { weight: 6, arbitrary: one('attempt', VERDICTS, TIMES, METHODS, SUBJECTS) },
  { weight: 3, arbitrary: one('token_validation', VERDICTS, TIMES) },
  { weight: 3, arbitrary: one('session', of('change', 'started', 'ended'), METHODS) },
  one('attempt', VERDICTS, METHODS, TOKENS),
  one('login', VERDICTS, TIMES, METHODS, SUBJECTS),
  one('logout', TIMES, SUBJECTS),
  one('registration', VERDICTS, TIMES, METHODS),
  one('error', of('operation', 'token_issue', 'logout'), of('errorType', 'internal_error')),
  one(
    'oauth_step',
    of('step', 'callback', 'userinfo'),
    of('provider', 'github', 'x'),
    VERDICTS,
    TIMES,
  ),
  one('mfa_challenge', of('factor', 'totp', 'sms'), of('stage', 'verified', 'issued'), VERDICTS),
  one('password_reset', of('event', 'requested', 'completed', 'failed'), TIMES),
  one('password_hash', of('algorithm', 'bcrypt', 'argon2id'), of('operation', 'verify'), TIMES),
  one('guest', of('event', 'created', 'upgraded')),
  one('authorization', of('policy', 'admin'), VERDICTS, SUBJECTS),
  one('rate_limit', of('result', 'limited', 'allowed'), of('usageRatio', 0.5, 1.5), SUBJECTS),
  one('lockout', of('transition', 'locked', 'unlocked'), SUBJECTS),
  one(
    'security_event',
    of('event', 'token_reuse', 'brute_force'),
    of('severity', 'warn', 'critical'),
  ),
  one('token_use', METHODS, TOKENS),
  one('token_issuance', of('tokenType', 'access', 'refresh')),
  one('token_refresh', VERDICTS, TIMES, SUBJECTS),
  one('token_revocation', of('cause', 'user', 'reuse')),
  one('key_lookup', of('result', 'hit', 'miss')),
  one(
    'credential_rotation',
    of('credentialType', 'signing_key'),
    of('outcome', 'success', 'failure'),
  ),
  one(
    'credential_age',
    of('credentialType', 'signing_key'),
    of('state', 'active'),
    of('createdAtEpochSeconds', 1_690_000_000),
  ),
  one('dependency_check', of('dependency', 'database'), of('up', true, false), TIMES),
);

const ALL = ['cumulative', 'delta'];
const view = (instrumentName, rest) => [{ instrumentName, ...rest }];
const keep = (...names) => ({ attributesProcessors: [createAllowListAttributesProcessor(names)] });
const drop = (...names) => ({ attributesProcessors: [createDenyListAttributesProcessor(names)] });

const SET_UPS = [
  { readers: ['cumulative'] },
  { readers: ['delta'] },
  { readers: ALL },
  { readers: ALL, views: view('auth.attempts', drop('reason', 'error.type')) },
  { readers: ALL, views: view('auth.*', keep('outcome')) },
  { readers: ALL, views: view('auth.errors', { aggregation: { type: AggregationType.DROP } }) },
  {
    readers: ALL,
    views: view('auth.*.seconds', {
      aggregation: {
        type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
        options: { boundaries: [1, 5] },
      },
    }),
  },
  {
    readers: ALL,
    views: view('auth.operation.duration.seconds', {
      aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM },
    }),
  },
];

const STEPS = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('record'),
      observations: fc.array(OBSERVATIONS, { minLength: 1, maxLength: 20 }),
      // The ring of 128 values overflows in some.
      times: fc.constantFrom(1, 1, 2, 12),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('collect'), provider: fc.nat(3), reader: fc.nat(1) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'register' }) },
  fc.constant({ kind: 'unregister' }),
  fc.constant({ kind: 'shutdown' }),
);

/** What happens in a process, one thing after the other, and how its SDK is set up. */
export const histories = fc.record({
  setUp: fc.constantFrom(...SET_UPS),
  steps: fc.array(STEPS, { minLength: 5, maxLength: 25, size: 'max' }),
});
