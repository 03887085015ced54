import { RECEIVERS } from './route';

/** Alertmanager looks for a relative path below the folder it was started in, not beside its configuration. */
const secret = (name: string): string => `/etc/alertmanager/secrets/${name}`;

/** Templates of `authmeter.tmpl`. */
const TITLE = '{{ template "authmeter.title" . }}';
const TEXT = '{{ template "authmeter.text" . }}';
const RUNBOOK = '{{ (index .Alerts 0).Annotations.runbook_url }}';
const DASHBOARD = '{{ (index .Alerts 0).Annotations.dashboard_url }}';

const pagerDuty = {
  routing_key_file: secret('pagerduty_routing_key'),
  send_resolved: true,
  severity: '{{ .CommonLabels.severity }}',
  class: '{{ .CommonLabels.alertname }}',
  component: '{{ .CommonLabels.component }}',
  group: '{{ .CommonLabels.job }}',
  description: TITLE,
  details: { alerts: TEXT },
  links: [
    { href: RUNBOOK, text: 'Runbook' },
    { href: DASHBOARD, text: 'Dashboard' },
  ],
};

const slack = (channel: string) => ({
  api_url_file: secret('slack_api_url'),
  channel,
  send_resolved: true,
  title: TITLE,
  title_link: RUNBOOK,
  text: TEXT,
  color: `{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}`,
});

const email = {
  to: 'auth-team@example.com',
  send_resolved: true,
  headers: { Subject: TITLE },
  // An empty one leaves the text alone.
  html: '',
  text: TEXT,
};

const webhook = { url_file: secret('security_webhook_url'), send_resolved: true };

/** Where each of them is told. Every secret is read from a file. */
export const RECEIVER_CONFIGS = [
  {
    name: RECEIVERS.critical,
    pagerduty_configs: [pagerDuty],
    slack_configs: [slack('#auth-oncall')],
  },
  {
    name: RECEIVERS.warning,
    slack_configs: [slack('#auth-alerts')],
    email_configs: [email],
  },
  { name: RECEIVERS.security, webhook_configs: [webhook] },
  { name: RECEIVERS.others },
];

/** Settings for mail; secrets come from files. */
export const GLOBAL_CONFIG = {
  smtp_smarthost: 'smtp.example.com:587',
  smtp_from: 'alertmanager@example.com',
  smtp_auth_username: 'alertmanager@example.com',
  smtp_auth_password_file: secret('smtp_password'),
};
