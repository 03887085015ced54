import { once } from 'node:events';
import { createServer } from 'node:net';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { findFreePort, pollUntil } from '@authmeter/testkit';
import { installApp, removeApps } from './install-app';
import { startService, type RunningService } from './start-service';
import { NEWEST } from './version-sets';

const REGISTER = '@authmeter/instrumentation/register';
const IMPORTED = ['--import', REGISTER];
const SIMPLE = { jsonwebtoken: NEWEST['jsonwebtoken'] ?? '' };
const NO_METRICS = { AUTHMETER_METRICS: '', OTEL_METRICS_EXPORTER: '' };

const running: RunningService[] = [];

async function start(
  folder: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningService> {
  const service = await startService(folder, parameters, { ...NO_METRICS, ...environment });
  running.push(service);
  return service;
}

/** What of the data of the page this looks at. */
interface Data {
  readonly series?: readonly {
    readonly cell: number;
    readonly metric: string;
    readonly attributes: object;
  }[];
  readonly fine: readonly { readonly cells: readonly number[] }[];
}

/** The attempts that a page has counted, by their attributes; undefined while there are none. */
async function attemptsOf(
  url: string,
): Promise<readonly (readonly [object, number])[] | undefined> {
  const response = await fetch(`${url}data`).catch(() => undefined);
  const { series = [], fine } = ((await response?.json()) ?? { fine: [] }) as Data;
  const attempts = series
    .filter(({ metric }) => metric === ATTEMPTS.name)
    .map(({ cell, attributes }) => [attributes, countIn(fine, cell)] as const)
    .filter(([, count]) => count > 0);
  return attempts.length > 0 ? attempts : undefined;
}

function countIn(slots: Data['fine'], cell: number): number {
  const counts = slots.flatMap(({ cells }) =>
    cells.filter((_, place) => place % 2 === 1 && cells[place - 1] === cell),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function isServed(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});
afterAll(removeApps);

describe('AUTHMETER_LIVE', () => {
  const folder = installApp('live', { dependencies: SIMPLE });

  it.each([
    ['CommonJS', 'service.cjs'],
    ['ES modules', 'service.mjs'],
  ])(
    'shows what is counted in a service of %s, on a port of the loopback interface',
    async (_, file) => {
      const port = await findFreePort();
      const url = `http://127.0.0.1:${String(port)}/`;
      const service = await start(folder, [...IMPORTED, file], { AUTHMETER_LIVE: String(port) });

      const attempts = await pollUntil(() => attemptsOf(url), { what: 'the attempt on the page' });
      const page = await fetch(url);
      const script = await fetch(`${url}page.js`);

      expect(attempts).toEqual([[{ outcome: 'success', method: 'jwt' }, 1]]);
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await page.text()).toContain('<title>');
      expect(script.status).toBe(200);
      expect(service.errors()).toBe('');
      expect(await service.stop()).toEqual([null, 'SIGTERM']);
    },
  );

  it('shows what an exporter exports besides', async () => {
    const [port, metricsPort] = [await findFreePort(), await findFreePort()];
    await start(folder, [...IMPORTED, 'service.cjs'], {
      AUTHMETER_LIVE: String(port),
      AUTHMETER_METRICS: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(metricsPort),
    });

    const attempts = await pollUntil(() => attemptsOf(`http://127.0.0.1:${String(port)}/`), {
      what: 'the attempt on the page',
    });
    const scrape = await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`);

    expect(attempts).toEqual([[{ outcome: 'success', method: 'jwt' }, 1]]);
    expect(await scrape.text()).toContain('auth_attempts_total{outcome="success",method="jwt"} 1');
  });

  it.each(['0', 'yes'])(
    'that is %s is refused in one line, and the service runs',
    async (value) => {
      const service = await start(folder, [...IMPORTED, 'service.cjs'], { AUTHMETER_LIVE: value });

      expect(service.errors()).toContain(
        `AuthmeterWarning: @authmeter/instrumentation/register: option "AUTHMETER_LIVE" is "${value}"; allowed: a port, 1 to 65535\n`,
      );
    },
  );

  it('says that its port is taken, and the service runs', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };

    const service = await start(folder, [...IMPORTED, 'service.cjs'], {
      AUTHMETER_LIVE: String(port),
    });

    await pollUntil(() => (service.errors() === '' ? undefined : true), { what: 'the line' });
    taken.close();
    expect(service.errors()).toContain(
      `AuthmeterWarning: AUTHMETER_LIVE=${String(port)} serves nothing: port ${String(port)} is taken (EADDRINUSE); choose another one\n`,
    );
    expect(await service.stop()).toEqual([null, 'SIGTERM']);
  });

  it('says what to install where the page is not, and the service runs', async () => {
    const without = installApp('without-live', {
      dependencies: SIMPLE,
      without: ['@authmeter/live'],
    });

    const service = await start(without, [...IMPORTED, 'service.mjs'], { AUTHMETER_LIVE: '9465' });

    expect(service.errors()).toContain(
      'AuthmeterWarning: AUTHMETER_LIVE=9465 needs @authmeter/live: npm install @authmeter/live\n',
    );
  });

  it('serves nothing in production, where nobody was asked who may see it, and says so', async () => {
    const port = await findFreePort();

    const service = await start(folder, [...IMPORTED, 'service.cjs'], {
      AUTHMETER_LIVE: String(port),
      NODE_ENV: 'production',
    });

    expect(service.errors()).toContain(
      `AUTHMETER_LIVE=${String(port)} serves nothing where NODE_ENV is production: mount createLive({ authorize }) of @authmeter/live there\n`,
    );
    expect(await isServed(`http://127.0.0.1:${String(port)}/`)).toBe(false);
  });

  it('serves nothing beside a MeterProvider of the service, which it cannot read, and says so', async () => {
    const port = await findFreePort();

    const service = await start(folder, [...IMPORTED, 'own-provider.cjs'], {
      AUTHMETER_LIVE: String(port),
    });

    expect(service.errors()).toContain(
      `AUTHMETER_LIVE=${String(port)} serves nothing: the metrics go to the MeterProvider of the service, which takes no reader later; put the reader of createLive() from @authmeter/live into its readers\n`,
    );
    expect(await isServed(`http://127.0.0.1:${String(port)}/`)).toBe(false);
  });

  it('ends when the service registers a MeterProvider later, and says so', async () => {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${String(port)}/`;
    const service = await start(folder, [...IMPORTED, 'own-provider.cjs', '--late'], {
      AUTHMETER_LIVE: String(port),
    });
    await pollUntil(() => attemptsOf(url), { what: 'the attempt on the page' });

    service.child.kill('SIGUSR2');

    await pollUntil(async () => ((await isServed(url)) ? undefined : true), {
      what: 'the end of the page',
    });
    expect(service.errors()).toContain(`AUTHMETER_LIVE=${String(port)} ends: the metrics go to`);
  });
});
