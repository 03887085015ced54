import { join } from 'node:path';
import { type RunningExample, startExample } from '@authmeter/adapter-contract';
import {
  describeWithPeers,
  pollUntil,
  type Prometheus,
  type Sample,
  startPrometheus,
} from '@authmeter/testkit';
import { FIRST_ROUND, playShop, SECOND_ROUND } from './play-shop';
import { configurationPath, readRelabelling } from './read-configuration';

const SERVICES = join(__dirname, '../../migration');
const START_MILLISECONDS = 60_000;
const ROUNDED = 1e6;
const TARGET_LABELS = ['job', 'instance'];

/** The way each of three teams counted: the path of its metrics, and the file that renames them. */
const STYLES = {
  'result-label': 'resultLabel',
  'counter-per-outcome': 'perOutcome',
  'failure-reason': 'failureReason',
} as const;
type Style = keyof typeof STYLES;

let before: RunningExample;
let after: RunningExample;
let prometheus: Prometheus;
let statuses: number[][];

async function start(): Promise<void> {
  before = await startExample(join(SERVICES, 'before/service.mjs'));
  after = await startExample(join(SERVICES, 'after/service.mjs'));
  // Series of prom-client are born by their first event; rates see what comes afterwards.
  const first = [await playShop(before), await playShop(after)];
  const [oldTarget, newTarget] = [before, after].map(({ url }) => new URL(url).host);
  prometheus = await startPrometheus({
    scrapeIntervalSeconds: 0.25,
    rules: ['new-names.rules.yml', 'old-names.rules.yml'].map(configurationPath),
    scrape: [
      ...Object.entries(STYLES).flatMap(([style, path]) => {
        const scrape = { target: oldTarget ?? '', path: `/metrics/${path}` };
        const metricRelabelConfigs = readRelabelling(`old-service.${style}.yml`);
        return [
          { ...scrape, job: style },
          { ...scrape, job: `${style}, renamed`, metricRelabelConfigs },
        ];
      }),
      {
        job: 'authmeter',
        target: newTarget ?? '',
        metricRelabelConfigs: readRelabelling('new-service.old-labels.yml'),
      },
    ],
  });
  await pollUntil(
    async () =>
      (await prometheus.query('count_over_time(auth_login_failure_total[1m]) > 2')).length >= 2,
    { what: 'the values after the first round' },
  );
  statuses = [...first, await playShop(before), await playShop(after)];
  await pollUntil(
    async () =>
      (await prometheus.query('sum by (job) (auth_login_failure_total) == 16')).length === 4,
    { what: 'the values after the second round' },
  );
  // One more scrape and evaluation, so that nothing of the last is missing.
  const scrapes = await countScrapes();
  await pollUntil(async () => (await countScrapes()) >= scrapes + 3, {
    what: 'three more scrapes',
  });
}

async function countScrapes(): Promise<number> {
  const [sample] = await prometheus.query('min(count_over_time(up[5m]))');
  return sample?.value ?? 0;
}

/** Answers to a query in which `$job` stands for the job, without the labels of the target, sorted. */
async function ask(query: string, job: string): Promise<unknown[]> {
  const samples = await prometheus.query(query.replaceAll('$job', `job="${job}"`));
  return samples.map(rowOf).sort();
}

function rowOf({ labels, value }: Sample): string {
  const own = Object.entries(labels).filter(([label]) => !TARGET_LABELS.includes(label));
  const rounded = Math.round(value * ROUNDED) / ROUNDED;
  return `${JSON.stringify(own.sort())} ${rounded}`;
}

describeWithPeers(['prometheus'], 'a migration', () => {
  beforeAll(start, START_MILLISECONDS);
  afterAll(async () => {
    await prometheus?.stop();
    await before?.stop();
    await after?.stop();
  });

  it('is watched on two services that answer alike', () => {
    expect(statuses).toEqual([FIRST_ROUND, FIRST_ROUND, SECOND_ROUND, SECOND_ROUND]);
  });

  it.each<[Style, string, number]>([
    ['result-label', 'sum by (outcome, method) (auth_logins_total{$job}) > 0', 4],
    ['result-label', 'sum by (outcome) (auth_token_refreshes_total{$job})', 2],
    ['result-label', 'sum by (step, outcome) (auth_oauth_steps_total{$job})', 2],
    ['result-label', 'sum by (event) (auth_guest_events_total{$job}) > 0', 1],
    [
      'result-label',
      'sum by (event) (auth_password_reset_events_total{$job, event="requested"})',
      1,
    ],
    [
      'result-label',
      'sum by (operation) (auth_operation_duration_seconds_count{$job, operation=~"login|token_refresh"})',
      2,
    ],
    [
      'result-label',
      'sum by (operation) (auth_operation_duration_seconds_bucket{$job, operation=~"login|token_refresh", le="+Inf"})',
      2,
    ],
    [
      'result-label',
      'sum(rate(auth_logins_total{$job, outcome="failure"}[1m])) / sum(rate(auth_logins_total{$job}[1m]))',
      1,
    ],
    ['counter-per-outcome', 'sum by (outcome) (auth_logins_total{$job})', 2],
    ['counter-per-outcome', 'sum by (outcome) (auth_registrations_total{$job})', 2],
    ['counter-per-outcome', 'sum by (outcome) (auth_token_validations_total{$job})', 2],
    ['counter-per-outcome', 'sum(auth_rate_limit_hits_total{$job})', 1],
    [
      'counter-per-outcome',
      'sum by (operation) (auth_operation_duration_seconds_count{$job, operation="login"})',
      1,
    ],
    [
      'counter-per-outcome',
      'sum(rate(auth_registrations_total{$job, outcome="failure"}[1m])) / sum(rate(auth_registrations_total{$job}[1m]))',
      1,
    ],
    ['failure-reason', 'sum by (outcome, reason, error_type) (auth_attempts_total{$job}) > 0', 10],
    ['failure-reason', 'sum by (transition) (auth_lockouts_total{$job}) > 0', 1],
    ['failure-reason', 'sum(auth_source_failures_total{$job})', 1],
    [
      'failure-reason',
      'sum by (reason) (rate(auth_attempts_total{$job, outcome="failure"}[1m])) / ignoring (reason) group_left sum(rate(auth_attempts_total{$job}[1m])) > 0',
      6,
    ],
  ])('%s: the new query %s finds the old counters', async (style, query, rows) => {
    const answer = await ask(query, `${style}, renamed`);

    expect(answer).toEqual(await ask(query, 'authmeter'));
    expect(answer).toHaveLength(rows);
  });

  it.each<[Style, string, number]>([
    ['result-label', 'sum by (result, method) (auth_logins_total{$job}) > 0', 4],
    ['result-label', 'sum by (result) (auth_refresh_total{$job})', 2],
    ['result-label', 'sum by (step, result) (auth_oauth_total{$job})', 2],
    ['result-label', 'sum by (event) (auth_guest_total{$job}) > 0', 1],
    ['result-label', 'sum by (event) (auth_password_reset_total{$job, event="requested"})', 1],
    ['result-label', 'sum(auth_operation_latency_seconds_count{$job, operation="login"})', 1],
    ['result-label', 'sum(auth_refresh_latency_seconds_bucket{$job, le="+Inf"})', 1],
    [
      'result-label',
      'sum(rate(auth_logins_total{$job, result="success"}[1m])) / sum(rate(auth_logins_total{$job}[1m])) * 100',
      1,
    ],
    ['counter-per-outcome', 'sum(auth_login_success_total{$job})', 1],
    ['counter-per-outcome', 'sum(auth_registration_failure_total{$job})', 1],
    ['counter-per-outcome', 'sum(auth_token_validation_failure_total{$job})', 1],
    ['counter-per-outcome', 'sum(auth_rate_limit_exceeded_total{$job})', 1],
    ['counter-per-outcome', 'sum(auth_response_time_ms_count{$job})', 1],
    [
      'counter-per-outcome',
      'sum(rate(auth_login_failure_total{$job}[1m])) / (sum(rate(auth_login_failure_total{$job}[1m])) + sum(rate(auth_login_success_total{$job}[1m])))',
      1,
    ],
    ['failure-reason', 'sum by (failure_reason) (shop_auth_failures_total{$job}) > 0', 9],
    ['failure-reason', 'sum(shop_account_lockouts_total{$job})', 1],
    [
      'failure-reason',
      '(sum(rate(shop_auth_success_total{$job}[1m])) / (sum(rate(shop_auth_success_total{$job}[1m])) + sum(rate(shop_auth_failures_total{$job}[1m])))) * 100',
      1,
    ],
  ])('%s: the old query %s finds the new counters', async (style, query, rows) => {
    const answer = await ask(query, style);

    expect(answer).toEqual(await ask(query, 'authmeter'));
    expect(answer).toHaveLength(rows);
  });

  it('turns bounds and sums in milliseconds into seconds', async () => {
    const job = 'counter-per-outcome, renamed';
    const bounds = await prometheus.query(
      `group by (le) (auth_operation_duration_seconds_bucket{job="${job}"})`,
    );
    const [seconds] = await prometheus.query(
      `sum(auth_operation_duration_seconds_sum{job="${job}"}) * 1000 / sum(auth_response_time_ms_sum{job="${job}", operation="login"})`,
    );
    const [p95] = await prometheus.query(
      `histogram_quantile(0.95, sum by (le) (auth_operation_duration_seconds_bucket{job="${job}"}))`,
    );

    const numbers = bounds.map(({ labels }) => Number(labels['le']?.replace('+Inf', 'Infinity')));
    expect(numbers.sort((a, b) => a - b)).toEqual([
      0.005,
      0.01,
      0.025,
      0.05,
      0.1,
      0.25,
      0.5,
      1,
      2.5,
      5,
      10,
      Infinity,
    ]);
    expect(seconds?.value).toBeCloseTo(1, 9);
    expect(p95?.value).toBeLessThan(1);
  });
});
