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
