import type { AuthErrorType } from '../conventions';

/** How much a piece of evidence is worth; the larger wins, and of equals the outermost. */
export const WEIGHT = {
  none: 0,
  /** An HTTP status. */
  status: 1,
  /** The name of a wrapper. */
  wrapper: 2,
  /** A sentence in which every word is known. */
  phrase: 3,
  /** A code or a name of which the words are known. */
  words: 4,
  /** A code, name or message that a library is known to use. */
  exact: 5,
} as const;

export type Weight = (typeof WEIGHT)[keyof typeof WEIGHT];

/** Among the members of an AggregateError the most specific wins: with two keys, one says "expired", one "bad signature". */
const RANK: Readonly<Record<AuthErrorType, number>> = {
  dependency_error: 22,
  configuration_error: 21,
  internal_error: 20,
  token_reuse: 19,
  token_revoked: 18,
  account_locked: 17,
  user_disabled: 16,
  expired_token: 15,
  token_not_yet_valid: 14,
  challenge_required: 13,
  insufficient_permissions: 12,
  access_denied: 11,
  invalid_claims: 10,
  rate_limited: 9,
  csrf_failed: 8,
  user_not_found: 7,
  invalid_credentials: 6,
  invalid_signature: 5,
  invalid_algorithm: 4,
  unknown_key: 3,
  invalid_format: 2,
  missing_auth: 1,
  unknown: 0,
};

/** The best evidence found so far in one error. */
export interface Evidence {
  errorType: AuthErrorType | undefined;
  weight: Weight;
  /** A failed dependency or a wrong configuration anywhere in the chain outranks all the rest. */
  serverType: 'dependency_error' | 'configuration_error' | undefined;
  /** Whether siblings are being compared, so that rank and not order decides. */
  isRanking: boolean;
}

/** Weighs one more piece of evidence. */
export function addEvidence(evidence: Evidence, weight: Weight, errorType: AuthErrorType): void {
  if (
    weight >= WEIGHT.words &&
    (errorType === 'dependency_error' || errorType === 'configuration_error')
  ) {
    evidence.serverType ??= errorType;
    return;
  }
  const isBetter =
    weight > evidence.weight ||
    (weight === evidence.weight &&
      evidence.isRanking &&
      RANK[errorType] > RANK[evidence.errorType ?? 'unknown']);
  if (isBetter) {
    evidence.weight = weight;
    evidence.errorType = errorType;
  }
}
