import { compare } from '../../src/truth/compare';
import { parseExposition } from '../../src/truth/scrape';

const SAMPLES = parseExposition(`# TYPE auth_logouts_total counter
auth_logouts_total{cause="user"} 3
auth_logouts_total{cause="admin"} 0
auth_rate_limit_hits_total{limiter="api",ip_address="192.0.2.0",user_id="aa"} 2
auth_rate_limit_hits_total{limiter="api",ip_address="192.0.2.0",user_id="bb"} 1
auth_users_active 7
`);
const LOGOUTS = 'auth_logouts_total{cause="user"}';
const HITS = 'auth_rate_limit_hits_total{ip_address="192.0.2.0",limiter="api"}';

describe('compare', () => {
  it('agrees on equal counts, whoever the hashed accounts are', () => {
    const truth = new Map([
      [LOGOUTS, 3],
      [HITS, 3],
    ]);

    expect(compare(truth, SAMPLES)).toEqual({ comparedSeries: 2, differences: [] });
  });

  it('tells a count that is too low, one that is too high and one that is missing', () => {
    const missing = 'auth_logouts_total{cause="timeout"}';
    const truth = new Map([
      [LOGOUTS, 2],
      [HITS, 4],
      [missing, 1],
    ]);

    expect(compare(truth, SAMPLES)).toEqual({
      comparedSeries: 3,
      differences: [
        { series: missing, sent: 1, counted: 0 },
        { series: LOGOUTS, sent: 2, counted: 3 },
        { series: HITS, sent: 4, counted: 3 },
      ],
    });
  });

  it('tells what was counted although nothing of the kind happened', () => {
    expect(compare(new Map([[HITS, 3]]), SAMPLES).differences).toEqual([
      { series: LOGOUTS, sent: 0, counted: 3 },
    ]);
  });
});
