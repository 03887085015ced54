import type { OAuthRole } from './clue';
import type { AuthErrorRule } from './error-rule';
import type { Evidence } from './evidence';

/** The state of one categorization. */
export interface Search extends Evidence {
  readonly role: OAuthRole;
  readonly credentialPresent: boolean | undefined;
  readonly rules: readonly AuthErrorRule[];
  readonly onRuleFailure: (() => void) | undefined;
  /** How many more values may be looked at. */
  budget: number;
  /** The containers on the way, against cycles; absent until something is nested. */
  seen: object[] | undefined;
  /** Whether the answer is final. */
  isSettled: boolean;
}
