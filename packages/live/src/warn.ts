import { diag } from '@opentelemetry/api';

/** Warns through the diagnostics of OpenTelemetry. Never throws, not even when the host's logger does. */
export function warn(message: string): void {
  try {
    diag.warn(message);
  } catch {
    // A logger that throws must not cost a request, or a collection.
  }
}
