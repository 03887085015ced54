import { NORMAL_DAY } from './normal-day';
import type { SecondOfTraffic } from './simulated-service';

const ATTACKER = '203.0.113.66';
const VICTIM = 'user-17';

/** One network tries one account sixteen times a second: twelve tries reach the form, four are limited. */
export const BRUTE_FORCE: SecondOfTraffic = (service, second) => {
  NORMAL_DAY(service, second);
  const { meter, random } = service;
  const isLocked = second >= 20;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    meter.record({ kind: 'rate_limit', limiter: 'login', result: 'allowed', usageRatio: 1 });
    meter.record({
      kind: 'login',
      method: 'password',
      outcome: 'failure',
      errorType: isLocked ? 'account_locked' : 'invalid_credentials',
      sourceAddress: ATTACKER,
      accountId: VICTIM,
      durationSeconds: random.around(isLocked ? 0.004 : 0.11, 0.2),
    });
  }
  for (let attempt = 0; attempt < 4; attempt += 1) {
    meter.record({
      kind: 'rate_limit',
      limiter: 'login',
      result: 'limited',
      sourceAddress: ATTACKER,
      usageRatio: 1.1,
    });
    meter.record({
      kind: 'login',
      method: 'password',
      outcome: 'failure',
      errorType: 'rate_limited',
      sourceAddress: ATTACKER,
      durationSeconds: 0.001,
    });
  }
  if (second === 20)
    meter.record({
      kind: 'lockout',
      cause: 'max_retries',
      transition: 'locked',
      accountId: VICTIM,
    });
  if (second === 9 || second === 69) {
    meter.record({
      kind: 'security_event',
      event: 'brute_force',
      severity: 'critical',
      sourceAddress: ATTACKER,
      failedAttempts: 100,
      windowSeconds: 60,
    });
  }
};
