// A service of several processes behind one port, each with a meter and detectors of its own. Started with the number of
// processes and where to push; writes its port, and at the end of its input goes.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { createAuthMeter } from '@authmeter/core';
import { createDetectors } from '@authmeter/detectors';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';

const [, , processes, otlpUrl] = process.argv;
const EXPORT_MILLISECONDS = 250;

function startWorkers() {
  let listening = 0;
  cluster.on('listening', (_worker, { port }) => {
    listening += 1;
    if (listening === Number(processes)) process.stdout.write(`${port}\n`);
  });
  for (let number = 0; number < Number(processes); number += 1) cluster.fork();
  process.stdin.resume().once('end', () => process.exit());
}

function serve() {
  const provider = new MeterProvider({
    resource: resourceFromAttributes({
      'service.name': 'shop',
      'service.instance.id': `worker-${cluster.worker.id}`,
    }),
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: otlpUrl }),
        exportIntervalMillis: EXPORT_MILLISECONDS,
        exportTimeoutMillis: EXPORT_MILLISECONDS,
      }),
    ],
  });
  const meter = createAuthMeter({
    meterProvider: provider,
    userIdKey: 'the same key for all workers',
    observers: [createDetectors()],
  });
  createServer((request, response) => {
    const { searchParams } = new URL(request.url, 'http://shop');
    const subject = {
      accountId: searchParams.get('account'),
      sourceAddress: searchParams.get('source'),
    };
    const isRight = searchParams.get('password') === 'right';
    const cause = isRight ? {} : { errorType: 'invalid_credentials' };
    const outcome = isRight ? 'success' : 'failure';
    meter.record({ kind: 'login', method: 'password', outcome, ...cause, ...subject });
    response.end(String(cluster.worker.id));
  }).listen(0, '127.0.0.1');
}

if (cluster.isPrimary) startWorkers();
else serve();
