import { textPanel, timeSeriesPanel, UNITS, type RowDraft, type Unit } from '../../grafana';
import type { DashboardKit } from '../dashboard-kit';
import { legendOf } from '../panel-queries';
import { RUNTIME_SERIES } from './runtime-metrics';

const HOW = `Nothing here? Authmeter measures authentication, not the process. Add
[\`@opentelemetry/instrumentation-runtime-node\`](https://www.npmjs.com/package/@opentelemetry/instrumentation-runtime-node)
for heap and event loop and
[\`@opentelemetry/host-metrics\`](https://www.npmjs.com/package/@opentelemetry/host-metrics) for the processor, or the
default metrics of prom-client, to the same metrics endpoint.`;

/** Whether the process is the bottleneck. */
export function systemRow({ targets }: DashboardKit): RowDraft {
  const anyOf = (names: readonly string[], wrap: (series: string) => string): string =>
    names.map((name) => wrap(`${name}${targets}`)).join(' or ');
  const resource = (title: string, description: string, unit: Unit, expr: string) =>
    timeSeriesPanel({
      title,
      description,
      width: 6,
      unit,
      queries: [{ expr, legend: legendOf('job', 'instance') }],
      noValue: 'not measured',
    });
  const same = (series: string): string => series;
  return {
    title: 'System',
    isCollapsed: true,
    panels: [
      textPanel({
        title: 'Where this comes from',
        description: 'How to measure the process as well.',
        width: 24,
        height: 3,
        markdown: HOW,
      }),
      resource(
        'Processor',
        'Share of one processor that each process uses. Near 1 the event loop has no time left; password hashes run beside it and can push it above 1.',
        UNITS.share,
        `sum by (job, instance) (${anyOf(RUNTIME_SERIES.cpuSeconds, (series) => `rate(${series}[$__rate_interval])`)})`,
      ),
      resource(
        'Heap',
        'Used heap of each process. A line that only climbs is a leak.',
        UNITS.bytes,
        `sum by (job, instance) (${anyOf(RUNTIME_SERIES.heapBytes, same)})`,
      ),
      resource(
        'Event loop delay',
        'p99 of how late timers are. Every operation is that much slower.',
        UNITS.seconds,
        `max by (job, instance) (${anyOf(RUNTIME_SERIES.loopDelaySeconds, same)})`,
      ),
      resource(
        'Event loop utilisation',
        'Share of time in which the event loop was busy. Above 0.9 latency grows fast.',
        UNITS.share,
        `max by (job, instance) (${anyOf(RUNTIME_SERIES.loopUtilization, same)})`,
      ),
    ],
  };
}
