import { LOCKOUTS, SECURITY_EVENTS_DETECTED } from '@authmeter/core/conventions';
import type { DetectionPayload, EvidencePayload } from '../../shared/payload';
import type { EventRow } from '../blocks/models';
import type { View } from '../data/view';
import { formatCount, formatNumber, formatShare, plural } from '../format/numbers';
import { formatSpan, formatTime } from '../format/times';
import { capitalized, readable } from '../format/words';
import type { PanelDefinition } from './panel-definition';

/** The table has them all. */
const MOST_ROWS = 6;

/** What was detected and who was locked out, each with what the minute before it held. */
export const DETECTIONS_PANEL: PanelDefinition = {
  id: 'detections',
  title: 'Detections and lockouts',
  metrics: [SECURITY_EVENTS_DETECTED, LOCKOUTS],
  isWorthZero: true,
  read: (view) => {
    const happened = view.frame.detections.filter(({ kind }) => kind !== 'rotation').toReversed();
    const inWindow = happened.filter(({ at }) => at >= view.begin);
    return {
      sentence: describe(view, inWindow),
      blocks: [
        {
          kind: 'events',
          begin: view.begin,
          end: view.now,
          rows: inWindow.slice(0, MOST_ROWS).map((each) => rowOf(each, view.frame.instance)),
          empty: 'Nothing detected, nobody locked out.',
        },
      ],
      tables: [
        {
          caption: 'Detections and lockouts, newest first',
          columns: ['Time', 'What', 'Severity or transition', 'Count', 'Evidence'],
          rows: happened.map((detection) => [
            formatTime(detection.at),
            titleOf(detection),
            detection.attributes['severity'] ?? detection.attributes['transition'] ?? '',
            formatCount(detection.count),
            evidenceLines(detection.evidence).join(' '),
          ]),
        },
      ],
    };
  },
};

/** @param instance Numbers of detections begin anew with each. */
function rowOf(detection: DetectionPayload, instance: string): EventRow {
  const { severity } = detection.attributes;
  return {
    key: `${instance} ${String(detection.id)}`,
    at: detection.at,
    kind: detection.kind,
    severity: severity === 'critical' || severity === 'warn' ? severity : 'info',
    title: titleOf(detection),
    count: detection.count,
    evidence: detection.kind === 'security' ? evidenceLines(detection.evidence) : [],
  };
}

function titleOf({ kind, attributes }: DetectionPayload): string {
  if (kind === 'security') return capitalized(readable(attributes['event'] ?? ''));
  const cause = readable(attributes['cause'] ?? '');
  return `Account ${readable(attributes['transition'] ?? '')}, ${cause}`;
}

/** What the metrics of the minute before say: how much failed, and from how many. */
function evidenceLines(evidence: EvidencePayload): readonly string[] {
  const { seconds, failures, attempts, logins, failedLogins, topSource, topAccount } = evidence;
  if (attempts === 0) return [];
  const span = formatSpan(seconds);
  const lines = [
    `Over ${span}: ${formatCount(failures)} of ${plural(attempts, 'attempt')} failed${
      logins > 0 ? `, ${formatShare(failedLogins / logins)} of ${plural(logins, 'login')}` : ''
    }.`,
  ];
  const sources = effective(evidence.effectiveSources, 'source', topSource);
  const accounts = effective(evidence.effectiveAccounts, 'account', topAccount);
  if (sources !== '' || accounts !== '') lines.push([sources, accounts].filter(Boolean).join(' '));
  return lines;
}

function effective(
  number: number,
  what: string,
  top: { readonly key: string; readonly count: number } | undefined,
): string {
  if (number === 0) return '';
  const first = top === undefined ? '' : `, first ${top.key} with ${formatCount(top.count)}`;
  return `${formatNumber(number)} effective ${number < 1.5 ? what : `${what}s`}${first}.`;
}

function describe(view: View, inWindow: readonly DetectionPayload[]): string {
  const window = view.rangeName === '5m' ? '5 min' : 'hour';
  const security = inWindow.filter(({ kind }) => kind === 'security');
  const lockouts = inWindow.filter(({ attributes }) => attributes['transition'] === 'locked');
  const sum = (list: readonly DetectionPayload[]): number =>
    list.reduce((total, { count }) => total + count, 0);
  return `${plural(sum(security), 'detection')} and ${plural(sum(lockouts), 'lockout')} in the last ${window}.`;
}
