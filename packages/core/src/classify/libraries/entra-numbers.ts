import type { AuthErrorType } from '../../conventions';

/** Entra ID explains every refusal by a number. Source: Microsoft identity platform, AADSTS error codes. */
const TYPE_BY_AADSTS: ReadonlyMap<string, AuthErrorType> = new Map([
  ['50126', 'invalid_credentials'],
  ['50034', 'user_not_found'],
  ['50053', 'account_locked'],
  ['50055', 'challenge_required'],
  ['50057', 'user_disabled'],
  ['50058', 'challenge_required'],
  ['50072', 'challenge_required'],
  ['50074', 'challenge_required'],
  ['50076', 'challenge_required'],
  ['50078', 'challenge_required'],
  ['50079', 'challenge_required'],
  ['50089', 'expired_token'],
  ['50105', 'access_denied'],
  ['50011', 'configuration_error'],
  ['50133', 'token_revoked'],
  ['50144', 'challenge_required'],
  ['50158', 'challenge_required'],
  ['50173', 'token_revoked'],
  ['53003', 'access_denied'],
  ['54005', 'token_reuse'],
  ['65001', 'challenge_required'],
  ['65004', 'access_denied'],
  ['70000', 'invalid_credentials'],
  ['70008', 'expired_token'],
  ['70043', 'expired_token'],
  ['70044', 'expired_token'],
  ['90002', 'configuration_error'],
  ['90033', 'dependency_error'],
  ['700016', 'configuration_error'],
  ['700027', 'configuration_error'],
  ['700082', 'expired_token'],
  ['700084', 'expired_token'],
  ['7000215', 'configuration_error'],
  ['7000222', 'configuration_error'],
]);

const AADSTS = /^AADSTS(\d{5,7})\b/;

/** The type behind an `AADSTS` number at the start of a description, or undefined. */
export function readEntraNumber(description: string): AuthErrorType | undefined {
  const number = AADSTS.exec(description)?.[1];
  return number === undefined ? undefined : TYPE_BY_AADSTS.get(number);
}
