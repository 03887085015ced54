import type { AuditRecord } from '../events/audit-record';
import { createEcsFormat } from './ecs-format';
import { createOcsfFormat } from './ocsf-format';
import { createOtelFormat } from './otel-format';

/** Writes one event as one line of JSON, its line feed included. */
export type Format = (record: AuditRecord) => string;

/** What a line says of the process that wrote it. */
export interface FormatSettings {
  readonly serviceName: string;
}

/** How lines are written: as OpenTelemetry's log data model, the Elastic Common Schema, or OCSF. */
export const AUDIT_FORMATS = ['otel', 'ecs', 'ocsf'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

const MAKERS: Readonly<Record<AuditFormat, (settings: FormatSettings) => Format>> = {
  otel: createOtelFormat,
  ecs: createEcsFormat,
  ocsf: createOcsfFormat,
};

/** Makes the function that writes lines of a format. */
export function createFormat(name: AuditFormat, settings: FormatSettings): Format {
  return MAKERS[name](settings);
}
