import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { GENERATED_FOLDER } from '../generated-files';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
}

const FILE = join(GENERATED_FOLDER, 'compose/compose.yaml');
const { services, volumes } = parse(readFileSync(FILE, 'utf8')) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};
const SERVICES = Object.entries(services).map(([name, service]) => ({ name, ...service }));

/** A mount of a service, taken apart. */
function mountsOf({ volumes: mounts }: Service): readonly (readonly [string, string, string])[] {
  return mounts.map((mount) => {
    const [source = '', target = '', mode = ''] = mount.split(':');
    return [source, target, mode] as const;
  });
}

/** Every file of a service, by where the container finds it. */
function fileIn(service: Service, path: string): string {
  const found = mountsOf(service).find(
    ([, target]) => path === target || path.startsWith(`${target}/`),
  );
  if (found === undefined) throw new Error(`${path} is not mounted`);
  const [source, target] = found;
  return join(dirname(FILE), source, path.slice(target.length));
}

describe('the committed compose file', () => {
  it('starts Prometheus, Alertmanager, the collector and Grafana', () => {
    expect(Object.keys(services)).toEqual(['prometheus', 'alertmanager', 'collector', 'grafana']);
  });

  it.each(SERVICES)('mounts for $name only files that are here, and read-only', (service) => {
    const [named, files] = [Object.keys(volumes), mountsOf(service)];
    for (const [source, , mode] of files) {
      if (named.includes(source)) continue;
      expect(existsSync(join(dirname(FILE), source))).toBe(true);
      expect(mode).toBe('ro');
    }
    expect(files.some(([source]) => source.startsWith('../'))).toBe(true);
  });

  it.each(SERVICES.filter(({ command }) => command !== undefined))(
    'gives $name a configuration that is mounted and parses',
    (service) => {
      const config = service.command?.find((flag) => flag.startsWith('--config'));
      const file = fileIn(service, config?.split('=')[1] ?? '');

      for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
        expect(document.errors).toEqual([]);
      }
    },
  );

  it.each(SERVICES)('pins the version of $name and answers on this machine only', (service) => {
    expect(service.image).toMatch(/:v?\d+\.\d+\.\d+$/);
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it('names in every configuration only servers that it starts', () => {
    const read = (path: string): string => readFileSync(join(GENERATED_FOLDER, path), 'utf8');
    const text = ['prometheus/prometheus.yml', 'grafana/datasources.yml'].map(read).join('\n');
    const hosts = [...text.matchAll(/(?:- |\/\/)([a-z.]+):\d+$/gm)].map(([, host]) => host);

    expect(new Set(hosts)).toEqual(
      new Set(['alertmanager', 'host.docker.internal', 'collector', 'prometheus']),
    );
  });

  it('lets Alertmanager find its secrets where somebody can put them', () => {
    const { alertmanager } = services;
    if (alertmanager === undefined) throw new Error('no Alertmanager');
    const text = readFileSync(join(GENERATED_FOLDER, 'alertmanager/alertmanager.yml'), 'utf8');
    const paths = [...text.matchAll(/_file: (.*)$/gm)].map(([, path = '']) => path);

    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      expect(dirname(fileIn(alertmanager, path))).toBe(
        join(GENERATED_FOLDER, 'alertmanager/secrets'),
      );
    }
  });

  it('tells Grafana to look for dashboards where they are mounted', () => {
    const { grafana } = services;
    if (grafana === undefined) throw new Error('no Grafana');
    const { providers } = parse(
      readFileSync(fileIn(grafana, '/etc/grafana/provisioning/dashboards/authmeter.yml'), 'utf8'),
    ) as { providers: readonly { options: { path: string } }[] };

    expect(mountsOf(grafana).map(([, target]) => target)).toContain(providers[0]?.options.path);
  });
});
