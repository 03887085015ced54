import { renderDashboards, RenderOptionError, type RenderOptions } from '../../src';
import { dashboard, panel, panelsOf } from './read-dashboards';

const NAMES = ['authentication', 'security', 'performance', 'credentials', 'slo'] as const;

describe('renderDashboards', () => {
  it('renders five dashboards in the classic model, whose addresses never change', () => {
    const rendered = NAMES.map((name) => dashboard(name));

    expect(rendered.map(({ uid, title, schemaVersion }) => [uid, title, schemaVersion])).toEqual([
      ['authmeter-authentication', 'Authmeter / Authentication', 42],
      ['authmeter-security', 'Authmeter / Security', 42],
      ['authmeter-performance', 'Authmeter / Performance', 42],
      ['authmeter-credentials', 'Authmeter / Credentials and keys', 42],
      ['authmeter-slo', 'Authmeter / SLO', 42],
    ]);
  });

  it('renders the same every time', () => {
    expect(JSON.stringify(renderDashboards())).toBe(JSON.stringify(renderDashboards()));
  });

  it.each([
    ['authentication', ['datasource', 'job', 'instance', 'method']],
    ['security', ['datasource', 'job', 'instance', 'ip_address']],
    ['performance', ['datasource', 'job', 'instance', 'operation']],
    ['credentials', ['datasource', 'job', 'instance']],
    ['slo', ['datasource', 'job', 'instance']],
  ] as const)('gives %s the variables %j', (name, variables) => {
    const { templating } = dashboard(name);

    expect(templating.list.map((variable) => variable['name'])).toEqual(variables);
  });

  it.each(NAMES)('marks alerts, rotations and restarts on %s, and leads to the others', (name) => {
    const { annotations, links, tags } = dashboard(name);

    expect(annotations.list.map((annotation) => annotation['name'])).toEqual([
      'Firing alerts',
      'Rotations',
      'Restarts',
    ]);
    expect(annotations.list[0]).toMatchObject({
      expr: 'ALERTS{component="authentication",alertstate="firing",job=~"$job"}',
      enable: true,
      datasource: { type: 'prometheus', uid: '${datasource}' },
    });
    expect(tags).toEqual(['authmeter']);
    expect(links).toEqual([
      expect.objectContaining({
        type: 'dashboards',
        tags,
        asDropdown: true,
        includeVars: true,
        keepTime: true,
      }),
    ]);
  });

  it('draws what alerts watch from the series that they compare', () => {
    const drawn = panel('authentication', 'Failure ratio of logins');

    expect(drawn.targets).toEqual([
      expect.objectContaining({
        expr: 'job:auth_login_failures:ratio_rate5m{job=~"$job"}',
        legendFormat: '{{job}}',
      }),
    ]);
  });

  it('puts the namespace in front of every series', () => {
    const expressions = panelsOf(dashboard('authentication', { namespace: 'compozy' })).flatMap(
      ({ targets = [] }) => targets.map(({ expr }) => expr),
    );

    expect(expressions[0]).toBe(
      'sum(rate(compozy_auth_attempts_total{job=~"$job",instance=~"$instance",method=~"$method"}[$__rate_interval]))',
    );
    expect(expressions.filter((expr) => /(^|[^_a-z])auth_/.test(expr))).toEqual([]);
  });

  it('narrows every query by the selector, and recorded series by what it pins', () => {
    const selector = 'env="prod", region=~"eu-.+"';
    const all = NAMES.flatMap((name) => panelsOf(dashboard(name, { selector })));
    const expressions = all.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

    expect(expressions.length).toBeGreaterThan(100);
    expect(expressions.filter((expr) => !expr.includes('env="prod"'))).toEqual([]);
    expect(panel('authentication', 'Failures a second', { selector }).targets?.[0]?.expr).toBe(
      'job:auth_failures:rate5m{job=~"$job",env="prod"}',
    );
  });

  it('reads from the data source that is named, until somebody chooses another', () => {
    const [variable] = dashboard('slo', { datasource: 'Mimir' }).templating.list;

    expect(variable).toMatchObject({
      name: 'datasource',
      type: 'datasource',
      query: 'prometheus',
      current: { text: 'Mimir', value: 'Mimir' },
    });
  });

  it('leads to the runbooks of the one who renders', () => {
    const { links } = panel('authentication', 'Expired tokens', {
      runbookUrl: 'https://wiki.test/auth/{alert}',
    });

    expect(links).toEqual([
      expect.objectContaining({
        title: 'Runbook: AuthExpiredTokensHigh',
        url: 'https://wiki.test/auth/AuthExpiredTokensHigh',
      }),
    ]);
  });

  it('leads from a source to the audit events, where it is told where they are', () => {
    const links = (options?: RenderOptions) =>
      panel('security', 'Top failing sources', options).fieldConfig?.overrides.find(
        ({ matcher }) => matcher.options === 'Source',
      )?.properties[0]?.value;
    const alone = {
      title: 'Only this source',
      url: '/d/authmeter-security?${__url_time_range}&${datasource:queryparam}&${job:queryparam}&${instance:queryparam}&var-ip_address=${__value.text}',
      targetBlank: true,
    };

    expect(links()).toEqual([alone]);
    expect(links({ logsUrl: 'https://logs.test/?q={value}' })).toEqual([
      alone,
      {
        title: 'Audit events',
        url: 'https://logs.test/?q=${__value.text:percentencode}',
        targetBlank: true,
      },
    ]);
    expect(() => renderDashboards({ logsUrl: 'logs' })).toThrow(
      'option "logsUrl" is "logs"; allowed: an absolute http or https address',
    );
  });

  it('leads from an operation to its performance', () => {
    const { fieldConfig } = panel('authentication', 'Latency by operation');

    expect(fieldConfig?.defaults.links).toEqual([
      expect.objectContaining({
        url: '/d/authmeter-performance?${__url_time_range}&${datasource:queryparam}&${job:queryparam}&${instance:queryparam}&var-operation=${__field.labels.operation}',
      }),
    ]);
  });

  it('refuses options as the rules do', () => {
    expect(() => renderDashboards({ namespace: '9' })).toThrow(RenderOptionError);
  });

  it('counts what gave birth to a series, but not where all series begin at zero', () => {
    const errors = panel('authentication', 'Failures by error type').targets?.[0]?.expr;
    const reuse = panel('security', 'Token reuse').targets?.[0]?.expr;

    expect(errors).toContain('unless last_over_time(');
    expect(reuse).toBe(
      'sum(increase(auth_security_events_total{event="token_reuse",job=~"$job",instance=~"$instance"}[$__range]))',
    );
  });
});
