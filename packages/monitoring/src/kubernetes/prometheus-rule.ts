import type { ResolvedOptions } from '../options';
import { prometheusRules } from '../rules';
import { LABELS, OPERATOR_API, resourceName, type Manifest } from './manifest';

/** The rules, for the Prometheus operator. */
export function prometheusRule(options: ResolvedOptions): Manifest {
  return {
    apiVersion: OPERATOR_API,
    kind: 'PrometheusRule',
    metadata: { name: resourceName('authmeter', options.scope.namespace), labels: LABELS },
    spec: prometheusRules(options),
  };
}
