import type { RenderedFile } from '../files/rendered-file';
import type { ResolvedOptions } from '../options';
import { prometheusRules } from '../rules';
import { toYaml } from '../yaml/to-yaml';
import { OTLP_COMMENTS, OTLP_CONFIG } from './otlp-config';
import { SCRAPE_COMMENTS, SCRAPE_CONFIG } from './scrape-config';
import { RULES_FILE } from './shared-config';

/** The files of Prometheus: its rules, and two configurations to start from. */
export function renderPrometheusFiles(options: ResolvedOptions): readonly RenderedFile[] {
  return [
    { path: `prometheus/${RULES_FILE}`, text: toYaml(prometheusRules(options)) },
    { path: 'prometheus/prometheus.yml', text: toYaml(SCRAPE_CONFIG, SCRAPE_COMMENTS) },
    { path: 'prometheus/prometheus-otlp.yml', text: toYaml(OTLP_CONFIG, OTLP_COMMENTS) },
  ];
}
