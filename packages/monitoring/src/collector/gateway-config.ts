import { AUDIT_RETENTIONS, type AuditRetention } from '@authmeter/core/conventions';
import { dropOthers, RETENTIONS } from './audit-selection';
import {
  BATCH,
  HEALTH_CHECK,
  MEMORY_LIMITER,
  OTLP_RECEIVER,
  PATIENT_DELIVERY,
  QUEUE_STORAGE,
  REDACTION,
} from './shared-parts';

const MEGABYTES_OF_A_FILE = 100;

/** Something for each retention, by a name that ends in it. */
function perRetention<T>(
  name: string,
  make: (retention: AuditRetention) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    RETENTIONS.map((retention) => [`${name}/${retention}`, make(retention)]),
  );
}

/** The collector that all others hand to: serves the metrics, and keeps audit events as long as each is to be kept. */
export const GATEWAY_CONFIG = {
  extensions: { health_check: HEALTH_CHECK, file_storage: QUEUE_STORAGE },
  receivers: OTLP_RECEIVER,
  processors: {
    memory_limiter: MEMORY_LIMITER,
    ...perRetention('filter', (retention) => ({
      error_mode: 'ignore',
      log_conditions: dropOthers(retention),
    })),
    'redaction/audit': REDACTION,
    batch: BATCH,
  },
  exporters: {
    prometheus: { endpoint: '${env:METRICS_ADDRESS:-127.0.0.1:9464}' },
    'otlp_http/metrics': {
      metrics_endpoint:
        '${env:METRICS_OTLP_ENDPOINT:-http://prometheus:9090/api/v1/otlp/v1/metrics}',
    },
    ...perRetention('file', (retention) => ({
      path: `\${env:AUDIT_FOLDER:-/var/log/authmeter}/${retention}.jsonl`,
      create_directory: true,
      rotation: {
        max_megabytes: MEGABYTES_OF_A_FILE,
        max_days: AUDIT_RETENTIONS[retention],
        max_backups: 0,
      },
    })),
    ...perRetention('otlp_http', (retention) => ({
      endpoint: `\${env:${retention.toUpperCase()}_LOGS_ENDPOINT:-http://logs:4318}`,
      ...PATIENT_DELIVERY,
    })),
  },
  service: {
    extensions: ['health_check', 'file_storage'],
    pipelines: {
      metrics: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'batch'],
        exporters: '${env:METRICS_EXPORTERS:-[prometheus]}',
      },
      ...perRetention('logs', (retention) => ({
        receivers: ['otlp'],
        processors: ['memory_limiter', `filter/${retention}`, 'redaction/audit', 'batch'],
        exporters: `\${env:${retention.toUpperCase()}_LOGS_EXPORTERS:-[file/${retention}]}`,
      })),
    },
  },
};

export const GATEWAY_COMMENTS = {
  '': 'The collector that all others hand to. Wants the contrib distribution, 0.155 or later.',
  'exporters.prometheus': 'Prometheus scrapes it, with honor_labels.',
  'exporters.otlp_http/metrics':
    'Pushes instead, when METRICS_EXPORTERS is [otlp_http/metrics]. Not both to one Prometheus: it would see everything twice.',
  'service.pipelines.logs/security':
    'Events that are kept for a year where nobody can change them, and those that are kept for 90 days. Set\nSECURITY_LOGS_EXPORTERS and AUTHENTICATION_LOGS_EXPORTERS to [otlp_http/security] and [otlp_http/authentication] to\nhand them to a log store. Log records that are no audit events go nowhere.',
};
