import { SHARED_CONFIG } from './shared-config';

/** A configuration of Prometheus that pulls. */
export const SCRAPE_CONFIG = {
  ...SHARED_CONFIG,
  scrape_configs: [
    {
      job_name: 'my-service',
      metrics_path: '/metrics',
      static_configs: [{ targets: ['host.docker.internal:9464'] }],
    },
    {
      job_name: 'otel-collector',
      honor_labels: true,
      static_configs: [{ targets: ['collector:9464'] }],
    },
  ],
} as const;

export const SCRAPE_COMMENTS = {
  '': 'Prometheus pulls the metrics.',
  'scrape_configs.0':
    'The name of the job is the name of your service in every alert. An endpoint that asks for a token\nwants authorization.credentials_file here.',
  'scrape_configs.1':
    "What services push to the collector. Their own job and instance count, not the collector's.",
};
