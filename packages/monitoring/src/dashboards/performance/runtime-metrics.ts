/**
 * What the process itself needs, from whoever measures it: by the names of OpenTelemetry as pushed and as pulled,
 * and by those of prom-client.
 */
export const RUNTIME_SERIES = {
  cpuSeconds: [
    'process_cpu_time_seconds_total',
    'process_cpu_time_total',
    'process_cpu_seconds_total',
  ],
  heapBytes: [
    'v8js_memory_heap_used_bytes',
    'v8js_memory_heap_used',
    'nodejs_heap_size_used_bytes',
  ],
  loopDelaySeconds: [
    'nodejs_eventloop_delay_p99_seconds',
    'nodejs_eventloop_delay_p99',
    'nodejs_eventloop_lag_p99_seconds',
  ],
  loopUtilization: ['nodejs_eventloop_utilization_ratio', 'nodejs_eventloop_utilization'],
} as const;

/** The names of series that dashboards draw and that are not ours. */
export const RUNTIME_METRICS: readonly string[] = Object.values(RUNTIME_SERIES).flat();
