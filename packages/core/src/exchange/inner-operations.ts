import type { AuthOperation } from '../conventions';
import type { AuthObservation } from '../model/auth-observation';

/**
 * The operation of an observation that, inside a request, only informs: it gives the request its reason and
 * leaves the error to it. Undefined for one that stands for itself.
 */
export function innerOperationOf(observation: AuthObservation): AuthOperation | undefined {
  switch (observation.kind) {
    case 'token_validation':
      return 'token_validate';
    case 'oauth_step':
      return observation.step === 'start' ? 'oauth_start' : 'oauth_callback';
    case 'mfa_challenge':
      return 'mfa_verify';
    case 'authorization':
      return 'authorize';
    case 'password_hash':
      return observation.isMatch === undefined ? undefined : 'login';
    case 'error':
      return observation.operation;
    default:
      return undefined;
  }
}
