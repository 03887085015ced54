import { createAuthMeter } from '@authmeter/core';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { Counter as PromCounter, Registry } from 'prom-client';
import { measureInBlocks } from '../measure/in-blocks';
import { interleave, ratioOf, spreadOf, type Variant } from '../measure/interleave';
import { nanosecondRows } from '../report/nanosecond-rows';
import { ATTEMPTS, DISTINCT_ATTEMPTS, walkAttempts } from '../workload/attempts';
import type { Part } from './part';

const RAW = 'counter.add by hand';
const RAW_AGAIN = 'counter.add by hand, again';
const PROM_CHILD = 'prom-client child inc';
const OURS = 'meter.record';
const ONE_READER = 'meter.record, one reader';
const ONE_READER_AGAIN = 'meter.record, one reader, again';
const TWO_READERS = 'meter.record, two readers';
const BOUND = 'bound handle';
/** So few that the three, which differ by nothing that a call does, meet the same mood of the machine. */
const CALLS_PER_BLOCK = 500;
const LABELS = ['outcome', 'reason', 'error_type', 'method'] as const;

function createProvider(readers: number): MeterProvider {
  return new MeterProvider({
    readers: Array.from(
      { length: readers },
      () =>
        new PeriodicExportingMetricReader({
          exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
          exportIntervalMillis: 2 ** 31 - 1,
          exportTimeoutMillis: 1000,
        }),
    ),
  });
}

/** One counter of the SDK by hand, with the four attributes that an attempt has. */
function rawAdd(name: string, readers: number): Variant {
  const counter = createProvider(readers).getMeter('bench').createCounter('attempts');
  const next = walkAttempts();
  return {
    name,
    run: () => {
      const { outcome, reason, errorType, method } = next();
      counter.add(1, { outcome, reason: reason ?? '', 'error.type': errorType ?? '', method });
    },
  };
}

function promInc(name: string, isCached: boolean): Variant {
  const counter = new PromCounter({
    name: 'attempts',
    help: 'attempts',
    labelNames: LABELS,
    registers: [new Registry()],
  });
  const next = walkAttempts();
  const labelsOf = ({ outcome, reason, errorType, method }: ReturnType<typeof next>) => ({
    outcome,
    reason: reason ?? '',
    error_type: errorType ?? '',
    method,
  });
  if (!isCached) {
    return {
      name,
      run: () => {
        counter.inc(labelsOf(next()));
      },
    };
  }
  const children = new Map<unknown, PromCounter.Internal>();
  return {
    name,
    run: () => {
      const attempt = next();
      let child = children.get(attempt);
      if (child === undefined) children.set(attempt, (child = counter.labels(labelsOf(attempt))));
      child.inc();
    },
  };
}

function recordAttempt(name: string, readers: number): Variant {
  const meter = createAuthMeter({ meterProvider: createProvider(readers) });
  const next = walkAttempts();
  return {
    name,
    run: () => {
      const { errorType, method } = next();
      if (errorType === undefined) meter.record({ kind: 'attempt', outcome: 'success', method });
      else meter.record({ kind: 'attempt', outcome: 'failure', errorType, method });
    },
  };
}

/** A handle for each different attempt, as a host keeps one for each of its routes. */
function boundAttempt(name: string): Variant {
  const meter = createAuthMeter({ meterProvider: createProvider(1) });
  const handles = new Map(
    DISTINCT_ATTEMPTS.map((attempt) => [attempt, meter.bind(attempt.observation)]),
  );
  const inTurn = ATTEMPTS.map((attempt) => handles.get(attempt));
  let position = 0;
  return {
    name,
    run: () => {
      position = (position + 1) & (inTurn.length - 1);
      inTurn[position]?.();
    },
  };
}

/** What one attempt costs while it is recorded: one counter by hand, prom-client, and a whole attempt of ours. */
export const RECORD: Part = {
  name: 'record',
  title: 'One attempt, recorded',
  measure: async (effort) => {
    const times = await interleave(
      [
        rawAdd(RAW, 1),
        rawAdd(RAW_AGAIN, 1),
        rawAdd('counter.add by hand, two readers', 2),
        promInc('prom-client inc', false),
        promInc(PROM_CHILD, true),
        recordAttempt(OURS, 1),
        boundAttempt(BOUND),
      ],
      effort,
    );
    const byReaders = measureInBlocks(
      [
        recordAttempt(ONE_READER, 1),
        recordAttempt(TWO_READERS, 2),
        recordAttempt(ONE_READER_AGAIN, 1),
      ],
      effort,
      CALLS_PER_BLOCK,
    );
    return {
      rows: [...nanosecondRows(times, RAW), ...nanosecondRows(byReaders, ONE_READER)],
      ratios: {
        'record/raw': ratioOf(times, OURS, RAW),
        'record/prom': ratioOf(times, OURS, PROM_CHILD),
        'bound/raw': ratioOf(times, BOUND, RAW),
        'record two readers/one': ratioOf(byReaders, TWO_READERS, ONE_READER),
      },
      spread: spreadOf(times, RAW, RAW_AGAIN),
    };
  },
};
