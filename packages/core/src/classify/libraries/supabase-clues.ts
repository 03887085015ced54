import type { AuthErrorType } from '../../conventions';
import type { Clue, ClueTable } from '../clue';
import { readStatus } from '../read-status';

/** The status is the auth server's: 429 and 5xx are no answers to the caller's credential. */
function readApiStatus(error: object): AuthErrorType | undefined {
  const status = readStatus(error);
  return status === 429 || (status !== undefined && status >= 500) ? 'dependency_error' : undefined;
}

const OPERATOR: Clue = { errorType: 'configuration_error' };
const UPSTREAM: Clue = { errorType: 'dependency_error' };
const STEP: Clue = { errorType: 'challenge_required' };
const LIMITED: Clue = { errorType: 'rate_limited' };
const STATE: Clue = { errorType: 'csrf_failed' };

/** Codes of Supabase Auth and classes of its client. Source: @supabase/auth-js 2, `error-codes` and `errors`. */
export const SUPABASE_CLUES: ClueTable = {
  invalid_credentials: 'invalid_credentials',
  unexpected_failure: UPSTREAM,
  request_timeout: UPSTREAM,
  hook_timeout: UPSTREAM,
  hook_timeout_after_retry: UPSTREAM,
  sms_send_failed: UPSTREAM,
  saml_metadata_fetch_failed: UPSTREAM,
  validation_failed: 'invalid_format',
  bad_json: 'invalid_format',
  bad_jwt: 'invalid_format',
  invalid_jwt: {
    messages: [
      ['JWT has expired', 'expired_token'],
      ['Invalid JWT signature', 'invalid_signature'],
      ['Invalid alg claim', 'invalid_algorithm'],
      ['No matching signing key', 'unknown_key'],
      ['Missing exp claim', 'invalid_claims'],
    ],
    errorType: 'invalid_format',
  },
  email_address_invalid: 'invalid_format',
  weak_password: 'invalid_format',
  same_password: 'invalid_format',
  not_admin: 'insufficient_permissions',
  insufficient_aal: STEP,
  no_authorization: 'missing_auth',
  reauth_nonce_missing: STEP,
  reauthentication_needed: STEP,
  reauthentication_not_valid: 'invalid_credentials',
  email_not_confirmed: STEP,
  phone_not_confirmed: STEP,
  provider_email_needs_verification: STEP,
  captcha_failed: STEP,
  user_not_found: 'user_not_found',
  identity_not_found: 'user_not_found',
  user_banned: 'user_disabled',
  session_not_found: 'token_revoked',
  session_expired: 'expired_token',
  refresh_token_not_found: 'invalid_credentials',
  refresh_token_already_used: 'token_reuse',
  flow_state_not_found: STATE,
  flow_state_expired: 'expired_token',
  bad_oauth_state: STATE,
  bad_oauth_callback: STATE,
  bad_code_verifier: 'invalid_credentials',
  saml_relay_state_not_found: STATE,
  saml_relay_state_expired: 'expired_token',
  otp_expired: 'expired_token',
  otp_disabled: OPERATOR,
  unexpected_audience: 'invalid_claims',
  signup_disabled: 'access_denied',
  provider_disabled: OPERATOR,
  email_provider_disabled: OPERATOR,
  phone_provider_disabled: OPERATOR,
  oauth_provider_not_supported: OPERATOR,
  sso_provider_not_found: OPERATOR,
  mfa_factor_not_found: 'invalid_credentials',
  mfa_challenge_expired: 'expired_token',
  mfa_verification_failed: 'invalid_credentials',
  mfa_verification_rejected: 'access_denied',
  mfa_ip_address_mismatch: 'invalid_claims',
  over_request_rate_limit: LIMITED,
  over_email_send_rate_limit: LIMITED,
  over_sms_send_rate_limit: LIMITED,

  AuthApiError: { refine: readApiStatus, isWeak: true },
  AuthRetryableFetchError: UPSTREAM,
  AuthUnknownError: UPSTREAM,
  AuthInvalidTokenResponseError: UPSTREAM,
  AuthSessionMissingError: 'missing_auth',
  AuthInvalidCredentialsError: 'invalid_format',
  AuthImplicitGrantRedirectError: { errorType: 'invalid_format', isWeak: true },
  AuthPKCEGrantCodeExchangeError: { errorType: 'invalid_credentials', isWeak: true },
  AuthPKCECodeVerifierMissingError: STATE,
  AuthWeakPasswordError: 'invalid_format',
  AuthInvalidJwtError: { errorType: 'invalid_format', isWeak: true },
};
