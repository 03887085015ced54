import { metrics } from '@opentelemetry/api';
import type { MetricsExporter } from '@authmeter/express';
import { startObservedService } from './observed-service';
import { pollUntil } from '@authmeter/testkit';
import { SDK_LINES } from './sdk-lines';

describe.each(Object.keys(SDK_LINES))('a provider that is registered late, SDK %s', (line) => {
  afterEach(() => {
    metrics.disable();
  });

  it('exports what was counted before it as well', async () => {
    let exporter: MetricsExporter | undefined;
    const service = await startObservedService({
      getMetricsRequestHandler: (request, response) => {
        exporter?.getMetricsRequestHandler(request, response);
      },
    });
    const paths = SDK_LINES[line]?.([]);
    if (paths === undefined) throw new Error(`no SDK line ${line}`);
    try {
      await service.request('none');
      await service.request('good');
      exporter = paths.exporter;
      metrics.setGlobalMeterProvider(paths.provider);
      await service.request('none');

      const rows = await pollUntil(
        async () => {
          const found = await attemptRows(service.url);
          return found.length === 2 && found.some((row) => row.endsWith(' 2')) && found;
        },
        { what: 'three attempts' },
      );
      expect(rows).toEqual([
        'auth_attempts_total{outcome="success",method="jwt"} 1',
        'auth_attempts_total{outcome="failure",reason="missing_auth",error_type="missing_auth",method="jwt"} 2',
      ]);
    } finally {
      await service.stop();
      await paths.shutdown();
    }
  });
});

/** The rows of attempts that are not zero, without the scope's labels, which one line of the SDK always adds. */
async function attemptRows(url: string): Promise<readonly string[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split('\n')
    .filter((row) => row.startsWith('auth_attempts_total{') && !row.endsWith(' 0'))
    .map((row) => row.replaceAll(/,otel_scope_\w+="[^"]*"/g, ''));
}
