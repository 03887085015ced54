import { renderDashboardFiles } from '../dashboards';
import type { RenderedFile } from '../files/rendered-file';
import type { ResolvedOptions } from '../options';
import { toYaml } from '../yaml/to-yaml';
import { dashboardConfigMap } from './dashboard-config-map';
import { prometheusRule } from './prometheus-rule';
import { SERVICE_MONITOR, SERVICE_MONITOR_COMMENTS } from './service-monitor';

/** Resources of Kubernetes, from the same source as the plain files. */
export function renderKubernetesFiles(options: ResolvedOptions): readonly RenderedFile[] {
  return [
    {
      path: 'kubernetes/prometheus-rule.yaml',
      text: toYaml(prometheusRule(options), {
        '': 'The label that your Prometheus selects rules by may be another: see ruleSelector of your Prometheus resource.',
      }),
    },
    {
      path: 'kubernetes/service-monitor.yaml',
      text: toYaml(SERVICE_MONITOR, SERVICE_MONITOR_COMMENTS),
    },
    ...renderDashboardFiles(options).map((file) => {
      const configMap = dashboardConfigMap(file);
      return { path: `kubernetes/${configMap.metadata.name}.yaml`, text: toYaml(configMap) };
    }),
  ];
}
