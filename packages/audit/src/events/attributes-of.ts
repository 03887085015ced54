import { ERROR_TYPE, REASON, SUBJECT_ATTRIBUTES } from '@authmeter/core/conventions';
import type { AuditRecord } from './audit-record';

const { address, country, account, session, route } = SUBJECT_ATTRIBUTES;

/** What is known of an event, by attribute key. */
export function attributesOf(record: AuditRecord): Record<string, string | number> {
  const attributes: Record<string, string | number> = {};
  if (record.address !== undefined) attributes[address.key] = record.address;
  if (record.country !== undefined) attributes[country.key] = record.country;
  if (record.account !== undefined) attributes[account.key] = record.account;
  if (record.session !== undefined) attributes[session.key] = record.session;
  if (record.route !== undefined) attributes[route.key] = record.route;
  if (record.errorType !== undefined) attributes[ERROR_TYPE.key] = record.errorType;
  if (record.reason !== undefined) attributes[REASON.key] = record.reason;
  record.type.definition.attributes.forEach(({ key }, index) => {
    const value = record.details[index];
    if (value !== undefined) attributes[key] = value;
  });
  return attributes;
}
