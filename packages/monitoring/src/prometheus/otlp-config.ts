import { SHARED_CONFIG } from './shared-config';

/** A configuration of Prometheus that is pushed to; it wants the flag `--web.enable-otlp-receiver`. */
export const OTLP_CONFIG = {
  ...SHARED_CONFIG,
  otlp: {
    translation_strategy: 'UnderscoreEscapingWithSuffixes',
    promote_resource_attributes: [
      'deployment.environment.name',
      'service.version',
      'k8s.cluster.name',
      'k8s.namespace.name',
    ],
  },
  storage: { tsdb: { out_of_order_time_window: '30m' } },
} as const;

export const OTLP_COMMENTS = {
  '': 'Services or a collector push the metrics to /api/v1/otlp; start Prometheus with --web.enable-otlp-receiver.',
  otlp: 'job is service.namespace/service.name, instance is service.instance.id: give every process one of its own.',
  'otlp.promote_resource_attributes': 'Become labels, so that a selector can name them.',
  storage: 'What several senders push may arrive out of order.',
};
