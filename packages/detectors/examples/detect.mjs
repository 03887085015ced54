import { createAuthMeter } from '@authmeter/core';
import { createDetectors } from '@authmeter/detectors';

const locked = new Set();

const detectors = createDetectors({
  actions: ['account_locked', 'session_revoked'],
  onDetection: ({ kind, phase, subject }) => {
    if (phase === 'ended') return undefined;
    if (kind === 'brute_force' && subject.accountId !== undefined) {
      locked.add(subject.accountId);
      return 'account_locked';
    }
    return undefined;
  },
});

export const meter = createAuthMeter({
  methods: ['password'],
  userIdKey: process.env.AUTH_USER_ID_KEY,
  observers: [detectors],
});

/** Names the account of a failed login too: without it nobody can tell one account from many. */
export function logIn(name, password, sourceAddress, checkPassword) {
  return meter.observe(
    'login',
    {
      method: 'password',
      accountId: name,
      sourceAddress,
      judge: (isRight) =>
        isRight ? 'success' : { outcome: 'failure', errorType: 'invalid_credentials' },
    },
    () => !locked.has(name) && checkPassword(name, password),
  );
}

/** For an operator's page. */
export function whoIsAttacking() {
  return { now: detectors.active(), sources: meter.topSources(), accounts: meter.topAccounts() };
}
