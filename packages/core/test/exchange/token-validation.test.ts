import { TOKEN_VALIDATION_DURATION } from '../../src/conventions';
import type { CountedObservation } from '../../src/model/auth-observer';
import { runInExchange } from '../../src/exchange/in-progress';
import { createFakeClock } from '@authmeter/testkit';
import { openMeter } from './open-meter';

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const GOOD = { outcome: 'success', token_type: 'access', value: 1 };
const BAD = {
  outcome: 'failure',
  reason: 'expired_token',
  'error.type': 'expired_token',
  token_type: 'access',
  value: 1,
};

describe('a validation that was started', () => {
  it('counts how it ends, once, and how long it took', async () => {
    const clock = createFakeClock(0);
    const { meter, counted, measured } = openMeter({ clock });

    const validation = meter.startTokenValidation();
    clock.advance(20);
    validation.succeed();
    validation.fail(EXPIRED);

    expect(await counted()).toEqual({ 'auth.token.validations': [GOOD] });
    expect(await measured(TOKEN_VALIDATION_DURATION.name)).toMatchObject([
      { count: 1, sum: 0.02, attributes: { outcome: 'success' } },
    ]);
  });

  it('counts each success with the time that it took itself', async () => {
    const clock = createFakeClock(0);
    const { meter, counted, measured } = openMeter({ clock });

    for (const milliseconds of [1, 30, -5]) {
      const validation = meter.startTokenValidation();
      clock.advance(milliseconds);
      validation.succeed();
    }

    expect(await counted()).toEqual({ 'auth.token.validations': [{ ...GOOD, value: 3 }] });
    expect(await measured(TOKEN_VALIDATION_DURATION.name)).toMatchObject([
      { count: 3, sum: 0.031, attributes: { outcome: 'success' } },
    ]);
  });

  it('is told to observers with the time that it took itself', () => {
    const clock = createFakeClock(0);
    const heard: CountedObservation[] = [];
    const { meter } = openMeter({ clock, observers: [{ observe: (told) => heard.push(told) }] });

    for (const milliseconds of [1, 30]) {
      const validation = meter.startTokenValidation();
      clock.advance(milliseconds);
      validation.succeed();
    }

    expect(heard.map(({ observation }) => observation)).toEqual(
      [0.001, 0.03].map((durationSeconds) => ({
        kind: 'token_validation',
        outcome: 'success',
        durationSeconds,
      })),
    );
  });

  it('is counted by the meter of the request that it was started in, also after that has ended', async () => {
    const { meter, counted } = openMeter();
    const other = openMeter();
    const { exchange } = meter.openExchange({});

    runInExchange(exchange, () => {
      const [early, late] = [
        other.meter.startTokenValidation(),
        other.meter.startTokenValidation(),
      ] as const;
      early.succeed();
      exchange.end({ status: 200, facts: { method: 'jwt' } });
      late.succeed();
    });

    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'jwt', value: 1 }],
      'auth.token.validations': [{ ...GOOD, value: 2 }],
    });
    expect(await other.counted()).toEqual({});
  });

  it('counts a failure and its error', async () => {
    const { meter, counted } = openMeter();

    meter.startTokenValidation().fail(EXPIRED);

    expect(await counted()).toEqual({
      'auth.token.validations': [BAD],
      'auth.errors': [{ 'error.type': 'expired_token', operation: 'token_validate', value: 1 }],
    });
  });

  it('gives its reason to the request that it was started in, whatever context it ends in', async () => {
    const { meter, counted } = openMeter();
    const [mine, another] = [meter.openExchange({}).exchange, meter.openExchange({}).exchange];

    const validation = runInExchange(mine, () => meter.startTokenValidation());
    runInExchange(another, () => {
      validation.fail(EXPIRED);
    });
    mine.end({ status: 401, credentialPresent: true, facts: { method: 'jwt' } });
    another.end({ status: 200 });

    expect(await counted()).toEqual({
      'auth.attempts': [
        {
          outcome: 'failure',
          reason: 'expired_token',
          'error.type': 'expired_token',
          method: 'jwt',
          value: 1,
        },
      ],
      'auth.token.validations': [BAD],
      'auth.errors': [{ 'error.type': 'expired_token', operation: 'authenticate', value: 1 }],
    });
  });

  it('tells the attempt whose token it was, unless that knows better', () => {
    const { meter } = openMeter();
    const { exchange } = meter.openExchange({});
    const token = { issuedAtEpochSeconds: 1 };

    runInExchange(exchange, () => {
      meter
        .startTokenValidation()
        .succeed({ sub: 'alice' }, ({ sub }) => ({ accountId: sub, token }));
    });
    exchange.end({ status: 200, facts: { accountId: 'told by the host' } });

    expect(exchange.facts).toEqual({ accountId: 'told by the host', token });
  });

  it('tells a declared operation nothing of the sort: a login brings along what it likes', () => {
    const { meter } = openMeter();
    const { exchange } = meter.openExchange({});
    exchange.declare({ operation: 'login' });

    runInExchange(exchange, () => {
      meter
        .startTokenValidation()
        .succeed({ sub: 'of a stale token' }, ({ sub }) => ({ accountId: sub }));
    });
    exchange.end({ status: 200 });

    expect(exchange.facts).toEqual({});
  });

  it('is part of the validation that it is started in', async () => {
    const { meter, counted } = openMeter();

    meter.observe('token_validate', {}, () => {
      meter.startTokenValidation().fail(EXPIRED);
      meter.startTokenValidation().succeed();
    });

    expect(await counted()).toEqual({ 'auth.token.validations': [GOOD] });
  });

  it('asks nobody whose token it was outside of a request, and survives who throws inside', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});
    const identify = jest.fn(() => {
      throw new Error('a getter of the host');
    });

    meter.startTokenValidation().succeed({}, identify);
    expect(identify).not.toHaveBeenCalled();
    runInExchange(exchange, () => {
      meter.startTokenValidation().succeed({}, identify);
    });

    expect(await counted()).toMatchObject({
      'auth.instrumentation.failures': [{ component: 'recorder', value: 1 }],
    });
  });
});
