import { diag } from '@opentelemetry/api';

const reported = new Set<string>();

/** Says once for each message what went wrong. Messages hold nothing of any event. Never throws. */
export function reportOnce(message: string, level: 'warn' | 'error' = 'warn'): void {
  if (reported.has(message)) return;
  reported.add(message);
  try {
    diag[level](`authmeter: ${message}`);
  } catch {
    // A logger that throws must not cost a request.
  }
}
