import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { comparableMetrics } from './comparable-metrics.mjs';

const LAST = { kind: 'attempt', outcome: 'success', method: 'jwt' };
const SUCCESS = { code: 0 };

// Only steps make something happen: neither the reader's interval nor the search for a provider.
globalThis.setInterval = () => ({ unref() {} });

/** Gives what was exported, export by export, with the reader that exported it; without what would be an empty export. */
export async function play({ setUp, steps }, createRecorder) {
  metrics.disable();
  const exports = [];
  const providers = [];
  let current;
  const register = () => {
    const number = providers.length;
    current = createProvider(setUp, (temporality, exported) => {
      if (exported.length > 0) exports.push({ provider: number, temporality, exported });
    });
    providers.push(current);
    metrics.disable();
    metrics.setGlobalMeterProvider(current.provider);
  };
  const shutDown = async (one) => {
    if (one === undefined || one.isOver) return;
    one.isOver = true;
    await one.provider.shutdown();
  };
  const recorder = createRecorder();
  for (const step of steps) {
    if (step.kind === 'register') register();
    else if (step.kind === 'unregister') {
      metrics.disable();
      current = undefined;
    } else if (step.kind === 'shutdown') {
      // One that is over before anything was recorded under it is none: what comes then waits for the next.
      if (current?.isUsed) await shutDown(current);
    } else if (step.kind === 'collect') {
      const one = providers[step.provider % providers.length];
      if (one !== undefined && !one.isOver) {
        await one.readers[step.reader % one.readers.length].forceFlush();
      }
    } else {
      if (current !== undefined && step.observations.length > 0) current.isUsed = true;
      for (let time = 0; time < step.times; time += 1) {
        for (const observation of step.observations) recorder.record(observation);
      }
    }
  }
  // What still waits has somewhere to go.
  register();
  recorder.record(LAST);
  for (const one of providers) await shutDown(one);
  metrics.disable();
  return exports;
}

/** The last export of each reader is made by its shutdown. */
function createProvider({ readers: temporalities, views = [] }, onExport) {
  const readers = temporalities.map((temporality) => {
    const selected = AggregationTemporality[temporality.toUpperCase()];
    const exporter = {
      export: ({ scopeMetrics }, done) => {
        onExport(temporality, comparableMetrics(scopeMetrics));
        done(SUCCESS);
      },
      selectAggregationTemporality: () => selected,
      forceFlush: () => Promise.resolve(),
      shutdown: () => Promise.resolve(),
    };
    return new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 1_000_000 });
  });
  return { provider: new MeterProvider({ readers, views: [...views] }), readers, isOver: false };
}
