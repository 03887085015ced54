import type { AuthObservation } from '../src/model/auth-observation';
import type { CountedObservation } from '../src/model/auth-observer';
import type { AuthMeterOptions } from '../src/options/auth-meter-options';
import { createMeasuredMeter, linesOf } from './recorder/measured-meter';

const FAILED = {
  kind: 'attempt',
  outcome: 'failure',
  errorType: 'invalid_signature',
  method: 'jwt',
} as const;

async function linesOfBound(
  observation: AuthObservation,
  times: number,
  options?: AuthMeterOptions,
): Promise<readonly string[]> {
  const { meter, lines } = createMeasuredMeter(options);
  const record = meter.bind(observation);
  for (let time = 0; time < times; time += 1) record();
  return lines();
}

describe('a bound observation', () => {
  it.each<AuthObservation>([
    { kind: 'attempt', outcome: 'success', method: 'jwt' },
    FAILED,
    { ...FAILED, errorType: 'token_reuse' },
    { ...FAILED, errorType: 'dependency_error', durationSeconds: 0.25 },
    { ...FAILED, sourceAddress: '203.0.113.9', accountId: 'alice' },
    { kind: 'login', outcome: 'success', method: 'password', accountId: 'alice' },
    { kind: 'attempt', outcome: 'success', method: 'jwt', token: { issuedAtEpochSeconds: 1.7e9 } },
    { kind: 'rate_limit', result: 'limited', limiter: 'api', sourceAddress: '203.0.113.9' },
    { kind: 'rate_limit', result: 'allowed', limiter: 'api', usageRatio: 0.5 },
    { kind: 'password_hash', algorithm: 'argon2id', operation: 'verify', durationSeconds: 0.1 },
    { kind: 'token_refresh', outcome: 'failure', error: new Error('jwt expired') },
    { kind: 'dependency_check', dependency: 'jwks', up: false, durationSeconds: 1 },
    { kind: 'logout' },
  ])('counts what recording it counts, each time: %j', async (observation) => {
    const options = { userIdKey: 'a key of sixteen', limiters: ['api'], dependencies: ['jwks'] };

    expect(await linesOfBound(observation, 3, options)).toEqual(
      await linesOf([observation, observation, observation], options),
    );
  });

  it('that no metric has is a failure of ours each time, and throws never', async () => {
    const nonsense = { kind: 'attempt', outcome: 'maybe' } as unknown as AuthObservation;

    expect(await linesOfBound(nonsense, 2)).toEqual([
      'auth.instrumentation.failures{component=recorder} 2',
    ]);
  });

  it('belongs to the request under observation, like any other', async () => {
    const { meter, lines } = createMeasuredMeter();
    const refuse = meter.bind(FAILED);
    const attempt = meter.observe('authenticate', { method: 'jwt' }, () => {
      refuse();
      return meter.startAttempt();
    });
    attempt.abandon();

    expect(await lines()).toEqual([
      'auth.attempts{method=jwt,outcome=success} 1',
      'auth.operation.duration.seconds{operation=authenticate,outcome=success} count=1 sum=0',
    ]);
  });

  it('is told to observers', () => {
    const heard: CountedObservation[] = [];
    const { meter } = createMeasuredMeter({ observers: [{ observe: (told) => heard.push(told) }] });
    meter.bind(FAILED)();

    expect(heard.map(({ observation }) => observation)).toEqual([FAILED]);
  });

  it('counts nothing on a meter that is switched off', async () => {
    expect(await linesOfBound(FAILED, 1, { enabled: false })).toEqual([]);
  });

  it('counts in direct mode as well', async () => {
    expect(await linesOfBound(FAILED, 2, { recording: 'direct' })).toEqual(
      await linesOf([FAILED, FAILED]),
    );
  });
});
