export { createAuditLog, type AuditLog } from './audit-log';
export type { AuditLogOptions } from './audit-options';
export { createAuditProcessor, type AuditProcessor } from './delivery/audit-processor';
export type { DeliverableRecord, DeliveryResult, LogExporter } from './delivery/log-exporter';
export type { AuditProcessorOptions } from './delivery/processor-options';
export { AUDIT_FORMATS, type AuditFormat } from './format/format';
export type { EventLimit, EventLimits } from './limits/event-limit';
export {
  logLoginFailure,
  logLoginSuccess,
  logTokenIssued,
  type IssuedToken,
  type LoginSubject,
} from './login-audit';
export type { AuditLogger, AuditLoggerProvider, EmittedRecord } from './output/logger-provider';
export type { AuditSink } from './output/sink';
export type { DropReport } from './queue/drop-count';
