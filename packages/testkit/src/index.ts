export type { CorpusCause, CorpusEntry } from './corpus/corpus-entry';
export { readErrorCorpus } from './corpus/error-corpus';
export { rebuildError } from './corpus/rebuild-error';
export { createFakeClock, type FakeClock } from './fake-clock';
export {
  createMetricsHarness,
  type MetricsHarness,
  type MetricsHarnessOptions,
  type MetricsSdk,
  type ReaderTemporality,
} from './metrics-harness';
export type {
  HistogramValue,
  MetricPoint,
  MetricsSnapshot,
  PointsOptions,
} from './metrics-snapshot';
export {
  describeWithPeers,
  findFreePort,
  findPeer,
  INSTALL_COMMAND,
  pollUntil,
  requirePeer,
  startAlertmanager,
  startCollector,
  startPrometheus,
  type Alertmanager,
  type AlertmanagerOptions,
  type Collector,
  type CollectorOptions,
  type PeerName,
  type PollOptions,
  type Prometheus,
  type PrometheusOptions,
  type ReceivedAlert,
  type RuleGroups,
  type Sample,
  type ScrapeTarget,
  type SeriesLabels,
} from './peers';
