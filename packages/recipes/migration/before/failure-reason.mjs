import { Counter, Registry } from 'prom-client';

export const registry = new Registry();
const registers = [registry];

const failures = new Counter({
  name: 'shop_auth_failures_total',
  help: 'Failed authentications',
  labelNames: ['failure_reason', 'user_id', 'ip_address'],
  registers,
});
const successes = new Counter({
  name: 'shop_auth_success_total',
  help: 'Successful authentications',
  registers,
});
const lockouts = new Counter({
  name: 'shop_account_lockouts_total',
  help: 'Locked accounts',
  registers,
});

/** The names of jsonwebtoken's errors; one of them stands for several causes, told apart by the message. */
export function reasonOfTokenError({ name, message }) {
  if (name === 'TokenExpiredError') return 'token_expired';
  if (message === 'invalid signature') return 'invalid_signature';
  return message === 'jwt must be provided' ? 'missing_token' : 'invalid_token';
}

export const count = {
  success: () => successes.inc(),
  failure: (reason, userId, ip) =>
    failures.inc({ failure_reason: reason, user_id: userId ?? 'anonymous', ip_address: ip }),
  lockout: () => lockouts.inc(),
};
