import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchJson, statusOf } from './fetch-json';
import { findFreePort } from './free-port';
import { startServer } from './server-process';

/** How Alertmanager notifies. */
export interface AlertmanagerOptions {
  /** YAML text or the same as an object. Unless given, alerts are taken and nobody is told. */
  readonly config?: string | object;
}

/** An alert as Alertmanager's API gives it; the fields that tests look at. */
export interface ReceivedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly receivers: readonly { readonly name: string }[];
  readonly status: { readonly state: 'active' | 'suppressed' | 'unprocessed' };
}

/** A running Alertmanager. */
export interface Alertmanager {
  /** Without a slash at its end. */
  readonly url: string;
  /** `host:port`, as Prometheus wants it. */
  readonly target: string;
  /** The alerts that it knows and that are not resolved. */
  readonly alerts: () => Promise<readonly ReceivedAlert[]>;
  readonly stop: () => Promise<void>;
}

const SILENT_CONFIG = { route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] };

/**
 * Starts an Alertmanager with a store of its own on a free loopback port.
 * @throws {Error} with the end of its log when it does not become ready
 */
export async function startAlertmanager(options: AlertmanagerOptions = {}): Promise<Alertmanager> {
  const target = `127.0.0.1:${await findFreePort()}`;
  const url = `http://${target}`;
  const { config = SILENT_CONFIG } = options;
  const { stop } = await startServer({
    peer: 'alertmanager',
    prepare: async (folder) => {
      const configFile = join(folder, 'alertmanager.yml');
      await writeFile(configFile, typeof config === 'string' ? config : JSON.stringify(config));
      return [
        `--config.file=${configFile}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=${target}`,
        // Alone: else it opens a second port, always the same one.
        '--cluster.listen-address=',
      ];
    },
    isReady: async () => (await statusOf(`${url}/-/ready`)) === 200,
  });
  return { url, target, stop, alerts: () => fetchJson(`${url}/api/v2/alerts`) };
}
