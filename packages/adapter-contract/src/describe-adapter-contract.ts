import { createAuthMeter } from '@authmeter/core';
import { createMetricsHarness } from '@authmeter/testkit';
import { metrics } from '@opentelemetry/api';
import { createContractApp } from './app/contract-app';
import { collectPoints, waitForPoints } from './expectation/collected-points';
import { sortPoints } from './expectation/counted-point';
import type { ContractScenario } from './scenarios/contract-scenario';
import { CONTRACT_SCENARIOS } from './scenarios/contract-scenarios';
import { createClient } from './server/contract-client';
import type { StartServer } from './server/contract-server';

export interface AdapterContractOptions {
  /** Rows that the framework makes meaningless, by their sentence, each with its reason. Default: none. */
  readonly inapplicable?: Readonly<Record<string, string>>;
}

/** Describes that an adapter tells of real requests what all adapters tell. */
export function describeAdapterContract(
  adapterName: string,
  startServer: StartServer,
  { inapplicable = {} }: AdapterContractOptions = {},
): void {
  describe(`${adapterName} adapter contract`, () => {
    afterEach(() => {
      metrics.disable();
    });

    it.each(CONTRACT_SCENARIOS.filter((scenario) => !(scenario.it in inapplicable)))(
      '$it',
      async (scenario) => {
        const { statuses, points } = await run(scenario, startServer);

        expect(statuses).toEqual(scenario.statuses);
        expect(points).toEqual(sortPoints(scenario.points));
      },
    );

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
  const server = await startServer(app);
  let statuses: readonly number[];
  try {
    statuses = await scenario.send(createClient(server.port), app);
    if (sdk === 'late') metrics.setGlobalMeterProvider(harness.meterProvider);
    await waitForPoints(harness, expected);
  } finally {
    // After this nothing can be counted any more, so what is too much is seen as well.
    await server.close();
  }
  return { statuses, points: await collectPoints(harness, expected) };
}
