import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, parse } from 'yaml';
import { renderFiles, renderPrometheusRules } from '../../src';
import { GENERATED_FOLDER } from '../generated-files';

const FOLDER = join(GENERATED_FOLDER, 'kubernetes');

// Modules of ECMAScript alone, of which a file that is compiled to CommonJS sees no types.
const OPERATOR = '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
const CONFIG_MAP = 'kubernetes-models/v1/ConfigMap';

/** kubectl apply keeps the whole resource in an annotation. */
const MOST_ANNOTATION_BYTES = 262_144;

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

const MANIFESTS = readdirSync(FOLDER).flatMap((file) =>
  parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')).map(
    (document) => ({ file, manifest: document.toJS() as Manifest }) as const,
  ),
);

/** A schema of Kubernetes or of the Prometheus operator, as a class. */
type Kind = new (manifest: never) => { validate: () => void };

describe('the committed resources of Kubernetes', () => {
  let kinds: Readonly<Record<string, Kind>>;

  beforeAll(async () => {
    const { PrometheusRule } = await import(`${OPERATOR}/PrometheusRule`);
    const { ServiceMonitor } = await import(`${OPERATOR}/ServiceMonitor`);
    const { ConfigMap } = await import(CONFIG_MAP);
    kinds = { PrometheusRule, ServiceMonitor, ConfigMap };
  });

  const validate = (manifest: { readonly kind: string; readonly spec?: unknown }): void => {
    const Kind = kinds[manifest.kind];
    if (Kind === undefined) throw new Error(`no schema of ${manifest.kind}`);
    new Kind(manifest as never).validate();
  };

  it.each(MANIFESTS)('have the structure that their kind demands: $file', ({ manifest }) => {
    expect(() => validate(manifest)).not.toThrow();
  });

  it.each(MANIFESTS)('have names and labels that Kubernetes takes: $file', ({ manifest }) => {
    expect(manifest.metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    expect(manifest.metadata.labels['app.kubernetes.io/name']).toBe('authmeter');
  });

  it('would be refused with a field of another type', () => {
    expect(() =>
      validate({ ...MANIFESTS[0]?.manifest, kind: 'PrometheusRule', spec: { groups: 'none' } }),
    ).toThrow();
  });

  it('hold the very rules of the rule file', () => {
    const [rule] = MANIFESTS.flatMap(({ manifest }) =>
      manifest.kind === 'PrometheusRule' ? [manifest as Manifest & { spec: unknown }] : [],
    );

    expect(rule?.spec).toEqual(renderPrometheusRules());
  });

  it('hold the very dashboards, each small enough for kubectl apply', () => {
    const maps = MANIFESTS.filter(({ manifest }) => manifest.kind === 'ConfigMap');

    expect(maps).toHaveLength(5);
    for (const { manifest } of maps) {
      const { data } = manifest as Manifest & { data: Readonly<Record<string, string>> };
      const [[file = '', text] = []] = Object.entries(data);
      expect(text).toBe(readFileSync(join(GENERATED_FOLDER, 'dashboards', file), 'utf8'));
      expect(manifest.metadata.labels['grafana_dashboard']).toBe('1');
      expect(JSON.stringify(manifest).length).toBeLessThan(MOST_ANNOTATION_BYTES);
    }
  });

  it('carry the namespace of the services in their names', () => {
    const file = renderFiles({ namespace: 'Compozy.eu_1' }).find(({ path }) =>
      path.endsWith('prometheus-rule.yaml'),
    );

    expect((parse(file?.text ?? '') as Manifest).metadata.name).toBe('authmeter-compozy-eu-1');
  });
});
