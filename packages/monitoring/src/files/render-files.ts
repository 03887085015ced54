import { renderAlertmanagerFiles } from '../alertmanager/render-alertmanager';
import { renderDashboardFiles } from '../dashboards';
import { renderKubernetesFiles } from '../kubernetes/render-kubernetes-files';
import { resolveOptions, type RenderOptions } from '../options';
import { renderPrometheusFiles } from '../prometheus/render-prometheus-files';
import type { RenderedFile } from './rendered-file';

const RENDERERS = [
  renderPrometheusFiles,
  renderAlertmanagerFiles,
  renderDashboardFiles,
  renderKubernetesFiles,
];

/**
 * Every file that operators import, in the layout of the folder `generated` of this package.
 * @throws RenderOptionError naming the option, what was given and what is allowed
 */
export function renderFiles(options?: RenderOptions): readonly RenderedFile[] {
  const resolved = resolveOptions(options);
  return RENDERERS.flatMap((render) => render(resolved));
}
