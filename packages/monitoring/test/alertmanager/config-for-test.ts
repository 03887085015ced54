import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AlertmanagerConfig } from '../../src';
import { GENERATED_ALERTMANAGER } from '../generated-files';
import type { Notifications } from './receive-notifications';

/** The committed configuration, led to another place, and quick. */
export interface ConfigForTest {
  readonly config: object;
  readonly remove: () => void;
}

/**
 * The committed configuration of Alertmanager with nothing changed but where its secrets lie, which addresses they
 * hold, and how long it waits.
 */
export function configForTest({ url, mailHost }: Notifications): ConfigForTest {
  const folder = mkdtempSync(join(tmpdir(), 'authmeter-secrets-'));
  const secrets = {
    pagerduty_routing_key: 'routing-key',
    slack_api_url: `${url}/slack`,
    security_webhook_url: `${url}/webhook`,
    smtp_password: 'password',
  };
  mkdirSync(join(folder, 'secrets'));
  for (const [name, secret] of Object.entries(secrets)) {
    writeFileSync(join(folder, 'secrets', name), secret);
  }
  const text = readFileSync(GENERATED_ALERTMANAGER, 'utf8')
    .replaceAll('/etc/alertmanager/secrets/', `${folder}/secrets/`)
    .replaceAll(/group_wait: \d+s/g, 'group_wait: 1s')
    .replaceAll(/group_interval: \d+m/g, 'group_interval: 1s');
  const config = parse(text) as AlertmanagerConfig;
  return {
    config: {
      ...config,
      global: {
        ...config.global,
        pagerduty_url: `${url}/pagerduty`,
        smtp_smarthost: mailHost,
        smtp_require_tls: false,
      },
      templates: config.templates.map((file) => join(dirname(GENERATED_ALERTMANAGER), file)),
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
