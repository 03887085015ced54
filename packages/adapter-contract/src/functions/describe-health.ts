import type { AuthHealthReport, DependencyCheck } from '@authmeter/core';
import { ATTEMPTS, DEPENDENCY_CHECK_DURATION, DEPENDENCY_UP } from '@authmeter/core/conventions';
import { observeApp } from '../play/observe-app';
import type { AdapterUnderTest } from './adapter-under-test';

const HEADERS = { authorization: 'Basic eA', connection: 'close' };
const durationMilliseconds: unknown = expect.any(Number);
const SECRET = 'postgres://admin:hunter2@db refused';

const FAILURES: readonly (readonly [string, DependencyCheck])[] = [
  ['answers false', () => false],
  [
    'throws',
    () => {
      throw new Error(SECRET);
    },
  ],
  ['rejects', () => Promise.reject(new Error(SECRET))],
];

/** Describes what the health endpoint answers and counts. */
export function describeHealth<Middleware>({
  functions,
  listenerOf,
}: AdapterUnderTest<Middleware>): void {
  /** Asks an app with these checks for its health. */
  const ask = (checks: Readonly<Record<string, DependencyCheck>>) =>
    observeApp(
      (meter) => listenerOf(functions.authMetrics(meter), functions.authHealth({ meter, checks })),
      async (url) => {
        const response = await fetch(url, { headers: HEADERS });
        const [cacheControl, type] = ['cache-control', 'content-type'].map((name) =>
          response.headers.get(name),
        );
        const text = await response.text();
        const report = JSON.parse(text) as AuthHealthReport;
        return { status: response.status, cacheControl, type, text, report };
      },
      { meter: { dependencies: ['database', 'keys'] } },
    );

  describe('authHealth', () => {
    it('answers 200 when everything is up, which is no attempt', async () => {
      const checks = { database: () => undefined, keys: () => Promise.resolve(true) };
      const { result, points, distributions } = await ask(checks);

      expect(result).toMatchObject({
        status: 200,
        cacheControl: 'no-store',
        type: 'application/json; charset=utf-8',
      });
      expect(result.report).toEqual({
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
      expect(distributions(DEPENDENCY_CHECK_DURATION).map(({ attributes }) => attributes)).toEqual([
        { dependency: 'database', outcome: 'success' },
        { dependency: 'keys', outcome: 'success' },
      ]);
    });

    it.each(FAILURES)('answers 503 when a check %s, without telling the error', async (...row) => {
      const [, database] = row;
      const { result, points } = await ask({ database, keys: () => true });

      expect(result.status).toBe(503);
      expect(result.report).toEqual({
        status: 'down',
        checks: {
          database: { status: 'down', durationMilliseconds, cause: 'failed' },
          keys: { status: 'up', durationMilliseconds },
        },
      });
      expect(result.text).not.toContain('hunter2');
      expect(points(DEPENDENCY_UP)).toEqual([
        { attributes: { dependency: 'database' }, value: 0 },
        { attributes: { dependency: 'keys' }, value: 1 },
      ]);
    });
  });
}
