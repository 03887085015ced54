import { ROOT_CONTEXT, trace, TraceFlags } from '@opentelemetry/api';
import type { AuditEventName } from '@authmeter/core/conventions';
import type { AuditRecord } from '../../src/events/audit-record';
import { EVENT_TYPES, eventTypeOf } from '../../src/events/event-type';

export const SPAN = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  traceFlags: TraceFlags.SAMPLED,
};

/** A value for each kind of attribute that events have of their own. */
const SAMPLES: Readonly<Record<string, string | number>> = {
  method: 'password',
  kind: 'impossible_travel',
  factor: 'totp',
  policy: 'admin',
  limiter: 'login',
  cause: 'admin',
  token_type: 'refresh',
  grant_type: 'device_code',
  failed_attempts: 15,
  window_seconds: 299.5,
  accounts: 2,
  sources: 3,
  since: '2023-11-14T22:08:20.000Z',
  detection_id: '0123456789abcdef',
  action: 'account_locked',
  event: 'auth.login.failure',
  suppressed_events: 1000,
};

/** A record with everything that its event can carry. */
export function fullRecord(name: AuditEventName): AuditRecord {
  const type = eventTypeOf(name);
  return {
    type,
    atEpochMilliseconds: 1_700_000_000_123,
    context: trace.setSpanContext(ROOT_CONTEXT, SPAN),
    address: '203.0.113.0',
    country: 'DE',
    account: '1cba3760fcb7c9b3',
    session: 'a94a8fe5ccb19ba6',
    route: '/auth/login',
    errorType: 'invalid_credentials',
    reason: 'invalid_credentials',
    details: type.definition.attributes.map(({ key }) => SAMPLES[key]),
  };
}

/** A record of which nothing is known but that it happened. */
export function bareRecord(name: AuditEventName): AuditRecord {
  const type = eventTypeOf(name);
  return {
    type,
    atEpochMilliseconds: 1_700_000_000_123,
    context: ROOT_CONTEXT,
    address: undefined,
    country: undefined,
    account: undefined,
    session: undefined,
    route: undefined,
    errorType: undefined,
    reason: undefined,
    details: type.definition.attributes.map(() => undefined),
  };
}

/** One record of each event, with all that it can carry and with nothing. */
export const SAMPLE_RECORDS: readonly (readonly [title: string, record: AuditRecord])[] =
  EVENT_TYPES.flatMap(({ definition: { name } }) => [
    [`${name}, full`, fullRecord(name)] as const,
    [`${name}, bare`, bareRecord(name)] as const,
  ]);
