const OFF_WORDS = new Set(['false', '0', 'no', 'off']);
const DEFAULT_METRICS_PATH = '/metrics';

/** False when the environment says `METRICS_ENABLED=false` (or 0, no, off). Source: seed 004. */
export function isRecordingEnabled(environment: NodeJS.ProcessEnv = process.env): boolean {
  const word = environment['METRICS_ENABLED'];
  return word === undefined || !OFF_WORDS.has(word.trim().toLowerCase());
}

/** Where metrics are served: `METRICS_PATH`, with a slash in front; `/metrics` by default. Source: seed 004. */
export function metricsPath(environment: NodeJS.ProcessEnv = process.env): string {
  const path = environment['METRICS_PATH']?.trim();
  if (path === undefined || path === '') return DEFAULT_METRICS_PATH;
  return path.startsWith('/') ? path : `/${path}`;
}
