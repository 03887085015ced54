import { categorizeAuthError } from '../classify/categorize-auth-error';
import type { AuthErrorRule } from '../classify/error-rule';
import { listedFailure, type ListedFailure } from '../classify/listed-failure';
import type { AuthObservation } from '../model/auth-observation';
import type { Verdict } from '../model/facts';

/** Finds out why something failed: as the caller says, by the host's rules, by the built-in ones. */
export class FailureReader {
  /** @param onRuleFailure A rule threw, or named no known error type. */
  constructor(
    private readonly rules: readonly AuthErrorRule[],
    private readonly onRuleFailure: () => void,
  ) {}

  /** Why a verdict is a failure; undefined when it is none. Never throws. */
  read(verdict: Verdict): ListedFailure | undefined {
    if (verdict.outcome === 'success') return undefined;
    const { errorType, error, hints } = verdict;
    const told = errorType === undefined ? undefined : listedFailure(errorType);
    if (told !== undefined) return told;
    const found = categorizeAuthError(error, hints, this.rules, this.onRuleFailure);
    return listedFailure(found.errorType);
  }

  /** Why an observation is a failure; undefined when it is none. */
  failureOf(observation: AuthObservation): ListedFailure | undefined {
    return isSuccess(observation) ? undefined : this.readObservation(observation);
  }

  private readObservation(observation: AuthObservation): ListedFailure | undefined {
    if ('outcome' in observation) {
      return observation.kind === 'credential_rotation' ? undefined : this.read(observation);
    }
    const isFailure =
      observation.kind === 'error' ||
      (observation.kind === 'password_reset' && observation.event === 'failed');
    return isFailure ? this.read({ ...observation, outcome: 'failure' }) : undefined;
  }
}

/** Most observations are: they need no further look. */
function isSuccess(observation: AuthObservation): boolean {
  return (observation as { readonly outcome?: unknown }).outcome === 'success';
}
