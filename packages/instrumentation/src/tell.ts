import { diag } from '@opentelemetry/api';

/** Tells the diagnostics of OpenTelemetry. Never throws, not even when the host's logger does. */
export function tell(level: 'error' | 'warn' | 'info' | 'debug', message: string): void {
  try {
    diag[level](`authmeter: ${message}`);
  } catch {
    // A logger that throws must not keep a host from loading a module, or from listening.
  }
}
