import { categoryOf } from '../classify/auth-error-category';
import type { AuthMethod, OAuthStep } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';
import type { AuthObservation, ObservationOf } from '../model/auth-observation';
import type { VerdictFacts } from './exchange-facts';

/** A library's check of a credential, of which it tells whoever asked. */
export interface CredentialCheck {
  /** What it checked; absent for a token, of which the request or the host says it. */
  readonly method?: AuthMethod;
  /** What the credential says, where nobody says it better. */
  readonly facts?: VerdictFacts;
}

/** The steps of a sign-in that check what the user brings back from the identity provider. */
const CHECKING_STEPS: ReadonlySet<OAuthStep> = new Set(['callback', 'code_exchange']);

const BARE_TOKEN_CHECK: CredentialCheck = {};
const PASSWORD_CHECK: CredentialCheck = { method: 'password' };
const OAUTH_CHECK: CredentialCheck = { method: 'oauth' };

/** The check that an observation tells of; undefined where it tells of none. */
export function checkOf(observation: AuthObservation): CredentialCheck | undefined {
  switch (observation.kind) {
    case 'token_validation':
      return checkOfToken(observation);
    case 'password_hash':
      return observation.isMatch === undefined ? undefined : PASSWORD_CHECK;
    case 'oauth_step':
      return CHECKING_STEPS.has(observation.step) ? OAUTH_CHECK : undefined;
    default:
      return undefined;
  }
}

/** Only a good token says whose it is. */
function checkOfToken({
  outcome,
  accountId,
  token,
}: ObservationOf<'token_validation'>): CredentialCheck {
  const isKnown = accountId !== undefined || token !== undefined;
  if (outcome === 'failure' || !isKnown) return BARE_TOKEN_CHECK;
  return { facts: { accountId, token } };
}

/** What a password that did not match says; it is no failure of the hash. */
export function mismatchOf(observation: AuthObservation): AuthErrorCategory | undefined {
  const isMismatch = observation.kind === 'password_hash' && observation.isMatch === false;
  return isMismatch ? categoryOf('invalid_credentials') : undefined;
}
