import {
  ALERT_CATALOGUE,
  ATTEMPTS,
  ERROR_TYPE,
  ERRORS,
  LIMITER,
  RATE_LIMIT_HITS,
  REASON,
  type AlertDefinition,
  type SeriesSelection,
} from '@authmeter/core/conventions';
import { createQueries, renderDuration, type Grouping } from '../queries';
import {
  isRecorded,
  recordTraffic,
  recordValue,
  windowsOf,
  type RecordingContext,
} from './record-condition';
import { recordName, type Recording, type Subject } from './recording';

const WINDOW_SECONDS = 300;

const FAILED: SeriesSelection = { metric: ATTEMPTS, where: { outcome: ['failure'] } };

/** What dashboards draw besides the values of alerts. */
const DRAWN: readonly (readonly [Subject, SeriesSelection, Grouping])[] = [
  ['auth.failures', FAILED, ['job', REASON]],
  [ERRORS.name, { metric: ERRORS }, ['job', ERROR_TYPE]],
  [RATE_LIMIT_HITS.name, { metric: RATE_LIMIT_HITS }, ['job', LIMITER]],
];

/** Every series that is computed beforehand, each once: what alerts compare, and what dashboards draw besides. */
export function listRecordings(context: RecordingContext): readonly Recording[] {
  const { scope, timeScale } = context;
  const queries = createQueries(scope);
  const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
  const compared = alerts.flatMap((alert) =>
    alert.conditions.flatMap((condition) => {
      const traffic = recordTraffic(alert, condition, context);
      const values = isRecorded(condition)
        ? windowsOf(condition).map((window) => recordValue(alert, condition, window, context))
        : [];
      return traffic === undefined ? values : [traffic, ...values];
    }),
  );
  const drawn = DRAWN.map(([subject, of, by]): Recording => {
    const window = WINDOW_SECONDS / timeScale;
    const record = recordName(by, subject, `rate${renderDuration(window)}`, scope);
    return { record, expr: queries.rate(of, { window, by }) };
  });
  return [...new Map([...compared, ...drawn].map((one) => [one.record, one])).values()];
}
