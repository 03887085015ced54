import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  DEPENDENCY,
  DEPENDENCY_UP,
  ERRORS,
  FOLDED,
  LOGINS,
  OPERATION,
  OPERATION_DURATION,
  REASON,
  SESSIONS_ACTIVE,
  SOURCE_FAILURES,
} from '@authmeter/core/conventions';
import { createQueries, type QueryScope } from '../../src/queries';

const PLAIN: QueryScope = { matchers: [] };
const SHOP: QueryScope = {
  namespace: 'compozy',
  matchers: [{ label: 'env', operator: '=', value: 'prod' }],
};
const JOB = { window: 300, by: ['job'] } as const;
const FAILED = { metric: ATTEMPTS, where: { outcome: ['failure'] } };

describe('createQueries', () => {
  it('adds up rates, and never takes the rate of a sum', () => {
    expect(createQueries(PLAIN).rate(FAILED, JOB)).toBe(
      'sum by (job) (rate(auth_attempts_total{outcome="failure"}[5m]))',
    );
  });

  it('puts the namespace in front and the matchers of the scope behind its own', () => {
    expect(createQueries(SHOP).rate(FAILED, { window: 5400, by: ['job', REASON] })).toBe(
      'sum by (job, reason) (rate(compozy_auth_attempts_total{outcome="failure",env="prod"}[90m]))',
    );
  });

  it('matches one of several values, or none of them, in the labels of Prometheus', () => {
    const selection = {
      metric: ERRORS,
      where: { 'error.type': ['unknown_key', 'invalid_signature'] },
      except: { operation: ['login'] },
    };

    expect(createQueries(PLAIN).increase(selection, { window: '$__range', by: [] })).toBe(
      'sum(increase(auth_errors_total{error_type=~"unknown_key|invalid_signature",operation!="login"}[$__range]))',
    );
  });

  it('looks back where an offset is given', () => {
    expect(createQueries(PLAIN).increase(FAILED, { ...JOB, offsetSeconds: 600 })).toBe(
      'sum by (job) (increase(auth_attempts_total{outcome="failure"}[5m] offset 10m))',
    );
  });

  it('divides a sum by a sum', () => {
    const part = { metric: LOGINS, where: { outcome: ['failure'] } };

    expect(createQueries(PLAIN).share(part, [{ metric: LOGINS }], JOB)).toBe(
      'sum by (job) (rate(auth_logins_total{outcome="failure"}[5m]))\n/ sum by (job) (rate(auth_logins_total[5m]))',
    );
  });

  it('takes a metric of several that a service lacks for nothing', () => {
    const whole = [{ metric: SOURCE_FAILURES }, { metric: ACCOUNT_FAILURES }] as const;

    expect(createQueries(PLAIN).share({ metric: FOLDED }, whole, JOB)).toBe(
      `sum by (job) (rate(auth_instrumentation_folded_total[5m]))
/ (
(sum by (job) (rate(auth_source_failures_total[5m])) or on (job) 0 * sum by (job) (rate(auth_instrumentation_folded_total[5m])))
+ (sum by (job) (rate(auth_account_failures_total[5m])) or on (job) 0 * sum by (job) (rate(auth_instrumentation_folded_total[5m])))
)`,
    );
  });

  it('reads quantiles, means, counts and buckets from the series of a histogram', () => {
    const queries = createQueries(PLAIN);
    const of = { metric: OPERATION_DURATION, where: { operation: ['login'] } };
    const shape = { window: '$__rate_interval', by: ['job', OPERATION] } as const;

    expect(queries.quantile(0.95, of, shape)).toBe(
      'histogram_quantile(0.95, sum by (job, operation, le) (rate(auth_operation_duration_seconds_bucket{operation="login"}[$__rate_interval])))',
    );
    expect(queries.mean(of, JOB)).toBe(
      'sum by (job) (rate(auth_operation_duration_seconds_sum{operation="login"}[5m]))\n/ sum by (job) (rate(auth_operation_duration_seconds_count{operation="login"}[5m]))',
    );
    expect(queries.rate(of, JOB)).toBe(
      'sum by (job) (rate(auth_operation_duration_seconds_count{operation="login"}[5m]))',
    );
    expect(queries.buckets(of, { window: 60, by: [] })).toBe(
      'sum by (le) (rate(auth_operation_duration_seconds_bucket{operation="login"}[1m]))',
    );
  });

  it('reads gauges as they are', () => {
    const queries = createQueries(PLAIN);

    expect(queries.lowest({ metric: DEPENDENCY_UP }, ['job', DEPENDENCY])).toBe(
      'min by (job, dependency) (auth_dependency_up)',
    );
    expect(queries.highest({ metric: DEPENDENCY_UP }, ['instance'])).toBe(
      'max by (instance) (auth_dependency_up)',
    );
    expect(queries.total({ metric: SESSIONS_ACTIVE }, [])).toBe('sum(auth_sessions_active)');
  });
});
