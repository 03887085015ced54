import { IS_NO_AUDIT_EVENT } from './audit-selection';
import {
  BATCH,
  HEALTH_CHECK,
  MEMORY_LIMITER,
  OTLP_RECEIVER,
  PATIENT_DELIVERY,
  QUEUE_STORAGE,
  REDACTION,
} from './shared-parts';

const GATEWAY = '${env:GATEWAY_ENDPOINT:-http://gateway:4318}';

/** The collector beside a service: takes over what the service pushes, and hands it to the gateway. */
export const AGENT_CONFIG = {
  extensions: { health_check: HEALTH_CHECK, file_storage: QUEUE_STORAGE },
  receivers: OTLP_RECEIVER,
  processors: {
    memory_limiter: MEMORY_LIMITER,
    'filter/audit': { error_mode: 'ignore', log_conditions: [IS_NO_AUDIT_EVENT] },
    'redaction/audit': REDACTION,
    batch: BATCH,
  },
  exporters: {
    'otlp_http/metrics': { endpoint: GATEWAY },
    'otlp_http/audit': { endpoint: GATEWAY, ...PATIENT_DELIVERY },
  },
  service: {
    extensions: ['health_check', 'file_storage'],
    pipelines: {
      metrics: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'batch'],
        exporters: ['otlp_http/metrics'],
      },
      'logs/audit': {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'filter/audit', 'redaction/audit', 'batch'],
        exporters: ['otlp_http/audit'],
      },
    },
  },
};

export const AGENT_COMMENTS = {
  '': 'The collector beside a service, one on each machine: takes metrics and audit events, and hands them to the gateway.\nWants the contrib distribution, 0.155 or later.',
  'processors.filter/audit':
    'Other log records are none of its business: give them a pipeline of their own.',
  'processors.redaction/audit':
    'Takes everything out of log records that no audit event has, and values that look like secrets.',
  'exporters.otlp_http/audit': 'What was not delivered outlives a restart.',
};
