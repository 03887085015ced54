import { createMetricsHarness } from '@authmeter/testkit';
import { createAuthMeter } from '../../src/auth-meter';
import { DEPENDENCY_CHECK_DURATION, DEPENDENCY_UP } from '../../src/conventions';
import { createAuthHealth, type DependencyCheck } from '../../src/http/auth-health';

const durationMilliseconds: unknown = expect.any(Number);

/** A health check with these checks, and the meter that it feeds. */
function prepare(checks: Readonly<Record<string, DependencyCheck>>, timeoutMilliseconds = 1000) {
  const harness = createMetricsHarness();
  const { meterProvider } = harness;
  const meter = createAuthMeter({ meterProvider, dependencies: ['database'] });
  return { harness, ask: createAuthHealth('test', { meter, checks, timeoutMilliseconds }) };
}

describe('the health of authentication', () => {
  it('gives up on a check that takes too long, and aborts it', async () => {
    let isAborted = false;
    const { harness, ask } = prepare(
      {
        database: (signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              isAborted = true;
              reject(new Error('too late'));
            });
          }),
      },
      20,
    );

    const { status, report } = await ask();

    const snapshot = await harness.collect();
    const [duration] = snapshot.distributions(DEPENDENCY_CHECK_DURATION.name);
    expect(status).toBe(503);
    expect(report.checks['database']).toEqual({
      status: 'down',
      durationMilliseconds,
      cause: 'timeout',
    });
    expect(isAborted).toBe(true);
    expect(duration?.attributes).toEqual({ dependency: 'database', outcome: 'failure' });
    expect(duration?.value.sum).toBeGreaterThan(0.015);
  });

  it('lets callers that ask at the same time share one run', async () => {
    let runs = 0;
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { harness, ask } = prepare({
      database: () => {
        runs += 1;
        return finished;
      },
    });

    const answers = Promise.all(Array.from({ length: 5 }, () => ask()));
    finish();

    expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(runs).toBe(1);
    const snapshot = await harness.collect();
    expect(snapshot.distributions(DEPENDENCY_CHECK_DURATION.name)[0]?.value.count).toBe(1);
  });

  it('folds the name of a dependency that the meter does not know', async () => {
    const { harness, ask } = prepare({ cache: () => true });

    await ask();

    expect(await harness.points(DEPENDENCY_UP.name)).toEqual([
      { attributes: { dependency: '_OTHER' }, value: 1 },
    ]);
  });
});
