import type { AuthErrorType } from '@authmeter/core/conventions';

/** What `?error=` says where a callback or a link redirects after a failure; the protocol's own codes come last. */
export const REDIRECT_CODES = {
  invalid_format: `email_not_found missing_profile invalid_profile no_code`,
  invalid_credentials: `invalid_code invalid_payload`,
  invalid_claims: `email_does_not_match issuer_mismatch issuer_missing nonce_binding_missing provider_mismatch`,
  csrf_failed: `please_restart_the_process state_invalid state_mismatch state_not_found state_security_mismatch`,
  expired_token: `payload_expired`,
  token_revoked: `attempts_exceeded`,
  user_not_found: `user_not_found`,
  challenge_required: `email_not_verified interaction_required login_required consent_required`,
  access_denied: `
    access_denied account_already_linked_to_different_user account_not_linked account_ownership_conflict
    new_user_signup_disabled signup_disabled unable_to_link_account user_hook_selection_conflict`,
  dependency_error: `
    failed_to_create_session failed_to_create_user server_error temporarily_unavailable unable_to_create_session
    unable_to_create_user unable_to_get_user_info unable_to_update_account user_creation_failed`,
  configuration_error: `
    account_hook_binding_conflict invalid_client invalid_scope no_callback_url oauth_provider_not_found
    session_hook_user_conflict unauthorized_client unsupported_response_type`,
  internal_error: `internal_server_error`,
} as const satisfies Readonly<Partial<Record<AuthErrorType, string>>>;
