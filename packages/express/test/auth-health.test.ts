import { observeApp } from '@authmeter/adapter-contract';
import type { AuthHealthReport, DependencyCheck } from '@authmeter/core';
import { ATTEMPTS, DEPENDENCY_CHECK_DURATION, DEPENDENCY_UP } from '@authmeter/core/conventions';
import type { RequestHandler } from 'express';
import { authHealth, authMetrics } from '../src';
import { EXPRESS_VERSIONS, express5, type CreateExpressApp } from './express-versions';

type Checks = Readonly<Record<string, DependencyCheck>>;
interface Answer {
  readonly status: number;
  readonly cacheControl: string | null;
  readonly text: string;
  readonly report: AuthHealthReport;
}

const before: RequestHandler = (_request, _response, next) => {
  next();
};

/** Asks an app with these checks for its health so many times at once. */
function ask(
  checks: Checks,
  { createApp = express5, times = 1, timeoutMilliseconds = 1000, onRequest = before } = {},
) {
  return observeApp(
    (meter) => {
      const app: ReturnType<CreateExpressApp> = createApp();
      app.use(authMetrics(meter), onRequest);
      app.get('/health', authHealth({ meter, checks, timeoutMilliseconds }));
      return app;
    },
    async (url): Promise<readonly Answer[]> =>
      Promise.all(
        Array.from({ length: times }, async () => {
          const response = await fetch(`${url}/health`, { headers: { authorization: 'Basic eA' } });
          const text = await response.text();
          const cacheControl = response.headers.get('cache-control');
          return { status: response.status, cacheControl, text, report: JSON.parse(text) };
        }),
      ),
    { meter: { dependencies: ['database', 'keys'] } },
  );
}

const durationMilliseconds: unknown = expect.any(Number);

describe.each(EXPRESS_VERSIONS)('authHealth on %s', (_name, createApp) => {
  it('answers 200 when everything is up, which is no attempt', async () => {
    const { result, points, distributions } = await ask(
      { database: () => undefined, keys: async () => true },
      { createApp },
    );

    expect(result[0]?.status).toBe(200);
    expect(result[0]?.cacheControl).toBe('no-store');
    expect(result[0]?.report).toEqual({
      status: 'up',
      checks: {
        database: { status: 'up', durationMilliseconds },
        keys: { status: 'up', durationMilliseconds },
      },
    });
    expect(points(ATTEMPTS)).toEqual([]);
    expect(points(DEPENDENCY_UP)).toEqual([
      { attributes: { dependency: 'database' }, value: 1 },
      { attributes: { dependency: 'keys' }, value: 1 },
    ]);
    expect(
      distributions(DEPENDENCY_CHECK_DURATION).map(({ attributes, value }) => [
        attributes,
        value.count,
      ]),
    ).toEqual([
      [{ dependency: 'database', outcome: 'success' }, 1],
      [{ dependency: 'keys', outcome: 'success' }, 1],
    ]);
  });
});

describe('authHealth', () => {
  it.each<readonly [string, DependencyCheck]>([
    ['answers false', () => false],
    [
      'throws',
      () => {
        throw new Error('postgres://admin:hunter2@db refused');
      },
    ],
    ['rejects', () => Promise.reject(new Error('postgres://admin:hunter2@db refused'))],
  ])('answers 503 when a check %s, without telling the error', async (_how, database) => {
    const { result, points } = await ask({ database, keys: () => true });

    expect(result[0]?.status).toBe(503);
    expect(result[0]?.report).toEqual({
      status: 'down',
      checks: {
        database: { status: 'down', durationMilliseconds, cause: 'failed' },
        keys: { status: 'up', durationMilliseconds },
      },
    });
    expect(result[0]?.text).not.toContain('hunter2');
    expect(points(DEPENDENCY_UP)).toEqual([
      { attributes: { dependency: 'database' }, value: 0 },
      { attributes: { dependency: 'keys' }, value: 1 },
    ]);
  });

  it('gives up on a check that takes too long, and aborts it', async () => {
    let isAborted = false;
    const database: DependencyCheck = (signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          isAborted = true;
          reject(new Error('too late'));
        });
      });

    const { result, points, distributions } = await ask({ database }, { timeoutMilliseconds: 20 });

    expect(result[0]?.status).toBe(503);
    expect(result[0]?.report.checks['database']).toEqual({
      status: 'down',
      durationMilliseconds,
      cause: 'timeout',
    });
    expect(isAborted).toBe(true);
    expect(points(DEPENDENCY_UP)).toEqual([{ attributes: { dependency: 'database' }, value: 0 }]);
    const [duration] = distributions(DEPENDENCY_CHECK_DURATION);
    expect(duration?.attributes).toEqual({ dependency: 'database', outcome: 'failure' });
    expect(duration?.value.sum).toBeGreaterThan(0.015);
  });

  it('lets callers that ask at the same time share one run', async () => {
    let runs = 0;
    let arrived = 0;
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });

    const { result, distributions } = await ask(
      {
        database: () => {
          runs += 1;
          return finished;
        },
      },
      {
        times: 5,
        timeoutMilliseconds: 10_000,
        onRequest: (_request, _response, next) => {
          arrived += 1;
          next();
          if (arrived === 5) finish();
        },
      },
    );

    expect(result.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(runs).toBe(1);
    expect(distributions(DEPENDENCY_CHECK_DURATION)[0]?.value.count).toBe(1);
  });

  it('folds the name of a dependency that the meter does not know', async () => {
    const { points } = await ask({ cache: () => true });

    expect(points(DEPENDENCY_UP)).toEqual([{ attributes: { dependency: '_OTHER' }, value: 1 }]);
  });
});
