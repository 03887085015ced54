import { diag } from '@opentelemetry/api';

const reported = new Set<string>();

/**
 * Says once for each message that something inside Authmeter went wrong, without any detail that could hold a
 * credential. Never throws, not even when the host's diag logger does.
 */
export function reportOnce(message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  try {
    diag.warn(`authmeter: ${message}`);
  } catch {
    // A logger that throws must not cost a request.
  }
}
