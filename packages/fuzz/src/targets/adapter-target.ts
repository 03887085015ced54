import type { RequestListener } from 'node:http';
import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import { ATTEMPTS, INSTRUMENTATION_FAILURES, LOGINS } from '@authmeter/core/conventions';
import { createMetricsHarness } from '@authmeter/testkit';
import fc from 'fast-check';
import { ADDRESS_TEXTS, AUTHORIZATION_TEXTS } from '../inputs/header-texts';
import { listen } from '../servers/listen';
import { requestOf, sendRaw } from '../servers/send-raw';
import { defineTarget, type Target } from '../target';

/** A service behind an adapter, and what it is asked. */
export interface FuzzedService {
  readonly listener: RequestListener;
  /** Paths that it has; others are made up besides. */
  readonly paths: readonly string[];
  readonly stop?: () => Promise<void>;
}

/** No attribute set more than this: everything is closed, and the ledger's places are few. */
const MOST_SERIES = 3000;

const HEADER_NAMES = ['Authorization', 'X-Forwarded-For', 'Cookie', 'X-Api-Key', 'Content-Type'];
const BODIES = [
  '',
  '{}',
  '{"email":1}',
  '{"__proto__":{}}',
  '[',
  '\u0000',
  `"${'x'.repeat(5000)}"`,
];

const HEADER_LINES = fc
  .tuple(fc.constantFrom(...HEADER_NAMES), fc.oneof(AUTHORIZATION_TEXTS, ADDRESS_TEXTS))
  .map(([name, text]) => `${name}: ${text.replace(/[\r\n\0]|[^\0-\xff]/g, '?')}`);

/** An adapter in front of a real server, with requests as bytes. */
export function adapterTarget(
  name: string,
  create: (meter: AuthMeter) => Promise<FuzzedService>,
): Target {
  return defineTarget({
    name,
    promise: 'each request is answered, counted at most once, and nothing of ours fails',
    start: async () => {
      const harness = createMetricsHarness();
      const meter = createAuthMeter({ meterProvider: harness.meterProvider });
      const service = await create(meter);
      const { port, stop } = await listen(service.listener);
      let requests = 0;
      return {
        inputs: fc.record({
          method: fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'DELETE', 'PATCH'),
          path: fc.oneof(
            fc.constantFrom(...service.paths),
            fc.webPath().map((path) => path || '/'),
            fc.constantFrom('/%', '/%zz', '//', '/..%2f', '/?error=access_denied', '*'),
          ),
          lines: fc.array(HEADER_LINES, { maxLength: 6 }),
          body: fc.constantFrom(...BODIES),
        }),
        attempt: async ({ method, path, lines, body }) => {
          requests += 1;
          const length = `Content-Length: ${String(Buffer.byteLength(body, 'latin1'))}`;
          await sendRaw(port, requestOf(method, path, [...lines, length]) + body);
        },
        conclude: async () => {
          const snapshot = await harness.collect();
          const count = (metric: string) =>
            snapshot.points(metric).reduce((sum, { value }) => sum + value, 0);
          if (count(ATTEMPTS.name) > requests) throw new Error('attempts beyond the requests');
          if (count(LOGINS.name) > requests) throw new Error('logins beyond the requests');
          if (count(INSTRUMENTATION_FAILURES.name) > 0) throw new Error('something of ours failed');
          const series = snapshot.names.reduce(
            (sum, metric) => sum + (snapshot.metric(metric)?.dataPoints.length ?? 0),
            0,
          );
          if (series > MOST_SERIES) throw new Error(`${String(series)} series`);
        },
        stop: async () => {
          await stop();
          await service.stop?.();
          await harness.shutdown();
        },
      };
    },
  });
}
