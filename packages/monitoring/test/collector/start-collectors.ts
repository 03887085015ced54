import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, startCollector, type Collector } from '@authmeter/testkit';
import { GENERATED_FOLDER } from '../generated-files';

/** A collector that runs one of the committed configurations. */
export interface ConfiguredCollector extends Collector {
  /** Where OTLP logs are posted, the whole path. */
  readonly logsUrl: string;
  /** Without a path. */
  readonly otlpBase: string;
  readonly healthUrl: string;
  /** What its file of audit events holds, one export a line; nothing unless it is the gateway. */
  readonly auditFile: (retention: string) => string;
  /** Ends it, and removes what it kept. */
  readonly remove: () => Promise<void>;
}

/** Starts the committed configuration of the agent or the gateway on free ports, with a folder of its own. */
export async function startConfigured(
  name: 'agent' | 'gateway',
  env: Readonly<Record<string, string>> = {},
): Promise<ConfiguredCollector> {
  const folder = mkdtempSync(join(tmpdir(), `authmeter-${name}-`));
  const healthAddress = `127.0.0.1:${await findFreePort()}`;
  const collector = await startCollector({
    config: readFileSync(join(GENERATED_FOLDER, `collector/${name}.yaml`), 'utf8'),
    env: {
      OTLP_GRPC_ADDRESS: `127.0.0.1:${await findFreePort()}`,
      HEALTH_ADDRESS: healthAddress,
      QUEUE_FOLDER: join(folder, 'queue'),
      AUDIT_FOLDER: join(folder, 'audit'),
      ...env,
    },
  });
  const otlpBase = new URL(collector.otlpUrl).origin;
  return {
    ...collector,
    otlpBase,
    logsUrl: `${otlpBase}/v1/logs`,
    healthUrl: `http://${healthAddress}`,
    auditFile: (retention) => {
      const path = join(folder, 'audit', `${retention}.jsonl`);
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    },
    remove: async () => {
      await collector.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
