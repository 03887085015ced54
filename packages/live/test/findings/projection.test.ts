import {
  ACCOUNT_FAILURES,
  ALERT_CATALOGUE,
  SOURCE_FAILURES,
  type AlertDefinition,
  type SeriesSelection,
} from '@authmeter/core/conventions';
import { PROJECTIONS } from '../../src/store/projection';

const FROM_LEDGERS = [SOURCE_FAILURES.name, ACCOUNT_FAILURES.name] as string[];

const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;

it.each(alerts.map((alert) => [alert.name, alert] as const))(
  'what %s selects on is told apart in the store',
  (_name, { conditions, keeps }) => {
    const selections = conditions.flatMap((condition): SeriesSelection[] => {
      if ('of' in condition) return [condition.of];
      return [condition.part, ...[condition.whole].flat()];
    });

    const missing = selections
      .filter(({ metric }) => !FROM_LEDGERS.includes(metric.name))
      .flatMap(({ metric, where = {}, except = {} }) => {
        const kept = PROJECTIONS.get(metric.name)?.keeps ?? [];
        const used = [
          ...Object.keys(where),
          ...Object.keys(except),
          ...keeps.map(({ key }) => key),
        ];
        return [
          ...(PROJECTIONS.has(metric.name) ? [] : [metric.name]),
          ...used.filter((key) => !kept.includes(key)),
        ];
      });
    expect(missing).toEqual([]);
  },
);
