import { createMeasuredMeter, NOW_EPOCH_SECONDS } from './measured-meter';

const MINUTE = 60_000;

describe('auth.users.active', () => {
  it('is absent until somebody was seen', async () => {
    expect((await createMeasuredMeter().harness.collect()).names).not.toContain(
      'auth.users.active',
    );
  });

  it('counts the accounts of the last 15 minutes that authenticated, each once', async () => {
    const { meter, harness, clock } = createMeasuredMeter();
    const seen = async (): Promise<number | undefined> =>
      (await harness.points('auth.users.active'))[0]?.value;
    const success = { kind: 'attempt', outcome: 'success', method: 'jwt' } as const;
    for (const accountId of ['alice', 'bob', 'alice']) meter.record({ ...success, accountId });
    meter.record({ ...success, outcome: 'failure', accountId: 'mallory' });
    meter.record(success);
    expect(await seen()).toBe(2);

    clock.advance(10 * MINUTE);
    meter.record({ kind: 'login', outcome: 'success', method: 'password', accountId: 'carol' });
    expect(await seen()).toBe(3);

    clock.advance(6 * MINUTE);
    expect(await seen()).toBe(1);
    clock.advance(60 * MINUTE);
    expect(await seen()).toBe(0);
  });
});

describe('auth.rate_limit.usage.ratio', () => {
  it('shows the largest share of a limiter to every reader, and forgets it after a minute', async () => {
    const { meter, harness, clock } = createMeasuredMeter(
      { limiters: ['login'] },
      { readers: ['cumulative', 'cumulative'] },
    );
    for (const usageRatio of [0.2, 0.9, 0.4]) {
      meter.record({ kind: 'rate_limit', limiter: 'login', result: 'allowed', usageRatio });
    }

    for (const reader of [0, 1]) {
      const snapshot = await harness.collect(reader);
      expect(snapshot.points('auth.rate_limit.usage.ratio')).toEqual([
        { attributes: { limiter: 'login' }, value: 0.9 },
      ]);
    }
    clock.advance(MINUTE);
    expect(await harness.points('auth.rate_limit.usage.ratio')).toEqual([
      { attributes: { limiter: 'login' }, value: 0 },
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.5])(
    'leaves out a share of %p',
    async (usageRatio) => {
      const { meter, harness } = createMeasuredMeter();
      meter.record({ kind: 'rate_limit', result: 'allowed', usageRatio });

      expect(await harness.points('auth.rate_limit.usage.ratio')).toEqual([]);
    },
  );
});

describe('auth.dependency.up', () => {
  it('shows the last check of each dependency, 0 when it failed', async () => {
    const { meter, harness } = createMeasuredMeter({ dependencies: ['cache', 'jwks'] });
    for (const [dependency, up] of [
      ['cache', true],
      ['jwks', true],
      ['cache', false],
    ] as const) {
      meter.record({ kind: 'dependency_check', dependency, up });
    }

    expect(await harness.points('auth.dependency.up')).toEqual([
      { attributes: { dependency: 'cache' }, value: 0 },
      { attributes: { dependency: 'jwks' }, value: 1 },
    ]);
  });
});

describe('auth.credential.age.seconds', () => {
  const signingKey = {
    kind: 'credential_age',
    credentialType: 'signing_key',
    state: 'current',
  } as const;
  const attributes = { credential_type: 'signing_key', state: 'current' };

  it('grows with the clock, and starts again when the credential is rotated', async () => {
    const { meter, harness, clock } = createMeasuredMeter();
    meter.record({ ...signingKey, createdAtEpochSeconds: NOW_EPOCH_SECONDS - 100 });
    expect(await harness.points('auth.credential.age.seconds')).toEqual([
      { attributes, value: 100 },
    ]);

    clock.advance(50_000);
    expect(await harness.points('auth.credential.age.seconds')).toEqual([
      { attributes, value: 150 },
    ]);

    meter.record({ ...signingKey, createdAtEpochSeconds: NOW_EPOCH_SECONDS + 50 });
    expect(await harness.points('auth.credential.age.seconds')).toEqual([{ attributes, value: 0 }]);
  });

  it('is 0 and not negative for a credential of the future', async () => {
    const { meter, harness } = createMeasuredMeter();
    meter.record({ ...signingKey, createdAtEpochSeconds: NOW_EPOCH_SECONDS + 1000 });

    expect(await harness.points('auth.credential.age.seconds')).toEqual([{ attributes, value: 0 }]);
  });

  it('ends when the credential exists no longer, and does not begin with an absurd instant', async () => {
    const { meter, harness } = createMeasuredMeter();
    meter.record({ ...signingKey, createdAtEpochSeconds: Number.NaN });
    expect(await harness.points('auth.credential.age.seconds')).toEqual([]);

    meter.record({ ...signingKey, createdAtEpochSeconds: NOW_EPOCH_SECONDS });
    meter.record(signingKey);
    expect(await harness.points('auth.credential.age.seconds')).toEqual([]);
  });
});
