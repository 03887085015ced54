import type { RenderedFile } from '../files/rendered-file';
import type { ResolvedOptions } from '../options';
import { toYaml } from '../yaml/to-yaml';

const API_VERSION = 1;

/** What tells Grafana at its start where the metrics and the dashboards are. */
export function renderGrafanaFiles({ datasource }: ResolvedOptions): readonly RenderedFile[] {
  const datasources = {
    apiVersion: API_VERSION,
    datasources: [
      {
        name: datasource,
        uid: 'authmeter-prometheus',
        type: 'prometheus',
        access: 'proxy',
        url: 'http://prometheus:9090',
        jsonData: { timeInterval: '15s' },
      },
    ],
  };
  const dashboards = {
    apiVersion: API_VERSION,
    providers: [
      {
        name: 'authmeter',
        folder: 'Authmeter',
        type: 'file',
        allowUiUpdates: false,
        options: { path: '/var/lib/grafana/dashboards' },
      },
    ],
  };
  return [
    {
      path: 'grafana/datasources.yml',
      text: toYaml(datasources, {
        '': 'For the folder provisioning/datasources of Grafana.',
        'datasources.0.jsonData':
          'The scrape interval, from which Grafana takes the window of rates.',
      }),
    },
    {
      path: 'grafana/dashboards.yml',
      text: toYaml(dashboards, { '': 'For the folder provisioning/dashboards of Grafana.' }),
    },
  ];
}
