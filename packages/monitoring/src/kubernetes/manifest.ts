/** A resource of Kubernetes. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** On every resource of ours. */
export const LABELS = {
  'app.kubernetes.io/name': 'authmeter',
  'app.kubernetes.io/component': 'monitoring',
} as const;

/** The API of the Prometheus operator. */
export const OPERATOR_API = 'monitoring.coreos.com/v1';

/** Made into the name of a resource: lower case, digits and dashes. */
export function resourceName(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
