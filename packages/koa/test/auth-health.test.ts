import { observeApp } from '@authmeter/adapter-contract';
import type { DependencyCheck } from '@authmeter/core';
import { ATTEMPTS, DEPENDENCY_UP } from '@authmeter/core/conventions';
import { authHealth, authMetrics } from '../src';
import { KOA_VERSIONS, listenerOf, type KoaClass } from './koa-versions';

/** Asks an app with this check of its database for its health. */
function ask(App: KoaClass, database: DependencyCheck) {
  return observeApp(
    (meter) => listenerOf(App, authMetrics(meter), authHealth({ meter, checks: { database } })),
    async (url) => {
      const response = await fetch(url, { headers: { authorization: 'Basic eA' } });
      const { status, headers } = response;
      const [cacheControl, type] = ['cache-control', 'content-type'].map((n) => headers.get(n));
      return { status, cacheControl, type, report: await response.json() };
    },
    { meter: { dependencies: ['database'] } },
  );
}

const durationMilliseconds: unknown = expect.any(Number);

describe.each(KOA_VERSIONS)('authHealth on %s', (_name, App) => {
  it('answers 200 when everything is up, which is no attempt', async () => {
    const { result, points } = await ask(App, () => undefined);

    expect(result).toEqual({
      status: 200,
      cacheControl: 'no-store',
      type: 'application/json; charset=utf-8',
      report: { status: 'up', checks: { database: { status: 'up', durationMilliseconds } } },
    });
    expect(points(ATTEMPTS)).toEqual([]);
    expect(points(DEPENDENCY_UP)).toEqual([{ attributes: { dependency: 'database' }, value: 1 }]);
  });

  it('answers 503 when a check fails, without telling the error', async () => {
    const { result, points } = await ask(App, () => Promise.reject(new Error('hunter2')));

    expect(result).toEqual({
      status: 503,
      cacheControl: 'no-store',
      type: 'application/json; charset=utf-8',
      report: {
        status: 'down',
        checks: { database: { status: 'down', durationMilliseconds, cause: 'failed' } },
      },
    });
    expect(points(DEPENDENCY_UP)).toEqual([{ attributes: { dependency: 'database' }, value: 0 }]);
  });
});
