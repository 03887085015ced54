import cluster from 'node:cluster';
import { hostname } from 'node:os';
import type { ProcessPayload } from '../shared/payload';

/** Resource attributes, as the registry of OpenTelemetry names them. */
const SERVICE_NAME = 'service.name';
/** What the SDK calls a service that has no name. */
const UNNAMED = /^unknown_service/;

/** The name of a service, from its resource; undefined while nobody gave it one. */
export function serviceNameOf(attributes: Readonly<Record<string, unknown>>): string | undefined {
  const name = attributes[SERVICE_NAME];
  return typeof name === 'string' && name !== '' && !UNNAMED.test(name) ? name : undefined;
}

/** What is known of this process. */
export function processFacts(
  startedAt: number,
  service: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): ProcessPayload {
  const worker = workerNumber(environment);
  return {
    ...(service === undefined ? {} : { service }),
    host: hostname(),
    pid: process.pid,
    startedAt,
    source: 'reader',
    ...(worker === undefined ? {} : { worker }),
  };
}

/** Which of several processes that share a port this one is; undefined where it is alone. */
function workerNumber({ NODE_APP_INSTANCE }: NodeJS.ProcessEnv): string | undefined {
  if (cluster.isWorker) return String(cluster.worker?.id);
  // PM2 sets it in every process that it starts.
  return NODE_APP_INSTANCE === '' ? undefined : NODE_APP_INSTANCE;
}
