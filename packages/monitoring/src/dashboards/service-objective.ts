import { ATTEMPTS, AVAILABILITY_OBJECTIVE, REASON } from '@authmeter/core/conventions';
import { aggregate, matchValues, renderDuration } from '../queries';
import { recordName, referTo } from '../recordings';
import type { ConditionContext } from '../rules';
import type { ServiceObjective } from './dashboard-kit';
import { ratio } from './panel-queries';

const WINDOW_SECONDS = 30 * 86_400;
const RECORDED_SECONDS = 300;
const BAD_REASONS = ['dependency_error', 'internal_error'] as const;

/**
 * The promise of availability. What was spent is added up from recorded series: over thirty days the raw ones would
 * be too many, and a restart among them is no burst either way.
 */
export function createServiceObjective({
  scope,
  thresholdOf,
  timeScale,
  jobMatchers = [],
}: ConditionContext): ServiceObjective {
  const recorded = `rate${renderDuration(RECORDED_SECONDS / timeScale)}`;
  const window = renderDuration(WINDOW_SECONDS / timeScale);
  const failures = recordName(['job', REASON], 'auth.failures', recorded, scope);
  const attempts = recordName(['job'], ATTEMPTS.name, recorded, scope);
  const bad = referTo({ record: failures }, scope, [
    ...jobMatchers,
    matchValues(REASON.key, BAD_REASONS),
  ]);
  const all = referTo({ record: attempts }, scope, jobMatchers);
  const inWindow = (series: string): string =>
    aggregate('sum', ['job'], `sum_over_time(${series}[${window}])`);
  return {
    objective: thresholdOf(AVAILABILITY_OBJECTIVE),
    window,
    spent: ratio(inWindow(bad), inWindow(all)),
    badReasons: BAD_REASONS,
  };
}
