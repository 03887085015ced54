import type { RenderedFile } from '../files/rendered-file';
import { LABELS, resourceName, type Manifest } from './manifest';

/** The label by which the sidecar of Grafana's chart finds dashboards. */
const FOUND_BY = { grafana_dashboard: '1' };

/** A dashboard, for the sidecar of Grafana. One resource each, since all together are too long for one annotation. */
export function dashboardConfigMap({ path, text }: RenderedFile): Manifest {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: resourceName(file.replace(/\.json$/, '')),
      labels: { ...LABELS, ...FOUND_BY },
    },
    data: { [file]: text },
  };
}
