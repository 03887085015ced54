import type { AuthErrorType } from '@authmeter/core/conventions';
import type { SecondOfTraffic, SimulatedService } from './simulated-service';

const MIXED_FAILURES: readonly AuthErrorType[] = [
  'expired_token',
  'expired_token',
  'missing_auth',
  'missing_auth',
  'invalid_signature',
  'invalid_format',
  'insufficient_permissions',
];

/** How often something of this rate happens in a second, so that it is spread evenly. */
function times(ratePerSecond: number, second: number): number {
  return Math.floor((second + 1) * ratePerSecond) - Math.floor(second * ratePerSecond);
}

/** What a service does when all is well: twelve requests and one and a half logins a second. */
export const NORMAL_DAY: SecondOfTraffic = (service, second) => {
  for (let request = 0; request < times(10.5, second); request += 1) bearerRequest(service);
  for (let login = 0; login < times(1.5, second); login += 1) logIn(service, login === 0);
  for (let refresh = 0; refresh < times(0.8, second); refresh += 1) {
    service.meter.record({
      kind: 'token_refresh',
      outcome: 'success',
      durationSeconds: service.random.around(0.02),
    });
    service.meter.record({ kind: 'token_issuance', grantType: 'refresh_token' });
  }
  if (times(0.05, second) > 0) {
    service.meter.record({
      kind: 'registration',
      outcome: 'success',
      method: 'password',
      durationSeconds: 0.3,
    });
  }
  if (second % 10 === 0) checkHealth(service);
  if (second % 25 === 7) {
    service.meter.record({ kind: 'session', change: 'ended', method: 'password', cause: 'user' });
    service.meter.record({ kind: 'logout', cause: 'user' });
  }
};

function bearerRequest({ meter, random, nowSeconds }: SimulatedService): void {
  const fails = random.happens(0.03);
  const age = random.next() * 3600;
  meter.record({
    kind: 'attempt',
    method: random.happens(0.15) ? 'api_key' : 'jwt',
    durationSeconds: random.around(0.004),
    accountId: `user-${String(Math.floor(random.next() * 30))}`,
    sourceAddress: network(random.next() * 40),
    ...(fails
      ? { outcome: 'failure', errorType: random.pick(MIXED_FAILURES) }
      : {
          outcome: 'success',
          token: {
            issuedAtEpochSeconds: nowSeconds() - age,
            expiresAtEpochSeconds: nowSeconds() - age + 3600,
          },
        }),
  });
  meter.record({
    kind: 'token_validation',
    durationSeconds: random.around(0.0004),
    ...(random.happens(0.02)
      ? { outcome: 'failure', errorType: 'expired_token' }
      : { outcome: 'success' }),
  });
  meter.record({
    kind: 'rate_limit',
    limiter: 'api',
    result: 'allowed',
    usageRatio: 0.2 + random.next() * 0.2,
  });
  if (random.happens(0.1)) meter.record({ kind: 'key_lookup', result: 'hit' });
}

function logIn({ meter, random }: SimulatedService, isPassword: boolean): void {
  const fails = random.happens(0.04);
  const method = isPassword ? 'password' : 'oauth';
  meter.record({
    kind: 'rate_limit',
    limiter: 'login',
    result: 'allowed',
    usageRatio: 0.1 + random.next() * 0.3,
  });
  meter.record({
    kind: 'login',
    method,
    durationSeconds: random.around(0.14, 0.3),
    accountId: `user-${String(Math.floor(random.next() * 30))}`,
    sourceAddress: network(random.next() * 40),
    ...(fails ? { outcome: 'failure', errorType: 'invalid_credentials' } : { outcome: 'success' }),
  });
  if (isPassword) {
    meter.record({
      kind: 'password_hash',
      algorithm: 'argon2',
      operation: 'verify',
      durationSeconds: random.around(0.09, 0.15),
    });
  } else {
    for (const step of ['start', 'callback', 'code_exchange', 'userinfo'] as const) {
      meter.record({ kind: 'oauth_step', step, outcome: 'success', provider: 'corporate' });
    }
  }
  if (!fails) meter.record({ kind: 'session', change: 'started', method });
}

function checkHealth({ meter, random, nowSeconds }: SimulatedService): void {
  for (const dependency of ['users_db', 'jwks', 'identity_provider']) {
    meter.record({
      kind: 'dependency_check',
      dependency,
      up: true,
      durationSeconds: random.around(0.012),
    });
  }
  meter.record({
    kind: 'credential_age',
    credentialType: 'signing_key',
    state: 'current',
    createdAtEpochSeconds: nowSeconds() - 41 * 86_400,
  });
}

export function network(number: number): string {
  return `198.51.${String(Math.floor(number))}.7`;
}
