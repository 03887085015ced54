import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  METRIC_CATALOGUE,
  OPERATION_DURATION,
  SESSION_DURATION,
  SOURCE_FAILURES,
  USERS_ACTIVE,
} from '@authmeter/core/conventions';
import { createStore } from '../findings/support';

describe('the store', () => {
  it('stays within two mebibytes, whatever comes', () => {
    const { store, run } = createStore();

    for (let method = 0; method < 2000; method += 1) {
      for (const definition of METRIC_CATALOGUE) {
        store.take({
          definition,
          attributes: {
            outcome: 'success',
            method: `m${String(method)}`,
            limiter: `l${String(method)}`,
          },
          value:
            definition.kind === 'histogram'
              ? { boundaries: [1, 2], counts: [1, 1, 1], sum: 3 }
              : method,
        });
      }
      store.take({
        definition: SOURCE_FAILURES,
        attributes: { ip_address: `10.${String(method)}.0.0` },
        value: 1,
      });
    }
    run(2);

    expect(store.bytes).toBeLessThanOrEqual(2 * 1024 ** 2);
    expect(store.series.used).toBeLessThanOrEqual(store.series.cells);
    expect(store.series.folded).toBeGreaterThan(0);
  });

  it('ignores what is no number, and what counts nothing', () => {
    const { store } = createStore();

    for (const value of [NaN, Infinity, -1, 0]) {
      store.take({ definition: ATTEMPTS, attributes: { outcome: 'success' }, value });
    }
    store.take({ definition: USERS_ACTIVE, attributes: {}, value: NaN });
    store.take({
      definition: OPERATION_DURATION,
      attributes: { operation: 'login' },
      value: { boundaries: [1], counts: [0, 0], sum: 0 },
    });

    expect(store.series.used).toBe(0);
    expect([...store.recorded]).toEqual([]);
    expect([...store.reported]).toEqual([
      ATTEMPTS.name,
      USERS_ACTIVE.name,
      OPERATION_DURATION.name,
    ]);
  });

  it('notes what it does not keep', () => {
    const { store } = createStore();

    store.take({
      definition: SESSION_DURATION,
      attributes: { cause: 'user' },
      value: { boundaries: [1], counts: [1, 0], sum: 0 },
    });

    expect([...store.reported]).toEqual([SESSION_DURATION.name]);
  });

  it('tells sources and accounts apart, and a source that nobody knows', () => {
    const { store, run } = createStore();
    run(
      1,
      { definition: SOURCE_FAILURES, attributes: { ip_address: '203.0.113.0' }, value: 2 },
      { definition: SOURCE_FAILURES, attributes: {}, value: 1 },
      { definition: ACCOUNT_FAILURES, attributes: { user_id: 'c0ffee' }, value: 3 },
    );

    expect(store.sources.during(60)).toEqual([
      { key: '203.0.113.0', count: 2 },
      { key: 'unknown', count: 1 },
    ]);
    expect(store.accounts.during(60)).toEqual([{ key: 'c0ffee', count: 3 }]);
    expect(store.timeline.window(60).sum([0])).toBe(3);
  });
});
