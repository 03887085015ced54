import { ALLOWED_KEYS, BLOCKED_VALUES } from './audit-selection';

/** Listens on this machine only, unless told otherwise. */
export const OTLP_RECEIVER = {
  otlp: {
    protocols: {
      http: { endpoint: '${env:OTLP_ADDRESS:-127.0.0.1:4318}' },
      grpc: { endpoint: '${env:OTLP_GRPC_ADDRESS:-127.0.0.1:4317}' },
    },
  },
};

/** Refuses before it runs out of memory; comes first in every pipeline. */
export const MEMORY_LIMITER = {
  check_interval: '1s',
  limit_percentage: 80,
  spike_limit_percentage: 20,
};

export const BATCH = { timeout: '1s' };

/** What the audit log may not hold is taken out, whoever put it there. */
export const REDACTION = {
  allow_all_keys: false,
  allowed_keys: ALLOWED_KEYS,
  blocked_values: BLOCKED_VALUES,
  summary: 'silent',
};

/** Keeps what was not delivered over a restart. */
export const QUEUE_STORAGE = {
  directory: '${env:QUEUE_FOLDER:-/var/lib/authmeter/queue}',
  create_directory: true,
};

/** For logs: waits as long as it takes. */
export const PATIENT_DELIVERY = {
  sending_queue: { storage: 'file_storage' },
  retry_on_failure: { max_elapsed_time: '0s' },
};

export const HEALTH_CHECK = { endpoint: '${env:HEALTH_ADDRESS:-127.0.0.1:13133}' };
