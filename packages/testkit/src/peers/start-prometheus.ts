import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchJson, statusOf } from './fetch-json';
import { findFreePort } from './free-port';
import { startServer } from './server-process';

/** One thing that Prometheus scrapes. */
export interface ScrapeTarget {
  /** Value of the `job` label; each job is named once. */
  readonly job: string;
  /** `host:port`; several where the job has several instances. */
  readonly target: string | readonly string[];
  /** `/metrics` unless given. */
  readonly path?: string;
  /** As in a scrape configuration; none unless given. */
  readonly metricRelabelConfigs?: readonly object[];
}

/** The contents of a rule file. */
export interface RuleGroups {
  readonly groups: readonly object[];
}

/** What Prometheus does. */
export interface PrometheusOptions {
  readonly scrape?: readonly ScrapeTarget[];
  /** Seconds between scrapes and between evaluations of rules; 1 unless given, at least 0.05. */
  readonly scrapeIntervalSeconds?: number;
  /** Absolute paths of rule files, or their contents. */
  readonly rules?: readonly (string | RuleGroups)[];
  /** `host:port` of each Alertmanager that is notified. */
  readonly alertmanagers?: readonly string[];
  /** Absolute path of a configuration to run as it is; then nothing else here but `otlp` has a say. */
  readonly configFile?: string;
  /** Whether it takes metrics at `otlpUrl`; Debian's Prometheus cannot. */
  readonly otlp?: boolean;
}

/** The labels of one series, its name in `__name__`. */
export type SeriesLabels = Readonly<Record<string, string>>;

/** One element of an instant vector. */
export interface Sample {
  readonly labels: SeriesLabels;
  readonly value: number;
}

/** A running Prometheus. */
export interface Prometheus {
  /** Without a slash at its end. */
  readonly url: string;
  /** Where OTLP metrics are posted, the whole path; answers 404 without `otlp`. */
  readonly otlpUrl: string;
  /**
   * An instant query, now.
   * @throws {Error} when the query is invalid or gives no instant vector
   */
  readonly query: (promql: string) => Promise<readonly Sample[]>;
  /** The series of the last 12 hours that match a selector such as `{job="api"}`. */
  readonly series: (match: string) => Promise<readonly SeriesLabels[]>;
  readonly stop: () => Promise<void>;
}

interface ApiVector {
  readonly data: {
    readonly resultType: string;
    readonly result: readonly { readonly metric: SeriesLabels; readonly value: [number, string] }[];
  };
}

/**
 * Starts a Prometheus with a database of its own on a free loopback port.
 * @throws {Error} with the end of its log when it does not become ready
 */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<Prometheus> {
  const address = `127.0.0.1:${await findFreePort()}`;
  const url = `http://${address}`;
  const { stop } = await startServer({
    peer: 'prometheus',
    prepare: async (folder) => {
      return [
        `--config.file=${options.configFile ?? (await writeConfig(folder, options))}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        // Else the first scrape comes only 5 s after the start.
        '--scrape.discovery-reload-interval=100ms',
        // Alerts that fire before an Alertmanager is known are lost; the default sends again after 1 min.
        '--rules.alert.resend-delay=1s',
        ...(options.otlp === true ? ['--web.enable-otlp-receiver'] : []),
      ];
    },
    isReady: async () => (await statusOf(`${url}/-/ready`)) === 200,
  });
  return {
    url,
    otlpUrl: `${url}/api/v1/otlp/v1/metrics`,
    stop,
    query: async (promql) => {
      const { data } = await fetchJson<ApiVector>(
        `${url}/api/v1/query?query=${encodeURIComponent(promql)}`,
      );
      if (data.resultType !== 'vector') throw new Error(`${promql} gives a ${data.resultType}`);
      return data.result.map(({ metric, value }) => ({
        labels: metric,
        value: toNumber(value[1]),
      }));
    },
    series: async (match) => {
      const { data } = await fetchJson<{ readonly data: readonly SeriesLabels[] }>(
        `${url}/api/v1/series?match[]=${encodeURIComponent(match)}`,
      );
      return data;
    },
  };
}

/** Gives the path of the configuration. JSON is YAML too. */
async function writeConfig(folder: string, options: PrometheusOptions): Promise<string> {
  const { scrape = [], rules = [], alertmanagers = [], scrapeIntervalSeconds = 1 } = options;
  const interval = `${Math.round(scrapeIntervalSeconds * 1000)}ms`;
  const ruleFiles = await Promise.all(
    rules.map(async (rule, index) => {
      if (typeof rule === 'string') return rule;
      const path = join(folder, `rules-${index}.yml`);
      await writeFile(path, JSON.stringify(rule));
      return path;
    }),
  );
  const config = {
    global: {
      scrape_interval: interval,
      scrape_timeout: interval,
      evaluation_interval: interval,
    },
    rule_files: ruleFiles,
    alerting: { alertmanagers: [{ static_configs: [{ targets: alertmanagers }] }] },
    scrape_configs: scrape.map(({ job, target, path = '/metrics', metricRelabelConfigs = [] }) => ({
      job_name: job,
      metrics_path: path,
      metric_relabel_configs: metricRelabelConfigs,
      static_configs: [{ targets: [target].flat() }],
    })),
  };
  const path = join(folder, 'prometheus.yml');
  await writeFile(path, JSON.stringify(config));
  return path;
}

/** Prometheus writes what JavaScript calls Infinity as Inf. */
function toNumber(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
