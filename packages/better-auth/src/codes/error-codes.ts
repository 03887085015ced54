// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.
import { BASE_CODES } from './base-codes';
import { ADMIN_CODES } from './admin-codes';
import { ANONYMOUS_CODES } from './anonymous-codes';
import { CAPTCHA_CODES } from './captcha-codes';
import { DEVICE_AUTHORIZATION_CODES } from './device-authorization-codes';
import { EMAIL_OTP_CODES } from './email-otp-codes';
import { GENERIC_OAUTH_CODES } from './generic-oauth-codes';
import { HAVE_I_BEEN_PWNED_CODES } from './have-i-been-pwned-codes';
import { MULTI_SESSION_CODES } from './multi-session-codes';
import { OAUTH_POPUP_CODES } from './oauth-popup-codes';
import { ORGANIZATION_CODES } from './organization-codes';
import { PHONE_NUMBER_CODES } from './phone-number-codes';
import { TWO_FACTOR_CODES } from './two-factor-codes';
import { USERNAME_CODES } from './username-codes';
import { API_KEY_CODES } from './api-key-codes';
import { PASSKEY_CODES } from './passkey-codes';

/** What every error code that Better Auth exports means. */
export const ERROR_CODES = {
  ...BASE_CODES,
  ...ADMIN_CODES,
  ...ANONYMOUS_CODES,
  ...CAPTCHA_CODES,
  ...DEVICE_AUTHORIZATION_CODES,
  ...EMAIL_OTP_CODES,
  ...GENERIC_OAUTH_CODES,
  ...HAVE_I_BEEN_PWNED_CODES,
  ...MULTI_SESSION_CODES,
  ...OAUTH_POPUP_CODES,
  ...ORGANIZATION_CODES,
  ...PHONE_NUMBER_CODES,
  ...TWO_FACTOR_CODES,
  ...USERNAME_CODES,
  ...API_KEY_CODES,
  ...PASSKEY_CODES,
} as const;
/** An error code that Better Auth exports. */
export type BetterAuthErrorCode = keyof typeof ERROR_CODES;
