import { BRUTE_FORCE, KEY_MISTAKE, OUTAGE, startPortal, VISITORS } from '@authmeter/demo';
import { pickWeighted, planVisits, playAtOnce, startDemo, type Portal } from '@authmeter/demo';
import { renderPrometheusRules } from '@authmeter/monitoring';
import { describeWithPeers, findFreePort, pollUntil, startPrometheus } from '@authmeter/testkit';
import { findValues } from './find-values';
import { listAllQueries, type PanelQuery } from './panel-queries';

const TEST_MILLISECONDS = 90_000;
const WAIT_SECONDS = 60;
const SCRAPE_SECONDS = 0.5;
/** As short as a few scrapes allow. */
const WINDOWS = { __rate_interval: '3s', __interval: '1s', __range: '8s' };
const OPENING_REQUESTS = 150;

/** Everything that happens in the portal, the bad days too, several times. */
function visitPortal(portal: Portal): void {
  for (let visit = 0; visit < 60; visit += 1) portal.visit();
  for (const scene of [BRUTE_FORCE, KEY_MISTAKE, OUTAGE]) {
    for (let visit = 0; visit < 8; visit += 1) portal.visit(scene);
  }
  portal.rotateKey('success');
  portal.rotateKey('failure');
}

/** What is compared with the hour before is compared with now: a new Prometheus has no past. */
function withoutPast({ expr, ...query }: PanelQuery): PanelQuery {
  return { ...query, expr: expr.replaceAll(/ offset \d+m/g, '') };
}

describeWithPeers(['prometheus'], 'the dashboards', () => {
  it(
    'have data in every panel where a Prometheus scrapes the demo under its traffic',
    async () => {
      const portalPort = await findFreePort();
      const demo = await startDemo({
        ports: [0],
        seed: 5,
        collectorUrl: undefined,
        userIdKey: undefined,
      });
      let portal = await startPortal({ seed: 5, port: portalPort });
      const prometheus = await startPrometheus({
        scrape: [
          { job: 'shop', target: new URL(demo.service.url).host },
          { job: 'portal', target: portal.target },
        ],
        rules: [renderPrometheusRules()],
        scrapeIntervalSeconds: SCRAPE_SECONDS,
      });
      const startedAt = Date.now() / 1000;
      try {
        await playAtOnce(demo.traffic, planVisits(OPENING_REQUESTS, demo.random), 4);
        visitPortal(portal);
        await pollUntil(
          async () => (await prometheus.query('auth_guest_events_total')).length > 0,
          {
            what: 'a scrape of the portal',
          },
        );
        await portal.stop();
        portal = await startPortal({ seed: 6, port: portalPort });

        let empty = (await listAllQueries(WINDOWS)).map(withoutPast);
        await pollUntil(
          async () => {
            visitPortal(portal);
            await playAtOnce(demo.traffic, [pickWeighted(VISITORS, demo.random), ...VISITORS], 4);
            await fetch(`${demo.service.url}/auth/health`);
            empty = await findEmpty(prometheus.url, empty, startedAt);
            return empty.length === 0;
          },
          { what: 'data in every panel', timeoutSeconds: WAIT_SECONDS },
        ).catch(() => undefined);

        expect(empty.map(({ where, expr }) => `${where}: ${expr}`)).toEqual([]);
        expect(demo.truth.surprises).toEqual([]);
      } finally {
        await prometheus.stop();
        await portal.stop();
        await demo.stop();
      }
    },
    TEST_MILLISECONDS,
  );
});

/** Those of the queries that give no number, neither now nor, where Grafana asks for a range, since the start. */
async function findEmpty(
  url: string,
  queries: readonly PanelQuery[],
  startedAt: number,
): Promise<PanelQuery[]> {
  const empty: PanelQuery[] = [];
  for (const query of queries) {
    const values = await findValues(url, query.expr, query.isInstant ? undefined : startedAt);
    if (!values.some((value) => Number.isFinite(value))) empty.push(query);
  }
  return empty;
}
