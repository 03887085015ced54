import { createFakeClock } from '@authmeter/testkit';
import type { AuthAttempt } from '../../src/exchange/auth-attempt';
import { runInExchange } from '../../src/exchange/in-progress';
import { openMeter } from './open-meter';

const EXPIRED = Object.assign(new Error('no'), { code: 'ERR_JWT_EXPIRED' });
const SUCCESS = { 'auth.attempts': [{ outcome: 'success', method: 'session', value: 1 }] };
const failureOf = (errorType: string, reason: string) => ({
  'auth.attempts': [
    { outcome: 'failure', reason, 'error.type': errorType, method: 'session', value: 1 },
  ],
  'auth.errors': [{ 'error.type': errorType, operation: 'authenticate', value: 1 }],
});

const ENDINGS: readonly (readonly [string, (attempt: AuthAttempt) => void, object])[] = [
  [
    'succeed',
    (attempt) => {
      attempt.succeed();
    },
    SUCCESS,
  ],
  [
    'fail',
    (attempt) => {
      attempt.fail(EXPIRED);
    },
    failureOf('expired_token', 'expired_token'),
  ],
  [
    'failAs',
    (attempt) => {
      attempt.failAs('csrf_failed');
    },
    {
      ...failureOf('csrf_failed', 'invalid_credentials'),
      'auth.security.events': [{ event: 'csrf_failure', severity: 'warn', value: 1 }],
    },
  ],
  [
    'settleFromStatus',
    (attempt) => {
      attempt.settleFromStatus(423);
    },
    failureOf('account_locked', 'account_restricted'),
  ],
  [
    'abandon',
    (attempt) => {
      attempt.abandon();
    },
    {},
  ],
];

describe('startAttempt', () => {
  it.each(ENDINGS)(
    'ends by %s, and nothing that is said later counts',
    async (_name, end, expected) => {
      const { meter, counted } = openMeter();
      const attempt = meter.startAttempt({ method: 'session' });

      end(attempt);
      for (const [, endAgain] of ENDINGS) endAgain(attempt);

      expect(await counted()).toEqual(expected);
    },
  );

  it('counts nothing before it ends', async () => {
    const { meter, counted } = openMeter();

    meter.startAttempt({ method: 'session' });

    expect(await counted()).toEqual({});
  });

  it('takes facts at the end before those of the start', async () => {
    const { meter, counted } = openMeter();

    meter.startAttempt({ method: 'session' }).succeed({ method: 'api_key' });

    expect(await counted()).toEqual({
      'auth.attempts': [{ outcome: 'success', method: 'api_key', value: 1 }],
    });
  });

  it('reads an error in the light of hints', async () => {
    const { meter, counted } = openMeter();
    const hints = { info: EXPIRED };

    meter.startAttempt({ method: 'session' }).fail(undefined, { hints });

    expect(await counted()).toEqual(failureOf('expired_token', 'expired_token'));
  });

  it('measures from its start to its end, in seconds', async () => {
    const clock = createFakeClock(1_700_000_000_000);
    const { meter, measured } = openMeter({ clock });
    const attempt = meter.startAttempt();

    clock.advance(75);
    attempt.succeed();
    clock.advance(1000);

    expect(await measured('auth.operation.duration.seconds')).toMatchObject([
      { attributes: { operation: 'authenticate', outcome: 'success' }, count: 1, sum: 0.075 },
    ]);
  });

  it.each([
    [200, { credentialPresent: true }, SUCCESS],
    [200, {}, {}],
    [401, { credentialPresent: false }, failureOf('missing_auth', 'missing_auth')],
    [401, {}, failureOf('unknown', 'unknown')],
    [
      401,
      { credentialPresent: true, wwwAuthenticate: 'Bearer error="invalid_token"' },
      failureOf('invalid_credentials', 'invalid_credentials'),
    ],
    [403, {}, failureOf('insufficient_permissions', 'insufficient_permissions')],
    [429, {}, failureOf('rate_limited', 'rate_limited')],
    [500, {}, {}],
  ])(
    'lets the status %d decide where nobody spoke, with hints %j',
    async (status, hints, expected) => {
      const { meter, counted } = openMeter();

      meter.startAttempt({ method: 'session' }).settleFromStatus(status, hints);

      expect(await counted()).toEqual(expected);
    },
  );
});

describe('startAttempt inside a request', () => {
  it.each(ENDINGS)('leaves what %s says to the request', async (_name, end, expected) => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    runInExchange(exchange, () => {
      end(meter.startAttempt({ method: 'session' }));
    });
    const before = await counted();
    exchange.end({});

    expect(before).toEqual({});
    expect(await counted()).toEqual(expected);
  });

  it('leaves its first word only', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    runInExchange(exchange, () => {
      const attempt = meter.startAttempt({ method: 'session' });
      attempt.fail(EXPIRED);
      attempt.succeed();
    });
    exchange.end({ status: 200 });

    expect(await counted()).toEqual(failureOf('expired_token', 'expired_token'));
  });

  it('is one attempt with all others of the request', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    runInExchange(exchange, () => {
      meter.startAttempt({ method: 'session' }).succeed();
      meter.startAttempt().failAs('rate_limited');
    });
    exchange.end({ status: 429 });

    expect(await counted()).toEqual(failureOf('rate_limited', 'rate_limited'));
  });

  it('learns the status of the part that it stands for', async () => {
    const { meter, counted } = openMeter();
    const { exchange } = meter.openExchange({});

    runInExchange(exchange, () => {
      meter.startAttempt({ method: 'session' }).settleFromStatus(401, {
        wwwAuthenticate: 'Bearer error="invalid_token"',
        credentialPresent: true,
      });
    });
    exchange.end({ status: 302 });

    expect(await counted()).toEqual(failureOf('invalid_credentials', 'invalid_credentials'));
  });
});
