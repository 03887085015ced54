import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statusOf } from './fetch-json';
import { findFreePort } from './free-port';
import { type ServerProcess, startServer } from './server-process';

/** What the collector does. */
export interface CollectorOptions {
  /**
   * YAML text or the same as an object. It must have an OTLP/HTTP receiver at `${env:OTLP_ADDRESS}`, and may have
   * a Prometheus exporter at `${env:METRICS_ADDRESS}`; both are `host:port`. Unless given, metrics go straight
   * from the one to the other.
   */
  readonly config?: string | object;
  /** Further variables that the config reads through `${env:…}`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running collector. Its URLs stay the same when it is stopped and started again. */
export interface Collector {
  /** Where OTLP metrics are posted, the whole path. */
  readonly otlpUrl: string;
  /** Where its Prometheus exporter is scraped. */
  readonly metricsUrl: string;
  /** May be called again. */
  readonly stop: () => Promise<void>;
  /** Starts it again, with nothing of what it knew; stops it before where it is running. */
  readonly restart: () => Promise<void>;
}

const PLAIN_CONFIG = {
  receivers: { otlp: { protocols: { http: { endpoint: '${env:OTLP_ADDRESS}' } } } },
  exporters: { prometheus: { endpoint: '${env:METRICS_ADDRESS}' } },
  service: { pipelines: { metrics: { receivers: ['otlp'], exporters: ['prometheus'] } } },
};

// Its own metrics would take port 8888, and with it every second collector.
const NO_OWN_METRICS = 'yaml:service::telemetry::metrics::level: none';

/**
 * Starts an OpenTelemetry Collector on free loopback ports.
 * @throws {Error} with the end of its log when it does not become ready
 */
export async function startCollector(options: CollectorOptions = {}): Promise<Collector> {
  const { config = PLAIN_CONFIG, env = {} } = options;
  const otlpAddress = `127.0.0.1:${await findFreePort()}`;
  const metricsAddress = `127.0.0.1:${await findFreePort()}`;
  const otlpUrl = `http://${otlpAddress}/v1/metrics`;

  const start = (): Promise<ServerProcess> =>
    startServer({
      peer: 'otelcol-authmeter',
      prepare: async (folder) => {
        const configFile = join(folder, 'collector.yaml');
        await writeFile(configFile, typeof config === 'string' ? config : JSON.stringify(config));
        return [`--config=${configFile}`, `--config=${NO_OWN_METRICS}`];
      },
      env: { ...env, OTLP_ADDRESS: otlpAddress, METRICS_ADDRESS: metricsAddress },
      // Receivers start last, so the exporters are there by then. A GET is refused, which is an answer.
      isReady: async () => (await statusOf(otlpUrl)) !== false,
    });

  let running = await start();
  return {
    otlpUrl,
    metricsUrl: `http://${metricsAddress}/metrics`,
    stop: () => running.stop(),
    restart: async () => {
      await running.stop();
      running = await start();
    },
  };
}
