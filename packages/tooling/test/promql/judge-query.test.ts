import * as conventions from '@authmeter/core/conventions';

async function judge(query: string): Promise<string[]> {
  const { judgeQuery } = await import('../../promql/judge-query.mjs');
  const { listKnownSeries } = await import('../../promql/known-series.mjs');
  return judgeQuery(query, listKnownSeries(conventions));
}

describe('judgeQuery', () => {
  it.each([
    'sum by (job, reason) (rate(auth_attempts_total{outcome="failure", reason!~"rate_limited|unknown"}[5m]))',
    'histogram_quantile(0.95, sum by (job, le) (rate(auth_token_age_seconds_bucket{method="jwt"}[5m])))',
    'topk(10, sum by (ip_address) (increase(auth_source_failures_total{ip_address!~"other|unknown"}[10m])))',
    'group by (job) (up == 1) unless on (job) group by (job) (auth_attempts_total)',
    'count by (job) ({__name__=~"auth_.+"})',
  ])('has nothing to say against %s', async (query) => {
    expect(await judge(query)).toEqual([]);
  });

  it.each([
    ['sum(rate(auth_attempts_total[5m])', ['does not parse at: ']],
    ['sum(rate(auth_attempts_total[5m])) /', ['does not parse at: ']],
    ['auth_attempts', ['names the series auth_attempts, which does not exist']],
    ['auth_token_age_seconds', ['names the series auth_token_age_seconds, which does not exist']],
    [
      'auth_logouts_total{outcome="success"}',
      ['selects auth_logouts_total by outcome, which it does not have'],
    ],
    [
      'auth_attempts_total{reason="expired"}',
      ['selects reason="expired", which auth_attempts_total never has'],
    ],
    [
      'auth_attempts_total{reason=~"expired_token|expired"}',
      ['selects reason="expired", which auth_attempts_total never has'],
    ],
    [
      'auth_attempts_total{reason=~"expired.*"}',
      ['compares reason with a pattern: list its values'],
    ],
    [
      'sum by (job, limiter) (auth_attempts_total)',
      ['groups by limiter, which none of its series has'],
    ],
    [
      'sum by (limiter) (auth_attempts_total) / sum by (limiter) (auth_rate_limit_hits_total)',
      ['groups by limiter, which none of its series has'],
    ],
  ])('says of %s what is wrong', async (query, problems) => {
    expect(await judge(query)).toEqual(problems);
  });
});
