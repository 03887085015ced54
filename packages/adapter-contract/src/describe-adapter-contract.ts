import { createAuthMeter, type AuthMeter } from '@authmeter/core';
import { createMetricsHarness, type MetricsHarness } from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import { createContractApp } from './app/contract-app';
import { collectPoints, waitForPoints } from './expectation/collected-points';
import { sortPoints, type CountedPoint } from './expectation/counted-point';
import type { ContractScenario } from './scenarios/contract-scenario';
import { CONTRACT_SCENARIOS } from './scenarios/contract-scenarios';
import { createClient } from './server/contract-client';
import type { StartServer } from './server/contract-server';
import { startZeroCode } from './zero-code/start-zero-code';

export interface AdapterContractOptions {
  /** Rows that the framework makes meaningless, by their sentence, each with its reason. Default: none. */
  readonly inapplicable?: Readonly<Record<string, string>>;
  /**
   * Says the same of the framework's own kind of credential: what a point of a row is there, undefined when it is
   * nothing. Default: the rows as they are.
   */
  readonly translate?: (point: CountedPoint) => CountedPoint | undefined;
}

/** Describes that an adapter tells of real requests what all adapters tell. */
export function describeAdapterContract(
  adapterName: string,
  startServer: StartServer,
  { inapplicable = {}, translate = (point) => point }: AdapterContractOptions = {},
): void {
  describe(`${adapterName} adapter contract`, () => {
    afterEach(() => {
      metrics.disable();
    });

    const applies = ({ it: row, besideZeroCode = row }: ContractScenario): boolean =>
      !(row in inapplicable) && !(besideZeroCode in inapplicable);

    it.each(CONTRACT_SCENARIOS.filter(applies))('$it', async (scenario) => {
      const expected = scenario.points.flatMap((point) => translate(point) ?? []);

      const { statuses, points } = await run({ ...scenario, points: expected }, startServer);

      expect(statuses).toEqual(scenario.statuses);
      expect(points).toEqual(sortPoints(expected));
    });

    it('leaves out only rows that exist', () => {
      const rows = CONTRACT_SCENARIOS.map((scenario) => scenario.it);

      expect(Object.keys(inapplicable).filter((row) => !rows.includes(row))).toEqual([]);
      expect(new Set(rows).size).toBe(rows.length);
    });
  });
}

/** Plays one scenario against a server of its own. */
async function run(scenario: ContractScenario, startServer: StartServer) {
  const { sdk = 'from the start', points: expected } = scenario;
  const harness = createMetricsHarness();
  const meter = createAuthMeter({
    limiters: ['api'],
    policies: ['admin'],
    ...(sdk === 'from the start' ? { meterProvider: harness.meterProvider } : {}),
    ...scenario.meter,
  });
  const app = createContractApp(meter);
  const isPatched = scenario.besideZeroCode !== undefined;
  const instrumentation = isPatched ? startZeroCode(harness) : undefined;
  const server = await startServer(app);
  let statuses: readonly number[];
  try {
    statuses = await scenario.send(createClient(server.port), app);
    if (sdk === 'late') metrics.setGlobalMeterProvider(harness.meterProvider);
    await waitForPoints(harness, expected);
  } finally {
    // After this nothing can be counted any more, so what is too much is seen as well.
    await server.close();
    instrumentation?.disable();
    if (sdk === 'never') emptyInto(createMetricsHarness(), meter);
  }
  return { statuses, points: await collectPoints(harness, expected) };
}

/** Hands what a meter counted for nobody to a provider that nobody looks at, or it would reach that of another row. */
function emptyInto({ meterProvider }: MetricsHarness, meter: AuthMeter): void {
  metrics.setGlobalMeterProvider(meterProvider);
  meter.record({ kind: 'logout' });
  metrics.disable();
}
