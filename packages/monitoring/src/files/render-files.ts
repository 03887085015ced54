import { renderAlertmanagerFiles } from '../alertmanager/render-alertmanager';
import { renderCollectorFiles } from '../collector/render-collector-files';
import { renderComposeFiles } from '../compose/render-compose-files';
import { renderDashboardFiles } from '../dashboards';
import { renderGrafanaFiles } from '../grafana-provisioning/render-grafana-files';
import { renderKubernetesFiles } from '../kubernetes/render-kubernetes-files';
import { resolveOptions, type RenderOptions, type ResolvedOptions } from '../options';
import { renderPrometheusFiles } from '../prometheus/render-prometheus-files';
import type { RenderedFile } from './rendered-file';

/** Each renders the files of one folder. */
const RENDERERS: readonly ((options: ResolvedOptions) => readonly RenderedFile[])[] = [
  renderPrometheusFiles,
  renderAlertmanagerFiles,
  renderCollectorFiles,
  renderDashboardFiles,
  renderGrafanaFiles,
  renderComposeFiles,
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
