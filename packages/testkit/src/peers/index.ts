export { findPeer, INSTALL_COMMAND, type PeerName, requirePeer } from './find-peer';
export { findFreePort } from './free-port';
export { pollUntil, type PollOptions } from './poll-until';
export {
  type Alertmanager,
  type AlertmanagerOptions,
  type ReceivedAlert,
  startAlertmanager,
} from './start-alertmanager';
export { type Collector, type CollectorOptions, startCollector } from './start-collector';
export {
  type Prometheus,
  type PrometheusOptions,
  type RuleGroups,
  type Sample,
  type ScrapeTarget,
  type SeriesLabels,
  startPrometheus,
} from './start-prometheus';
export { describeWithPeers } from './with-peers';
