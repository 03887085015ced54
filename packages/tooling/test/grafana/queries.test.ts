import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderDashboards, type RenderOptions } from '@authmeter/monitoring';
import { describeWithPeers, requirePeer } from '@authmeter/testkit';
import type { Dashboard } from '../../grafana/read-dashboard.mjs';
import { listAllQueries, type PanelQuery } from './panel-queries';

/** What promtool says of queries that were made into recording rules, to be thrown away. */
function checkAsRules(queries: readonly PanelQuery[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-panels-'));
  try {
    const file = join(folder, 'rules.yml');
    const rules = queries.map(({ expr }, index) => ({ record: `panel:${index}`, expr }));
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'panels', rules }] }));
    return execFileSync(requirePeer('promtool'), ['check', 'rules', file], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWithPeers(['promtool'], 'the queries of the dashboards', () => {
  it('have the types that Prometheus wants', async () => {
    const queries = await listAllQueries();

    expect(checkAsRules(queries)).toContain(`SUCCESS: ${queries.length} rules found`);
    expect(queries.length).toBeGreaterThan(150);
  });

  it('would be refused if one were wrong', async () => {
    const [first] = await listAllQueries();

    expect(() =>
      checkAsRules([{ where: 'here', expr: `rate(${first?.expr ?? 'up'})`, isInstant: true }]),
    ).toThrow('expected type range vector');
  });
});

describe('dashboards rendered with options', () => {
  it.each<RenderOptions>([
    { namespace: 'compozy' },
    { selector: `env="prod",region=~"eu-.+"` },
    { timeScale: 10 },
    { thresholds: { loginFailureRatioHigh: 0.3, availabilityObjective: 0.99 } },
  ])('break no rule with %j', async (options) => {
    const { judgeDashboard } = await import('../../grafana/judge-dashboard.mjs');
    const { describeSurroundings } = await import('../../grafana/surroundings.mjs');
    const { WORKSPACE_ROOT } = await import('../../workspace/read-workspace.mjs');
    const surroundings = describeSurroundings(WORKSPACE_ROOT, options);

    const problems = renderDashboards(options).flatMap(({ dashboard }) =>
      judgeDashboard(dashboard as Dashboard, surroundings),
    );

    expect(problems).toEqual([]);
  });
});
