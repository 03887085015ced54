import {
  DROPPED_EVENTS,
  FOLDED,
  INSTRUMENTATION_FAILURES,
  METRIC_CATALOGUE,
} from '@authmeter/core/conventions';
import type { FactsModel } from '../blocks/models';
import type { View } from '../data/view';
import { formatCount, formatNumber, formatShare } from '../format/numbers';
import { formatSpan, formatTime } from '../format/times';
import { capitalized } from '../format/words';
import type { PanelDefinition } from './panel-definition';

type Fact = FactsModel['rows'][number];

/** How the recording itself goes, and what was not seen yet. */
export const HEALTH_PANEL: PanelDefinition = {
  id: 'health',
  title: 'Recording health',
  metrics: [],
  isFolded: true,
  read: (view) => {
    const facts: FactsModel = { kind: 'facts', rows: [...ownFacts(view), ...readerFacts(view)] };
    const recorded = new Set(view.frame.health?.recorded);
    const unseen = METRIC_CATALOGUE.filter(({ name }) => !recorded.has(name)).map(
      ({ name }) => name,
    );
    return {
      sentence: `${formatCount(recorded.size)} of ${formatCount(METRIC_CATALOGUE.length)} metrics seen.`,
      note: unseen.length === 0 ? 'Every metric was seen.' : `Not seen yet: ${unseen.join(', ')}.`,
      blocks: [facts],
      tables: [
        {
          caption: 'Recording health',
          columns: ['What', 'Value'],
          rows: facts.rows.map(({ label, value }) => [label, value]),
        },
      ],
    };
  },
};

function ownFacts(view: View): readonly Fact[] {
  return [FOLDED, INSTRUMENTATION_FAILURES, DROPPED_EVENTS].map((metric) => {
    const count = view.countOf(view.series(metric));
    const label = capitalized(metric.name.split('.').slice(2).join(' ').replaceAll('_', ' '));
    return {
      label: `${label} in this window`,
      value: formatCount(count),
      ...(count > 0 && metric !== FOLDED ? { isAlarming: true as const } : {}),
    };
  });
}

function readerFacts({ frame }: View): readonly Fact[] {
  const { health } = frame;
  if (health === undefined) return [];
  const fact = (label: string, value: string, isAlarming = false): Fact => ({
    label,
    value,
    ...(isAlarming ? { isAlarming: true } : {}),
  });
  return [
    ...(health.stepSeconds === undefined
      ? [fact('Exports received', formatCount(health.collections))]
      : [
          fact('Collected every', formatSpan(health.stepSeconds)),
          fact('Collections', formatCount(health.collections)),
          fact(
            'Collections that failed',
            formatCount(health.failedCollections),
            health.failedCollections > 0,
          ),
          fact('Last collection took', `${formatNumber(health.collectMilliseconds)} ms`),
        ]),
    fact('On record', formatSpan(health.historySeconds)),
    fact(
      'Late slots',
      health.lateSlots === 0
        ? '0'
        : `${formatCount(health.lateSlots)}, longest ${formatSpan(health.longestLateSeconds)}`,
    ),
    fact(
      'Cells in use',
      `${formatCount(health.cellsUsed)} of ${formatCount(health.cells)}, ${formatShare(health.cellsUsed / health.cells)}`,
    ),
    fact('Points folded here', formatCount(health.foldedPoints), health.foldedPoints > 0),
    fact('Points without room here', formatCount(health.lostPoints), health.lostPoints > 0),
    fact('Memory of the record', `${formatNumber(health.bytes / 1024 ** 2)} MiB`),
    ...(health.firstAttemptAt === undefined
      ? []
      : [fact('First attempt seen', formatTime(health.firstAttemptAt))]),
    ...(health.scopeVersion === undefined ? [] : [fact('Authmeter', health.scopeVersion)]),
  ];
}
