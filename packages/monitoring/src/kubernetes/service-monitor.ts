import { LABELS, OPERATOR_API, type Manifest } from './manifest';

/** Put on the Service of everything that is to be scraped. */
export const SCRAPED_LABEL = 'authmeter-metrics';

/** What is scraped, for the Prometheus operator. */
export const SERVICE_MONITOR: Manifest = {
  apiVersion: OPERATOR_API,
  kind: 'ServiceMonitor',
  metadata: { name: 'authmeter', labels: LABELS },
  spec: {
    jobLabel: 'app.kubernetes.io/name',
    namespaceSelector: { any: true },
    selector: { matchLabels: { [SCRAPED_LABEL]: 'true' } },
    endpoints: [
      {
        port: 'http',
        path: '/metrics',
        interval: '15s',
        authorization: {
          type: 'Bearer',
          credentials: { name: 'authmeter-metrics', key: 'token', optional: true },
        },
      },
    ],
  },
};

export const SERVICE_MONITOR_COMMENTS = {
  '': `Scrapes every Service with the label ${SCRAPED_LABEL}: "true".`,
  'spec.jobLabel':
    'This label of the Service becomes the job, which names the service in every alert.',
  'spec.endpoints.0.authorization':
    'The token of the metrics endpoint, from a Secret in the same namespace as this resource.',
};
