import type { AuthReason } from '@authmeter/core/conventions';

/**
 * Who has to act on a failure. Ten reasons by ten colours cannot be told apart by everybody; six families can, and the
 * reasons keep their words.
 */
export const FAMILIES = {
  credentials: { label: 'Wrong credentials', reasons: ['invalid_credentials'] },
  validity: { label: 'Expired', reasons: ['expired_token'] },
  nothing: { label: 'No usable credential', reasons: ['missing_auth', 'invalid_format'] },
  notNow: { label: 'Limited or locked', reasons: ['rate_limited', 'account_restricted'] },
  permission: { label: 'Not permitted', reasons: ['insufficient_permissions'] },
  ours: { label: 'Our side', reasons: ['dependency_error', 'internal_error', 'unknown'] },
} as const satisfies Record<string, { label: string; reasons: readonly AuthReason[] }>;

export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly FamilyName[];

/** The family of a reason; what is not listed is ours to explain. */
export function familyOf(reason: string | undefined): FamilyName {
  return (
    FAMILY_NAMES.find((name) =>
      (FAMILIES[name].reasons as readonly string[]).includes(reason ?? ''),
    ) ?? 'ours'
  );
}
