import { address, createDetectingMeter, times } from '../detecting-meter';

const ATTACKER = { accountId: 'alice', sourceAddress: '203.0.113.9' };
const OWNER = { accountId: 'alice', sourceAddress: '198.51.100.4' };
const ALONE = { bruteForce: false, failureSpike: false } as const;

describe('a success after failures', () => {
  it('is told where the source of the success failed 15 times on the account', () => {
    const { fail, succeed, told } = createDetectingMeter(ALONE);
    fail(ATTACKER, 15, 10);
    succeed(ATTACKER);

    expect(told).toMatchObject([
      {
        kind: 'success_after_failures',
        severity: 'warn',
        failedAttempts: 15,
        windowSeconds: 600,
        subject: ATTACKER,
      },
    ]);
  });

  it('is worse while the account is under brute force, however slow', () => {
    const { fail, succeed, told } = createDetectingMeter();
    fail(ATTACKER, 41, 85);
    succeed(ATTACKER);

    expect(told).toMatchObject([
      { kind: 'brute_force' },
      { kind: 'success_after_failures', severity: 'critical' },
    ]);
  });

  it('is not told of the owner, who logs in from elsewhere meanwhile', () => {
    const { fail, succeed, lines } = createDetectingMeter(ALONE);
    fail(ATTACKER, 30, 5);
    succeed(OWNER);

    expect(lines()).toEqual([]);
  });

  it('is told of anybody where the failures came from many sources', () => {
    const { fail, succeed, lines } = createDetectingMeter(ALONE);
    times(15, (number) => {
      fail({ accountId: 'alice', sourceAddress: address(number) }, 1, 10);
    });
    succeed(OWNER);

    expect(lines()).toEqual(['started success_after_failures 15']);
  });

  it('is not told of somebody who guessed nine times', () => {
    const { fail, succeed, lines } = createDetectingMeter(ALONE);
    fail(ATTACKER, 9, 10);
    succeed(ATTACKER);

    expect(lines()).toEqual([]);
  });

  it('is told of every account that a source gets into which is stuffing', () => {
    const { fail, succeed, told } = createDetectingMeter();
    times(40, (number) => {
      fail({ accountId: `user-${String(number)}`, sourceAddress: ATTACKER.sourceAddress });
    });
    succeed(ATTACKER);

    expect(told).toMatchObject([
      { kind: 'credential_stuffing' },
      { kind: 'success_after_failures', severity: 'critical', subject: ATTACKER },
    ]);
  });

  it('is told of an account once, and not of each of its successes', () => {
    const { fail, succeed, lines } = createDetectingMeter(ALONE);
    fail(ATTACKER, 15);
    succeed(ATTACKER, 5, 10);

    expect(lines()).toEqual(['started success_after_failures 15']);
  });
});
