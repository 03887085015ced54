const failed = (errorType: string, reason = errorType): string =>
  `outcome="failure",reason="${reason}",error_type="${errorType}"`;

/** What the requests of `play.cjs` count, whatever versions it was given and however they were loaded. */
export const COUNTED: readonly string[] = [
  'auth_attempts_total{outcome="success",method="jwt"} 5',
  `auth_attempts_total{${failed('expired_token')},method="jwt"} 5`,
  `auth_attempts_total{${failed('missing_auth')},method="jwt"} 5`,
  `auth_attempts_total{${failed('rate_limited')},method="jwt"} 2`,
  `auth_attempts_total{${failed('invalid_credentials')},method="password"} 1`,
  'auth_token_validations_total{outcome="success",token_type="access"} 7',
  `auth_token_validations_total{${failed('expired_token')},token_type="access"} 6`,
  'auth_token_issuances_total{token_type="_OTHER",grant_type="_OTHER"} 5',
  'auth_oauth_steps_total{step="start",outcome="success",provider="_OTHER"} 1',
  'auth_oauth_steps_total{step="callback",outcome="success",provider="_OTHER"} 1',
  'auth_oauth_steps_total{step="code_exchange",outcome="success",provider="_OTHER"} 1',
  'auth_key_lookups_total{result="hit"} 1',
  'auth_key_lookups_total{result="miss"} 1',
  ...['express-rate-limit', 'koa-ratelimit', 'rate-limiter-flexible'].flatMap((limiter) =>
    ['allowed', 'limited'].map(
      (result) => `auth_rate_limit_requests_total{limiter="${limiter}",result="${result}"} 1`,
    ),
  ),
  'auth_errors_total{error_type="expired_token",operation="authenticate"} 5',
  'auth_errors_total{error_type="expired_token",operation="token_validate"} 1',
  'auth_errors_total{error_type="missing_auth",operation="authenticate"} 5',
  'auth_errors_total{error_type="rate_limited",operation="authenticate"} 2',
  'auth_errors_total{error_type="invalid_credentials",operation="authenticate"} 1',
  ...['hash', 'verify'].flatMap((operation) => [
    `auth_password_hash_duration_seconds_count{algorithm="argon2",operation="${operation}"} 1`,
    `auth_password_hash_duration_seconds_count{algorithm="bcrypt",operation="${operation}"} 2`,
  ]),
].sort();
