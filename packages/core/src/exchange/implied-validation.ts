import type { AuthErrorType, AuthOutcome, TokenType } from '../conventions';
import type { ObservationOf } from '../model/auth-observation';
import type { ExchangeEnding, VerdictFacts } from './exchange-facts';

/** Kinds of token that a method presents; a method that is not here presents none. */
const TOKEN_TYPE_OF_METHOD: Readonly<Partial<Record<string, TokenType>>> = {
  jwt: 'access',
  oauth: 'access',
  oidc: 'access',
  api_key: 'api_key',
};

/** Causes that pass judgement on the token itself; behind any other the token was good, or never looked at. */
const JUDGES_THE_TOKEN: ReadonlySet<AuthErrorType> = new Set([
  'invalid_format',
  'invalid_credentials',
  'invalid_signature',
  'invalid_algorithm',
  'unknown_key',
  'invalid_claims',
  'token_revoked',
  'token_reuse',
  'expired_token',
  'token_not_yet_valid',
  'dependency_error',
  'configuration_error',
  'unknown',
]);

/** What the exchange saw of tokens. */
export interface SeenTokens {
  readonly sawValidation: boolean;
  readonly wasAccepted: boolean;
}

/** How its attempt ended. */
export interface EndedAttempt extends VerdictFacts {
  readonly outcome: AuthOutcome;
  readonly errorType?: AuthErrorType | undefined;
}

/** An attempt that presented a token validated it, even where no patched verifier saw it. */
export function impliedValidation(
  { sawValidation, wasAccepted }: SeenTokens,
  { method, outcome, errorType }: EndedAttempt,
  { credentialPresent }: ExchangeEnding,
): ObservationOf<'token_validation'> | undefined {
  const tokenType = method === undefined ? undefined : TOKEN_TYPE_OF_METHOD[method];
  if (sawValidation || credentialPresent !== true || tokenType === undefined) return undefined;
  const validation = { kind: 'token_validation', tokenType } as const;
  if (outcome === 'success' || wasAccepted) return { ...validation, outcome: 'success' };
  if (errorType === undefined || !JUDGES_THE_TOKEN.has(errorType)) return undefined;
  return { ...validation, outcome: 'failure', errorType };
}
