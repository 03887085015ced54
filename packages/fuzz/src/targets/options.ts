import { AuthmeterOptionError, createAuthMeter } from '@authmeter/core';
import { authMetrics, observeAuth } from '@authmeter/express';
import fc from 'fast-check';
import { HOSTILE_VALUES, type MakeValue } from '../inputs/hostile-values';
import { defineTarget } from '../target';

const METER_OPTIONS = [
  'meterProvider',
  'enabled',
  'namespace',
  'instrumentNames',
  'methods',
  'limiters',
  'userIdKey',
  'unsafeRawUserIds',
  'maxSources',
  'maxAccounts',
  'recording',
  'observers',
  'errorRules',
  'locateCountry',
  'clock',
  'surprise',
];
const HTTP_OPTIONS = [
  'method',
  'operations',
  'identify',
  'trustedHops',
  'apiKeyHeaders',
  'optional',
];

/** Runs a set-up; the only thing it may throw is our own error, with a sentence. */
function setUp(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof AuthmeterOptionError)) throw error;
    if (!/^\S+: /.test(error.message) && error.message.length < 10) throw error;
  }
}

function valuesOf(options: Readonly<Record<string, MakeValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([name, make]) => [name, make()]));
}

/** Options of both kinds, and something to record. */
interface Told {
  readonly meter: Readonly<Record<string, MakeValue>>;
  readonly http: Readonly<Record<string, MakeValue>>;
  readonly makeObservation: MakeValue;
}

/** Options as a host that knows no better would write them. */
export const OPTIONS = defineTarget({
  name: 'options',
  promise: 'set-up works, or throws an AuthmeterOptionError; a meter that was made never throws',
  start: () =>
    Promise.resolve({
      inputs: fc.record({
        meter: fc.dictionary(fc.constantFrom(...METER_OPTIONS), HOSTILE_VALUES, { maxKeys: 3 }),
        http: fc.dictionary(fc.constantFrom(...HTTP_OPTIONS), HOSTILE_VALUES, { maxKeys: 3 }),
        makeObservation: HOSTILE_VALUES,
      }),
      attempt: ({ meter, http, makeObservation }: Told) => {
        const observation = makeObservation();
        setUp(() => {
          const made = createAuthMeter({ enabled: true, ...valuesOf(meter) });
          made.record(observation as never);
          made.record({ kind: 'attempt', outcome: 'failure', error: observation });
        });
        setUp(() => {
          authMetrics(createAuthMeter({ enabled: false }), valuesOf(http));
        });
        setUp(() => {
          observeAuth(() => undefined, valuesOf(http) as never);
        });
      },
    }),
});
