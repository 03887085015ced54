import { listRecordings } from '../../src/recordings';

const PLAIN = { scope: { matchers: [] }, timeScale: 1 };

describe('recorded series', () => {
  it('are named by level, metric and operation', () => {
    const names = listRecordings(PLAIN).map(({ record }) => record);

    expect(names).toEqual(
      expect.arrayContaining([
        'job:auth_attempts:rate5m',
        'job_reason:auth_failures:rate5m',
        'job:auth_login_failures:ratio_rate5m',
        'job_operation:auth_operation_duration_seconds:p95_5m',
        'job:auth_token_validation_duration_seconds:mean5m',
        'job:auth_server_faults:ratio_rate6h',
      ]),
    );
    expect(names.filter((name) => !/^job(_[a-z_]+)?:auth_[a-z_]+:[a-z0-9_]+$/.test(name))).toEqual(
      [],
    );
  });

  it('are each computed once, under a name that says which levels they keep', () => {
    const recordings = listRecordings(PLAIN);

    expect(new Set(recordings.map(({ record }) => record)).size).toBe(recordings.length);
    expect(new Set(recordings.map(({ expr }) => expr)).size).toBe(recordings.length);
    for (const { record, expr } of recordings) {
      const [level = ''] = record.split(':');
      const [, labels = ''] = /by \(([^)]*)\)/.exec(expr) ?? [];
      expect(labels.replace(/, le$/, '').split(', ').join('_')).toBe(level);
    }
  });

  it('take the rate of series and never of a recorded sum', () => {
    for (const { expr } of listRecordings(PLAIN))
      expect(expr).not.toMatch(/(rate|increase)\([^)]*:/);
  });

  it('carry the namespace, and windows in the scale of a trial', () => {
    const names = listRecordings({
      scope: { namespace: 'compozy', matchers: [] },
      timeScale: 60,
    }).map(({ record }) => record);

    expect(names).toContain('job:compozy_auth_attempts:rate5s');
    expect(names).toContain('job:compozy_auth_server_faults:ratio_rate6m');
  });
});
