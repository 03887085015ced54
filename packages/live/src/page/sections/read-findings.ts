import {
  ATTEMPTS,
  FOLDED,
  RATE_LIMIT_HITS,
  SECURITY_EVENTS_DETECTED,
} from '@authmeter/core/conventions';
import type { AlertPayload, FindingPayload } from '../../shared/payload';
import type { Frame } from '../data/frame';
import { plural } from '../format/numbers';
import { formatProgress, formatSpan, formatTime } from '../format/times';
import { readable } from '../format/words';
import { panelOf } from '../panels/catalogue';
import { measureOf } from './measure-of';

/** What one line of the findings says. */
export interface FindingRow {
  readonly key: string;
  readonly state: FindingPayload['state'] | 'event';
  readonly severity: AlertPayload['severity'];
  readonly name: string;
  readonly meaning: string;
  /** The value and the limit that it exceeds. */
  readonly measure: string;
  readonly when: string;
  readonly panel: { readonly id: string; readonly title: string } | undefined;
  readonly runbook: string | undefined;
}

/** Where an alert is explained best, if not at the first panel that shows its metric. */
const BETTER_PANEL: Readonly<Record<string, string>> = {
  [ATTEMPTS.name]: 'reasons',
  [FOLDED.name]: 'health',
  [RATE_LIMIT_HITS.name]: 'limits',
};
const TITLES: Readonly<Record<string, string>> = {
  reasons: 'Reasons',
  health: 'Recording health',
  limits: 'Rate limits',
  sources: 'Sources',
  types: 'Error types',
  dependencies: 'Dependencies',
  detections: 'Detections',
  attempts: 'Attempts',
  logins: 'Logins',
};

const RANK: Readonly<Record<FindingRow['state'], number>> = {
  firing: 0,
  pending: 1,
  event: 2,
  cleared: 3,
};
const EVENT_SECONDS = 300;

/** Findings that are to be looked at, and the names of those that another explains. */
export function readFindings(frame: Frame): {
  readonly rows: readonly FindingRow[];
  readonly explained: readonly string[];
} {
  const alerts = new Map(frame.start.alerts.map((alert) => [alert.name, alert]));
  const rows = frame.findings
    .filter(({ explainedBy }) => explainedBy === undefined)
    .flatMap((finding) => {
      const alert = alerts.get(finding.alert);
      return alert === undefined ? [] : [rowOf(frame, alert, finding)];
    });
  const explained = frame.findings
    .filter(({ explainedBy, state }) => explainedBy !== undefined && state === 'firing')
    .map(({ alert }) => alert);
  return {
    rows: [...rows, ...eventRows(frame)].sort(
      (left, right) =>
        RANK[left.state] - RANK[right.state] ||
        Number(right.severity === 'critical') - Number(left.severity === 'critical'),
    ),
    explained: [...new Set(explained)],
  };
}

function rowOf(frame: Frame, alert: AlertPayload, finding: FindingPayload): FindingRow {
  const { state, since, group } = finding;
  const who = Object.values(group).map(readable).join(', ');
  const panelId = BETTER_PANEL[alert.metric] ?? panelOf(alert.metric)?.id;
  const waited = (frame.now - since) / 1000;
  return {
    key: `${alert.name} ${who} ${state}`,
    state,
    severity: alert.severity,
    name: alert.name,
    meaning: alert.meaning,
    measure: `${who === '' ? '' : `${who}: `}${measureOf(alert, finding)}`,
    when: {
      firing: `since ${formatTime(since)}`,
      pending: formatProgress(waited, alert.forSeconds),
      cleared: `cleared ${formatTime(since)}`,
    }[state],
    panel:
      panelId === undefined ? undefined : { id: panelId, title: titleOf(panelId, alert.metric) },
    runbook: frame.start.runbooks.replaceAll('{alert}', alert.name),
  };
}

function titleOf(panelId: string, metric: string): string {
  return TITLES[panelId] ?? panelOf(metric)?.title ?? panelId;
}

/** Security events that no alert watches, so that none goes unseen. */
function eventRows(frame: Frame): readonly FindingRow[] {
  const watched = new Set(
    frame.findings
      .filter(({ state }) => state !== 'cleared')
      .map(({ alert }) => frame.start.alerts.find(({ name }) => name === alert)?.metric),
  );
  if (watched.has(SECURITY_EVENTS_DETECTED.name)) return [];
  const begin = frame.now - (EVENT_SECONDS * 1000) / frame.start.timeScale;
  const events = new Map<string, { count: number; at: number; severity: string }>();
  for (const { kind, at, count, attributes } of frame.detections) {
    if (kind !== 'security' || at < begin) continue;
    const event = attributes['event'] ?? '';
    const before = events.get(event)?.count ?? 0;
    events.set(event, { count: before + count, at, severity: attributes['severity'] ?? 'info' });
  }
  return [...events].map(([event, { count, at, severity }]) => ({
    key: `event ${event}`,
    state: 'event',
    severity: severity === 'critical' ? 'critical' : 'warning',
    name: readable(event),
    meaning: 'Detected; no alert watches this event alone.',
    measure: `${plural(count, 'time')} in the last ${formatSpan(EVENT_SECONDS / frame.start.timeScale)}`,
    when: `last ${formatTime(at)}`,
    panel: { id: 'detections', title: 'Detections' },
    runbook: undefined,
  }));
}
