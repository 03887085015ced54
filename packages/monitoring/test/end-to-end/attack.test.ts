import {
  describeWithPeers,
  pollUntil,
  startAlertmanager,
  startPrometheus,
} from '@authmeter/testkit';
import { renderPrometheusRules } from '../../src';
import { configForTest } from '../alertmanager/config-for-test';
import { receiveNotifications, type Notifications } from '../alertmanager/receive-notifications';
import { attack } from './attack';
import { startDemoProcess } from './start-demo-process';

const TIMEOUT_MILLISECONDS = 240_000;
/** A window of five minutes is five seconds, two minutes of waiting are two seconds. */
const TIME_SCALE = 60;
const SCRAPE_INTERVAL_SECONDS = 0.25;

interface WebhookMessage {
  readonly status: string;
  readonly receiver: string;
  readonly groupLabels: Readonly<Record<string, string>>;
  readonly alerts: readonly {
    readonly status: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

function waitForWebhook(
  { posts }: Notifications,
  alert: string,
  status: 'firing' | 'resolved',
): Promise<WebhookMessage> {
  return pollUntil(
    () =>
      ((posts.get('/webhook') ?? []) as unknown as readonly WebhookMessage[]).find(
        (message) => message.status === status && message.groupLabels['alertname'] === alert,
      ),
    { what: `${alert} ${status}`, timeoutSeconds: 90 },
  );
}

describeWithPeers(['prometheus', 'alertmanager'], 'a service under attack', () => {
  it(
    'brings a notification with the right labels, and another when it is over',
    async () => {
      const running: { stop: () => Promise<void> }[] = [];
      const started = <T extends { stop: () => Promise<void> }>(server: T): T => {
        running.unshift(server);
        return server;
      };
      const notifications = await receiveNotifications();
      const { config, remove } = configForTest(notifications);
      try {
        const demo = started(await startDemoProcess());
        const alertmanager = started(await startAlertmanager({ config }));
        started(
          await startPrometheus({
            scrape: [{ job: 'shop', target: demo.target }],
            scrapeIntervalSeconds: SCRAPE_INTERVAL_SECONDS,
            rules: [renderPrometheusRules({ timeScale: TIME_SCALE })],
            alertmanagers: [alertmanager.target],
          }),
        );
        const attacker = started(attack(demo.url));

        const firing = await waitForWebhook(notifications, 'BruteForceSuspected', 'firing');
        await attacker.stop();
        const resolved = await waitForWebhook(notifications, 'BruteForceSuspected', 'resolved');

        expect(firing.receiver).toBe('authentication-security');
        expect(firing.alerts).toHaveLength(1);
        expect(firing.alerts[0]?.labels).toEqual({
          alertname: 'BruteForceSuspected',
          component: 'authentication',
          severity: 'critical',
          job: 'shop',
          ip_address: '203.0.113.0',
        });
        expect(firing.alerts[0]?.annotations).toMatchObject({
          summary: 'shop: One source fails to authenticate again and again.',
          description: expect.stringMatching(
            /^\d+\.\d\d failures a second, as the mean over 5s; the limit is 10\. Job shop, ip_address 203\.0\.113\.0\.$/,
          ),
          runbook_url: expect.stringMatching(/\/BruteForceSuspected\.md$/),
        });
        expect(resolved.alerts[0]?.labels).toEqual(firing.alerts[0]?.labels);
        const pages = JSON.stringify(notifications.posts.get('/pagerduty'));
        expect(pages).toContain('BruteForceSuspected');
      } finally {
        for (const server of running) await server.stop();
        await notifications.close();
        remove();
      }
    },
    TIMEOUT_MILLISECONDS,
  );
});
