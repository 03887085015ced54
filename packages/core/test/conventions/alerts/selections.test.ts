import {
  ALERT_CATALOGUE,
  attributeValues,
  ERROR_TYPE_DEFINITIONS,
  METRIC_CATALOGUE,
  type AlertCondition,
  type AlertDefinition,
  type SeriesSelection,
} from '../../../src/conventions';
import { SERVER_FAULT_REASONS } from '../../../src/conventions/alerts/server-faults';

const ALERTS: readonly AlertDefinition[] = ALERT_CATALOGUE;

/** Values that only a ledger hands out. */
const LEDGER_VALUES = ['other', 'unknown'];

function selectionsOf(condition: AlertCondition): readonly SeriesSelection[] {
  if ('of' in condition) return [condition.of];
  return [condition.part, ...[condition.whole].flat()];
}

const CASES = ALERTS.flatMap(({ name, conditions }) =>
  conditions.flatMap((condition) =>
    selectionsOf(condition).map((selection) => ({ name, shape: condition.shape, selection })),
  ),
);

const KIND_OF_SHAPE: Readonly<Record<AlertCondition['shape'], readonly string[]>> = {
  rate: ['counter'],
  increase: ['counter'],
  share: ['counter'],
  growth: ['counter'],
  burn: ['counter'],
  quantile: ['histogram'],
  mean: ['histogram'],
  highest: ['gauge'],
  down: ['gauge'],
  absent: ['counter'],
};

describe('what alerts select', () => {
  it.each(CASES)('exists: a metric for $name', ({ selection: { metric } }) => {
    expect(METRIC_CATALOGUE).toContain(metric);
  });

  it.each(CASES)('fits its shape: $shape for $name', ({ shape, selection: { metric } }) => {
    expect(KIND_OF_SHAPE[shape]).toContain(metric.kind);
  });

  it.each(CASES)('exists: attributes and values for $name', ({ selection }) => {
    const { metric, where = {}, except = {} } = selection;
    for (const [key, values] of [...Object.entries(where), ...Object.entries(except)]) {
      const attribute = metric.attributes.find((candidate) => candidate.key === key);
      if (attribute === undefined) throw new Error(`${metric.name} has no attribute ${key}`);
      const known = attribute.ledger ? LEDGER_VALUES : attributeValues(attribute);
      expect(known).toEqual(expect.arrayContaining([...values]));
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it.each(ALERTS)('has what $name keeps on each of its metrics', ({ keeps, conditions }) => {
    for (const { metric } of conditions.flatMap(selectionsOf)) {
      expect(metric.attributes).toEqual(expect.arrayContaining([...keeps]));
    }
  });

  it('takes for server faults the reasons of the error types whose fault is the server', () => {
    const reasons = Object.values(ERROR_TYPE_DEFINITIONS)
      .filter(({ fault }) => fault === 'server')
      .map(({ reason }) => reason);

    expect([...new Set(reasons)].sort()).toEqual([...SERVER_FAULT_REASONS]);
  });

  it.each(CASES.filter(({ selection }) => selection.metric.kind === 'counter'))(
    'is there before its first event: counters for $name',
    ({ selection: { metric, where = {} } }) => {
      if (metric.attributes.some(({ ledger }) => ledger !== undefined)) return;

      for (const [key, values] of Object.entries(where)) {
        const started = metric.startsAtZero?.[key] ?? values;
        expect(started).toEqual(expect.arrayContaining([...values]));
      }
      expect(metric.startsAtZero).toBeDefined();
    },
  );
});
