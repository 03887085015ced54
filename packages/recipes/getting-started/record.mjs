import { createAuthMeter } from '@authmeter/core';

const meter = createAuthMeter({ methods: ['password'] });

export function logIn(name, password, checkPassword) {
  return meter.observe(
    'login',
    {
      method: 'password',
      accountId: name,
      judge: (account) =>
        account === null ? { outcome: 'failure', errorType: 'invalid_credentials' } : 'success',
    },
    () => checkPassword(name, password),
  );
}

export function lockAccount(accountId) {
  meter.record({ kind: 'lockout', transition: 'locked', cause: 'max_retries', accountId });
}
