import { address, createDetectingMeter, times } from '../detecting-meter';

const ALICE = { accountId: 'alice', sourceAddress: '203.0.113.9' };

describe('brute force', () => {
  it('is 15 failures on one account within five minutes, and not 14', () => {
    const { fail, lines } = createDetectingMeter();
    fail(ALICE, 14, 20);
    const before = lines();
    fail(ALICE);

    expect(before).toEqual([]);
    expect(lines()).toEqual(['started brute_force 15']);
  });

  it('is 40 failures within an hour, each 90 seconds after the other', () => {
    const { fail, lines } = createDetectingMeter();
    fail(ALICE, 39, 90);
    const before = lines();
    fail(ALICE);

    expect(before).toEqual([]);
    expect(lines()).toEqual(['started brute_force 40']);
  });

  it('is found wherever the failures come from', () => {
    const { fail, lines } = createDetectingMeter();
    times(15, (number) => {
      fail({ accountId: 'alice', sourceAddress: address(number) });
    });

    expect(lines()).toEqual(['started brute_force 15']);
  });

  it('is not made of failures that lie too far apart', () => {
    const { fail, lines } = createDetectingMeter();
    fail(ALICE, 60, 120);

    expect(lines()).toEqual([]);
  });

  it('is not found in failures on many accounts', () => {
    const { fail, lines } = createDetectingMeter({
      credentialStuffing: false,
      failureSpike: false,
    });
    times(60, (number) => {
      fail({ accountId: `user-${String(number)}`, sourceAddress: '203.0.113.9' });
    });

    expect(lines()).toEqual([]);
  });

  it('takes names that differ in capitals and blanks for one account', () => {
    const { fail, lines } = createDetectingMeter();
    fail({ accountId: 'Alice@Example.org' }, 8);
    fail({ accountId: ' alice@example.org ' }, 7);

    expect(lines()).toEqual(['started brute_force 15']);
  });

  it('counts second factors, and tries that a limiter or a lock refused', () => {
    const { record, clock, lines } = createDetectingMeter();
    times(5, () => {
      record({
        kind: 'mfa_challenge',
        factor: 'totp',
        stage: 'verified',
        outcome: 'failure',
        errorType: 'invalid_credentials',
        ...ALICE,
      });
      record({ kind: 'login', outcome: 'failure', errorType: 'rate_limited', ...ALICE });
      record({ kind: 'login', outcome: 'failure', errorType: 'account_locked', ...ALICE });
      clock.advance(1000);
    });

    expect(lines()).toEqual(['started brute_force 15']);
  });

  it.each([
    ['an expired token', { kind: 'attempt', method: 'jwt', errorType: 'expired_token' }],
    ['a wrong token', { kind: 'attempt', method: 'oauth', errorType: 'invalid_credentials' }],
    ['no credential', { kind: 'login', errorType: 'missing_auth' }],
    ['a form without a password', { kind: 'login', errorType: 'invalid_format' }],
    ['an outage', { kind: 'login', errorType: 'dependency_error' }],
    ['a session that is over', { kind: 'attempt', method: 'session', errorType: 'unknown' }],
  ] as const)('is not made of %s, however often', (_what, told) => {
    const { record, lines } = createDetectingMeter();
    times(500, () => {
      record({ ...told, outcome: 'failure', ...ALICE });
    });

    expect(lines()).toEqual([]);
  });

  it('names the account as metrics do, and tells the host who it is and since when', () => {
    const { fail, told, clock } = createDetectingMeter();
    const since = clock.epochMilliseconds();
    fail({ ...ALICE, sourceAddress: '203.0.113.77' }, 15, 10);

    expect(told).toEqual([
      {
        phase: 'started',
        detectionId: expect.stringMatching(/^[0-9a-f]{8}-1$/) as string,
        kind: 'brute_force',
        severity: 'critical',
        failedAttempts: 15,
        windowSeconds: 300,
        accounts: 1,
        source: '203.0.113.0',
        account: 'bc9aad372c144188',
        sinceEpochMilliseconds: expect.any(Number) as number,
        atEpochMilliseconds: since + 140_000,
        subject: { accountId: 'alice', sourceAddress: '203.0.113.77' },
      },
    ]);
    // To a part of the window.
    expect(Math.abs((told[0]?.sinceEpochMilliseconds ?? 0) - since)).toBeLessThanOrEqual(60_000);
  });

  it('finds an account that is guessed at in the midst of a botnet', () => {
    const { fail, lines } = createDetectingMeter({
      credentialStuffing: false,
      failureSpike: false,
    });
    times(20_000, (number) => {
      fail({ accountId: `leaked-${String(number)}`, sourceAddress: address(number) }, 1, 0.01);
      if (number % 1000 === 999) fail(ALICE, 1, 0);
    });

    expect(lines()).toEqual(['started brute_force 15']);
  });

  it('can be told other limits', () => {
    const { fail, lines } = createDetectingMeter({ bruteForce: { failures: 3 } });
    fail(ALICE, 3);

    expect(lines()).toEqual(['started brute_force 3']);
  });

  it('can be turned off', () => {
    const { fail, lines } = createDetectingMeter({ bruteForce: false, failureSpike: false });
    fail(ALICE, 500);

    expect(lines()).toEqual([]);
  });
});
