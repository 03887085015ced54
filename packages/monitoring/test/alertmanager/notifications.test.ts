import {
  describeWithPeers,
  pollUntil,
  startAlertmanager,
  type Alertmanager,
} from '@authmeter/testkit';
import { renderPrometheusRules, type AlertingRule } from '../../src';
import { configForTest, type ConfigForTest } from './config-for-test';
import { receiveNotifications, type Notifications } from './receive-notifications';

const TIMEOUT_MILLISECONDS = 60_000;
const RULES = renderPrometheusRules()
  .groups.flatMap(({ rules }) => rules)
  .filter((rule): rule is AlertingRule => 'alert' in rule);

/** An alert as Prometheus sends it, its templates filled in for a job. */
function fire(name: string, job: string, labels: Record<string, string> = {}): object {
  const rule = RULES.find(({ alert }) => alert === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  const fill = (text: string): string => text.replaceAll(/\{\{[^}]*\$labels\.job[^}]*\}\}/g, job);
  return {
    labels: { alertname: name, job, ...rule.labels, ...labels },
    annotations: Object.fromEntries(
      Object.entries(rule.annotations).map(([key, text]) => [key, fill(text as string)]),
    ),
  };
}

describeWithPeers(['alertmanager'], 'the committed configuration of Alertmanager, running', () => {
  let notifications: Notifications;
  let configured: ConfigForTest;
  let alertmanager: Alertmanager;

  beforeAll(async () => {
    notifications = await receiveNotifications();
    configured = configForTest(notifications);
    alertmanager = await startAlertmanager({ config: configured.config });
    const alerts = [
      fire('AuthServiceDown', 'shop'),
      fire('AuthFailureRatioHigh', 'shop'),
      fire('AuthFailureRatioHigh', 'bank'),
      fire('AuthLatencyHigh', 'shop', { operation: 'login' }),
      fire('AuthLatencyElevated', 'shop', { operation: 'login' }),
      fire('AuthLatencyElevated', 'shop', { operation: 'authorize' }),
      fire('TokenReuseDetected', 'shop'),
    ];
    const response = await fetch(`${alertmanager.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    expect(response.status).toBe(200);
  }, TIMEOUT_MILLISECONDS);

  afterAll(async () => {
    await alertmanager?.stop();
    configured?.remove();
    await notifications?.close();
  });

  const posted = (path: string, count: number) =>
    pollUntil(
      () => {
        const found = notifications.posts.get(path) ?? [];
        return found.length >= count && found;
      },
      { what: `${count} posts to ${path}` },
    );

  it('pages for what is critical, with the page that says what to do', async () => {
    const pages = await posted('/pagerduty', 3);
    const page = pages.find(({ payload }) => JSON.stringify(payload).includes('AuthServiceDown'));

    expect(page).toMatchObject({
      routing_key: 'routing-key',
      event_action: 'trigger',
      payload: {
        severity: 'critical',
        class: 'AuthServiceDown',
        component: 'authentication',
        group: 'shop',
        summary: '[FIRING 1] AuthServiceDown (critical)',
      },
      links: [
        { text: 'Runbook', href: expect.stringMatching(/\/AuthServiceDown\.md$/) },
        {
          text: 'Dashboard',
          href: expect.stringMatching(/authmeter-authentication\?var-job=shop$/),
        },
      ],
    });
  });

  it('tells a channel of everything that is not silenced, and what the matter is', async () => {
    const messages = await posted('/slack', 5);
    const titles = messages.flatMap(({ channel, attachments }) =>
      (attachments as { title: string }[]).map(({ title }) => `${String(channel)} ${title}`),
    );

    expect(titles.sort()).toEqual([
      '#auth-alerts [FIRING 1] AuthFailureRatioHigh (warning)',
      '#auth-alerts [FIRING 1] AuthLatencyElevated (warning)',
      '#auth-oncall [FIRING 1] AuthLatencyHigh (critical)',
      '#auth-oncall [FIRING 1] AuthServiceDown (critical)',
      '#auth-oncall [FIRING 1] TokenReuseDetected (critical)',
    ]);
    expect(JSON.stringify(messages)).toContain(
      'bank: A large share of authentication attempts fails.',
    );
  });

  it('mails what is no page', async () => {
    const mails = await pollUntil(() => notifications.mails.length >= 2 && notifications.mails, {
      what: 'two mails',
    });
    const about = mails.find((mail) => mail.includes('AuthFailureRatioHigh'));

    expect(about).toMatch(/^To: auth-team@example\.com\r$/m);
    expect(about).toMatch(/^Subject: .*AuthFailureRatioHigh/m);
    expect(about).toContain('bank: A large share of authentication attempts fails.');
  });

  it('tells those who answer for security of what concerns them, by a webhook', async () => {
    const [notification] = await posted('/webhook', 1);

    expect(notification).toMatchObject({
      receiver: 'authentication-security',
      status: 'firing',
      groupLabels: { alertname: 'TokenReuseDetected', component: 'authentication' },
      alerts: [{ labels: { job: 'shop', severity: 'critical' } }],
    });
  });

  it('silences symptoms of a service that is down, and the milder of a pair, of the same job', async () => {
    const states = (await alertmanager.alerts()).map(
      ({ labels, status }) =>
        `${labels['alertname']} ${labels['job']} ${labels['operation'] ?? ''} ${status.state}`,
    );

    expect(states.sort()).toEqual([
      'AuthFailureRatioHigh bank  active',
      'AuthFailureRatioHigh shop  suppressed',
      'AuthLatencyElevated shop authorize active',
      'AuthLatencyElevated shop login suppressed',
      'AuthLatencyHigh shop login active',
      'AuthServiceDown shop  active',
      'TokenReuseDetected shop  active',
    ]);
  });
});
