import { IP_ADDRESS, USER_ID } from '@authmeter/core/conventions';
import type { DetectionPayload, EvidencePayload, StartPayload } from '../shared/payload';

/** What a host wants shown. */
export type Shown = Pick<StartPayload, 'showsSources' | 'showsAccounts'>;

/** Stands in for what is not shown. */
const HIDDEN = 'hidden';

/** The attributes of a finding, without the sources or accounts that the host wants left out. */
export function redactGroup(
  group: Readonly<Record<string, string>>,
  { showsSources, showsAccounts }: Shown,
): Readonly<Record<string, string>> {
  return {
    ...group,
    ...(IP_ADDRESS.key in group && !showsSources ? { [IP_ADDRESS.key]: HIDDEN } : {}),
    ...(USER_ID.key in group && !showsAccounts ? { [USER_ID.key]: HIDDEN } : {}),
  };
}

/** A detection without the sources or accounts that the host wants left out. */
export function redactDetection(
  detection: DetectionPayload,
  { showsSources, showsAccounts }: Shown,
): DetectionPayload {
  const { topSource, topAccount, ...rest } = detection.evidence;
  const evidence: EvidencePayload = {
    ...rest,
    ...(topSource !== undefined && showsSources ? { topSource } : {}),
    ...(topAccount !== undefined && showsAccounts ? { topAccount } : {}),
  };
  return { ...detection, evidence };
}
