import { renderDashboards } from '@authmeter/monitoring';
import type { Dashboard, Panel } from '../../grafana/read-dashboard.mjs';

/** The dashboard on security, as it is rendered. */
function security(): Dashboard {
  const found = renderDashboards().find(({ name }) => name === 'security');
  return structuredClone(found?.dashboard) as Dashboard;
}

/** What is found in it after a change to its first panel with values. */
async function judgeAfter(change: (panel: Panel, dashboard: Dashboard) => void): Promise<string[]> {
  const { judgeDashboard } = await import('../../grafana/judge-dashboard.mjs');
  const { describeSurroundings } = await import('../../grafana/surroundings.mjs');
  const { WORKSPACE_ROOT } = await import('../../workspace/read-workspace.mjs');
  const dashboard = security();
  const panel = dashboard.panels[1];
  if (panel === undefined) throw new Error('the dashboard is empty');
  change(panel, dashboard);
  return judgeDashboard(dashboard, describeSurroundings(WORKSPACE_ROOT));
}

/** A change of the first query. */
const query = (expr: string) => (panel: Panel) => {
  const [target] = panel.targets ?? [];
  if (target !== undefined) target.expr = expr;
};

describe('judgeDashboard', () => {
  it('has nothing to say against a dashboard that was not changed', async () => {
    expect(await judgeAfter(() => undefined)).toEqual([]);
  });

  it.each<readonly [string, (panel: Panel, dashboard: Dashboard) => void, string]>([
    ['title', (panel) => (panel.title = ''), 'panel 101 has no title'],
    [
      'description',
      (panel) => (panel.description = ' '),
      'panel "Attacks detected" has no description',
    ],
    [
      'unit',
      (panel) => delete panel.fieldConfig?.defaults.unit,
      'panel "Attacks detected" has no unit',
    ],
    [
      'type',
      (panel) => (panel.type = 'grafana-worldmap-panel'),
      'panel "Attacks detected" is a grafana-worldmap-panel, which not every Grafana has',
    ],
    [
      'data source',
      (panel) => Object.assign(panel, { datasource: { uid: 'P1809F7CD0C75ACF3' } }),
      'names the data source P1809F7CD0C75ACF3',
    ],
    [
      'data source of a query',
      (panel) => panel.targets?.push({ refId: 'B', expr: 'up{job=~"$job"}' }),
      'a query of "Attacks detected" has no data source',
    ],
    ['number', (panel) => (panel.id = 100), 'several panels have the number 100'],
    [
      'place',
      (panel) => (panel.gridPos = { ...panel.gridPos, w: 5 }),
      'panel "Token reuse" lies over "Attacks detected"',
    ],
    [
      'width',
      (panel) => (panel.gridPos = { ...panel.gridPos, x: 22, y: 300 }),
      'panel "Attacks detected" is beyond the grid',
    ],
    [
      'mapping of nothing',
      (panel) =>
        Object.assign(panel.fieldConfig?.defaults ?? {}, { mappings: [{ type: 'special' }] }),
      'panel "Attacks detected" gives nothing a value',
    ],
    [
      'text for nothing',
      (panel) => Object.assign(panel.fieldConfig?.defaults ?? {}, { noValue: '0' }),
      'panel "Attacks detected" shows nothing as 0',
    ],
    [
      'value for nothing',
      query('sum(auth_lockouts_total{job=~"$job"}) or vector(0)'),
      'a query of "Attacks detected" makes a value where there is none',
    ],
    [
      'syntax',
      query('sum(auth_lockouts_total{job=~"$job"}'),
      'panel "Attacks detected" does not parse at: ',
    ],
    [
      'series',
      query('sum(auth_lockout_total{job=~"$job"})'),
      'panel "Attacks detected" names the series auth_lockout_total, which does not exist',
    ],
    [
      'recorded series',
      query('job:auth_lockouts:rate5m{job=~"$job"}'),
      'panel "Attacks detected" names the series job:auth_lockouts:rate5m, which does not exist',
    ],
    [
      'label',
      query('sum by (reason) (auth_lockouts_total{job=~"$job"})'),
      'panel "Attacks detected" groups by reason, which none of its series has',
    ],
    [
      'choice of jobs',
      query('sum(auth_lockouts_total{transition="locked"})'),
      'panel "Attacks detected" looks at auth_lockouts_total of jobs that were not chosen',
    ],
    [
      'window',
      query('sum(rate(auth_lockouts_total{job=~"$job"}[5m]))'),
      'panel "Attacks detected" looks at auth_lockouts_total over a fixed 5m',
    ],
    [
      'use of the range',
      (panel) => {
        for (const target of panel.targets ?? []) target.instant = false;
      },
      'panel "Attacks detected" looks at the whole range from every point of it',
    ],
    [
      'runbook',
      (panel) => (panel.links = [{ title: '', url: 'https://x.test/docs/runbooks/Attacked.md' }]),
      'links to the runbook Attacked, which is missing',
    ],
    [
      'heading',
      (panel) => (panel.links = [{ title: '', url: 'https://x.test/docs/failure-reasons.md#no' }]),
      'links to failure-reasons.md#no, which is missing',
    ],
    [
      'dashboard',
      (panel) => (panel.links = [{ title: '', url: '/d/authmeter-overview?a' }]),
      'links to /d/authmeter-overview?a, which nobody knows',
    ],
    [
      'variable of a dashboard',
      (_panel, { templating }) => templating.list.pop(),
      'panel "Top failing sources" uses the variable ip_address, which is not there',
    ],
    [
      'series of a variable',
      (_panel, { templating }) =>
        Object.assign(templating.list[1] ?? {}, { query: 'label_values(auth_tries_total, job)' }),
      'variable "job" names the series auth_tries_total, which does not exist',
    ],
  ])('finds a wrong %s', async (_what, change, problem) => {
    const found = await judgeAfter(change);

    expect(found).toContain(problem);
  });

  it('finds an alert that leads to the dashboard and is drawn nowhere on it', async () => {
    const found = await judgeAfter((_panel, dashboard) => {
      for (const panel of dashboard.panels) delete panel.links;
    });

    expect(found).toContain('has no panel with the runbook of CsrfFailures, which leads here');
  });

  it('allows the window of an alert in the query of that alert', async () => {
    const query10m =
      'sum by (job) (increase(auth_source_failures_total{ip_address!~"other|unknown",job=~"$job"}[10m]))';

    expect(await judgeAfter(query(query10m))).toEqual([]);
  });
});

describe('fillInVariables', () => {
  it('fills in plain, braced and escaped variables', async () => {
    const { fillInVariables } = await import('../../grafana/fill-in-variables.mjs');

    expect(
      fillInVariables('a{job=~"$job",ip=~"${ip:regex}.*"}[$__range]', {
        job: 'x|y',
        ip: '203.0',
        __range: '1h',
      }),
    ).toBe(String.raw`a{job=~"x|y",ip=~"203\\.0.*"}[1h]`);
  });

  it('refuses a variable that has no value', async () => {
    const { fillInVariables } = await import('../../grafana/fill-in-variables.mjs');

    expect(() => fillInVariables('a[$__interval]', {})).toThrow(
      'no value for the variable $__interval',
    );
  });
});
