import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startOtlpSink } from '@authmeter/adapter-contract/dist/examples/start-otlp-sink.js';

/** @typedef {import('./read-walk.mjs').Step} Step */

const run = promisify(execFile);
/** Longest that all commands of a page may take together. */
const MOST_MILLISECONDS = 600_000;
const SCRIPT = 'steps.sh';
const AFTER = '--- after the commands of line';

/**
 * Does what a page says in one shell, in an empty folder: saves its files, runs its commands one block after the other,
 * and compares what they print and what reaches a receiver of OTLP. The ports of the page are replaced by free ones.
 * @param {readonly Step[]} steps
 * @param {string} folder absolute path
 * @param {Record<string, string>} environment
 * @returns {Promise<string[]>} what is otherwise than the page says
 */
export async function runWalk(steps, folder, environment) {
  const sink = await startOtlpSink();
  const [app, scraped, live] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const script = writeScript(steps)
    .replaceAll('localhost:4318', new URL(sink.endpoint).host)
    .replaceAll('localhost:3000', `localhost:${app}`)
    .replaceAll('localhost:9464', `localhost:${scraped}`)
    .replaceAll(/(localhost:|AUTHMETER_LIVE=)9465/g, `$1${live}`);
  try {
    writeFileSync(join(folder, SCRIPT), script);
    const { stdout } = await run('bash', [SCRIPT], {
      cwd: folder,
      env: {
        ...environment,
        PORT: `${app}`,
        METRICS_PORT: `${scraped}`,
        OTEL_EXPORTER_PROMETHEUS_PORT: `${scraped}`,
      },
      timeout: MOST_MILLISECONDS,
    });
    return [...findUnprinted(steps, stdout), ...findUnreceived(steps, sink)];
  } catch (error) {
    const { message, stdout } = /** @type {Error & { stdout?: string }} */ (error);
    return [`${message}\n${stdout ?? ''}`];
  } finally {
    await sink.close();
  }
}

/**
 * One script, so that variables, the working directory and jobs live on from block to block as in a terminal.
 * @param {readonly Step[]} steps
 */
function writeScript(steps) {
  const parts = steps.map((step) => {
    if (step.kind === 'save')
      return `cat > ${step.file} <<'END OF FILE'\n${step.text}\nEND OF FILE`;
    if (step.kind === 'received') return '';
    // A reader does not type as fast as a killed process ends.
    return `${step.script}\n${/^kill /m.test(step.script) ? 'wait || true\n' : ''}echo '${AFTER} ${step.line}'`;
  });
  // Where the page is wrong, what it left running ends with it.
  return ['set -euo pipefail', "trap 'kill $(jobs -p) 2>&- || true' EXIT", ...parts].join('\n');
}

/**
 * Lines that the page shows and the commands did not print in this order. Others may be between them: frameworks print
 * lines of their own.
 * @param {readonly Step[]} steps
 * @param {string} stdout
 * @returns {string[]}
 */
function findUnprinted(steps, stdout) {
  const printed = stdout.split('\n');
  return steps.flatMap((step) => {
    if (step.kind !== 'run') return [];
    const end = printed.indexOf(`${AFTER} ${step.line}`);
    const lines = printed.splice(0, end + 1);
    const missing = step.prints.split('\n').find((expected) => {
      const at = lines.indexOf(expected);
      lines.splice(0, at + 1);
      return at < 0;
    });
    return step.prints === '' || missing === undefined
      ? []
      : [`the commands of line ${step.line} do not print: ${missing}`];
  });
}

/**
 * @param {readonly Step[]} steps
 * @param {import('@authmeter/adapter-contract/dist/examples/start-otlp-sink.js').OtlpSink} sink
 * @returns {string[]}
 */
function findUnreceived(steps, sink) {
  return steps.flatMap((step) => {
    if (step.kind !== 'received') return [];
    const wanted = Object.entries(JSON.parse(step.point));
    const isThere = sink
      .points(step.metric)
      .map((point) => new Map(Object.entries(point)))
      .some((point) =>
        wanted.every(([key, value]) => JSON.stringify(point.get(key)) === JSON.stringify(value)),
      );
    return isThere ? [] : [`no such point of ${step.metric} as in line ${step.line} was received`];
  });
}

/** @returns {Promise<number>} */
async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
