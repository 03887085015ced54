import { maskIpAddress, type ObserverHost } from '@authmeter/core';
import type { AuditEntry } from '../events/audit-entry';
import type { AuditRecord } from '../events/audit-record';
import { EVENT_TYPES } from '../events/event-type';
import { protectDetail } from './protect-detail';
import { routeTemplate } from './route-template';

/** Turns an entry into what may leave the process. */
export type ProtectEntry = (entry: AuditEntry) => AuditRecord;

/**
 * Makes the only way from an observation to the outside: every value goes through the treatment that the conventions
 * give its attribute, and what no attribute names does not pass.
 *
 * @param hosts The meters that it may be about. How accounts and sessions are named is known of one meter only: with
 *   more of them nobody is named.
 * @param actions Values of `action` besides `_OTHER`.
 */
export function createProtection(
  hosts: readonly ObserverHost[],
  actions: readonly string[],
): ProtectEntry {
  const detail = protectDetail(hosts, actions);
  const treatments = EVENT_TYPES.map(({ definition }) => definition.attributes.map(detail));
  const named = (
    value: unknown,
    name: (host: ObserverHost, text: string) => string | undefined,
  ): string | undefined => {
    const [host, another] = hosts;
    if (typeof value !== 'string' || host === undefined || another !== undefined) return undefined;
    return name(host, value);
  };
  return (entry) => {
    const { type, failure, sourceAddress } = entry;
    const protections = treatments[type.index] ?? [];
    return {
      type,
      atEpochMilliseconds: entry.atEpochMilliseconds,
      context: entry.context,
      address: sourceAddress === undefined ? undefined : maskIpAddress(sourceAddress),
      country: named(sourceAddress, (host, address) => host.locateCountry(address)),
      account: named(entry.accountId, (host, id) => host.nameAccount(id)),
      session: named(entry.sessionId, (host, id) => host.nameSession(id)),
      route: routeTemplate(entry.route),
      // Both are from closed lists of the classifier's.
      errorType: failure?.errorType,
      reason: failure?.reason,
      details: entry.details.map((value, index) => protections[index]?.(value)),
    };
  };
}
