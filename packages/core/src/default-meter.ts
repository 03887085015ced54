import { createAuthMeter, type AuthMeter } from './auth-meter';
import type { AuthErrorType, AuthOutcome } from './conventions';
import type { AuthMethodName } from './model/facts';

const MILLISECONDS_PER_SECOND = 1000;

let defaultMeter: AuthMeter | undefined;

/** The meter of the plain functions: made with default options when it is first asked for. */
export function getDefaultAuthMeter(): AuthMeter {
  defaultMeter ??= createAuthMeter();
  return defaultMeter;
}

/** Makes the plain functions record through another meter, from now on. */
export function setDefaultAuthMeter(meter: AuthMeter): void {
  defaultMeter = meter;
}

/**
 * Counts one authentication attempt. Never throws.
 *
 * @param reason Why it failed; without meaning for a success. Source: seed 000.
 */
export function recordAuthAttempt(
  outcome: AuthOutcome,
  reason: AuthErrorType | undefined,
  method: AuthMethodName,
): void {
  getDefaultAuthMeter().record({
    kind: 'attempt',
    outcome,
    method,
    ...(reason === undefined ? {} : { errorType: reason }),
  });
}

/**
 * Records the age of an accepted token. Never throws; an absurd instant is not recorded. Source: seed 000.
 *
 * @param issuedAt When it was issued: a date, or epoch seconds as in a JWT's `iat`.
 */
export function recordTokenAge(issuedAt: Date | number, method: AuthMethodName): void {
  const issuedAtEpochSeconds =
    issuedAt instanceof Date ? issuedAt.getTime() / MILLISECONDS_PER_SECOND : issuedAt;
  getDefaultAuthMeter().record({ kind: 'token_use', method, token: { issuedAtEpochSeconds } });
}

/**
 * Counts a request that a rate limiter refused. Never throws. Source: seed 000.
 *
 * @param accountId The account, where one is known; leaves the process hashed, or not at all.
 * @param sourceAddress The client's address; leaves the process masked.
 */
export function recordRateLimitHit(
  accountId: string | undefined,
  sourceAddress: string | undefined,
  limiter?: string,
): void {
  getDefaultAuthMeter().record({
    kind: 'rate_limit',
    result: 'limited',
    ...(accountId === undefined ? {} : { accountId }),
    ...(sourceAddress === undefined ? {} : { sourceAddress }),
    ...(limiter === undefined ? {} : { limiter }),
  });
}
