import type { ResolvedOptions } from '../options/auth-meter-options';
import { createPseudonymizer, createSessionPseudonymizer } from '../privacy/pseudonymize';

const LONGEST_RAW_ID = 128;

/** How an account id is exported: hashed, or raw where the host asked for it; undefined leaves it out. */
export function createAccountNaming({
  unsafeRawUserIds,
  userIdKey,
}: ResolvedOptions): ((accountId: string) => string) | undefined {
  if (unsafeRawUserIds) return copyOfStart;
  return userIdKey === undefined ? undefined : createPseudonymizer(userIdKey);
}

/** A real copy: a cut string would keep the whole one alive in the ledger. */
function copyOfStart(accountId: string): string {
  return Buffer.from(accountId.slice(0, LONGEST_RAW_ID)).toString();
}

/** How a session id is exported: hashed, whatever happens to account ids; undefined leaves it out. */
export function createSessionNaming({
  userIdKey,
}: ResolvedOptions): ((sessionId: string) => string) | undefined {
  return userIdKey === undefined ? undefined : createSessionPseudonymizer(userIdKey);
}
