import { metrics } from '@opentelemetry/api';
import {
  getDefaultAuthMeter,
  recordAuthAttempt,
  recordRateLimitHit,
  recordTokenAge,
  setDefaultAuthMeter,
} from '../src/default-meter';
import {
  createMeasuredMeter,
  NOW_EPOCH_SECONDS,
  type MeasuredMeter,
} from './recorder/measured-meter';

describe('getDefaultAuthMeter', () => {
  // First in this file: later there is a default meter already.
  it('makes one meter on the global provider when it is first asked, and then gives that', async () => {
    const { harness } = createMeasuredMeter();
    metrics.setGlobalMeterProvider(harness.meterProvider);

    recordAuthAttempt('success', undefined, 'jwt');
    recordAuthAttempt('success', undefined, 'jwt');

    expect(getDefaultAuthMeter()).toBe(getDefaultAuthMeter());
    expect(await harness.points('auth.attempts')).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 2 },
    ]);
    metrics.disable();
  });

  it('gives the meter that was set', () => {
    const { meter } = createMeasuredMeter();
    setDefaultAuthMeter(meter);

    expect(getDefaultAuthMeter()).toBe(meter);
  });
});

describe('the plain functions', () => {
  let measured: MeasuredMeter;

  beforeEach(() => {
    measured = createMeasuredMeter({
      limiters: ['login'],
      userIdKey: 'a secret of at least sixteen bytes',
    });
    setDefaultAuthMeter(measured.meter);
  });

  it('recordAuthAttempt counts a success', async () => {
    recordAuthAttempt('success', undefined, 'jwt');

    expect(await measured.lines()).toEqual(['auth.attempts{method=jwt,outcome=success} 1']);
  });

  it('recordAuthAttempt counts a failure with its reason', async () => {
    recordAuthAttempt('failure', 'expired_token', 'api_key');

    expect(await measured.lines()).toEqual([
      'auth.attempts{error.type=expired_token,method=api_key,outcome=failure,reason=expired_token} 1',
      'auth.errors{error.type=expired_token,operation=authenticate} 1',
      'auth.source.failures{ip_address=unknown} 1',
    ]);
  });

  it('recordAuthAttempt without a reason counts an unknown one', async () => {
    recordAuthAttempt('failure', undefined, 'jwt');

    expect(await measured.lines()).toContain(
      'auth.attempts{error.type=unknown,method=jwt,outcome=failure,reason=unknown} 1',
    );
  });

  it.each<readonly [string, Date | number]>([
    ['epoch seconds', NOW_EPOCH_SECONDS - 90],
    ['a date', new Date((NOW_EPOCH_SECONDS - 90) * 1000)],
  ])('recordTokenAge takes %s', async (_what, issuedAt) => {
    recordTokenAge(issuedAt, 'jwt');

    expect(await measured.lines()).toEqual(['auth.token.age.seconds{method=jwt} count=1 sum=90']);
  });

  it.each<readonly [string, unknown]>([
    ['an invalid date', new Date('never')],
    ['no number', Number.NaN],
    ['a text', '1699999910'],
    ['nothing', undefined],
    ['null', null],
  ])('recordTokenAge records nothing for %s', async (_what, issuedAt) => {
    recordTokenAge(issuedAt as number, 'jwt');

    expect(await measured.lines()).toEqual([]);
  });

  it('recordRateLimitHit counts by limiter, masked address and hashed account', async () => {
    recordRateLimitHit('alice', '203.0.113.9', 'login');
    recordRateLimitHit(undefined, undefined);

    expect(await measured.lines()).toEqual([
      'auth.rate_limit.hits{ip_address=203.0.113.0,limiter=login,user_id=bc9aad372c144188} 1',
      'auth.rate_limit.hits{ip_address=unknown,limiter=_OTHER} 1',
      'auth.rate_limit.requests{limiter=_OTHER,result=limited} 1',
      'auth.rate_limit.requests{limiter=login,result=limited} 1',
    ]);
  });
});
