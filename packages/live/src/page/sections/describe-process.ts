import type { ProcessPayload } from '../../shared/payload';
import { formatSpan } from '../format/times';

/** A start is reckoned from two clocks, of which one may have been set meanwhile. */
const MOST_DRIFT_MILLISECONDS = 1000;

/** Which process it is: pid 4242 on web-1. */
function nameProcess({ host, pid, worker }: ProcessPayload): string {
  const where = host === undefined ? '' : ` on ${host}`;
  const which = pid === undefined ? 'one process' : `pid ${String(pid)}`;
  return `${which}${where}${worker === undefined ? '' : `, worker ${worker}`}`;
}

/** What the header says of it besides the name of the service. */
export function describeProcess(process: ProcessPayload, now: number): string {
  const span = formatSpan((now - process.startedAt) / 1000);
  if (process.source === 'otlp') return `one sender: ${nameProcess(process)}, seen for ${span}`;
  const up = `up ${span}`;
  const scope =
    process.worker === undefined
      ? 'this process only'
      : 'this worker only; for all workers use Prometheus';
  return `${scope}: ${nameProcess(process)}, ${up}`;
}

/** What a change of the process that answers means. */
export function describeChange(
  before: ProcessPayload,
  after: ProcessPayload,
  lastSeen: number,
): string {
  const isSame =
    nameProcess(before) === nameProcess(after) &&
    Math.abs(after.startedAt - before.startedAt) < MOST_DRIFT_MILLISECONDS;
  if (isSame) return 'The record begins again.';
  const isRestart = before.host === after.host && after.startedAt > lastSeen;
  return isRestart
    ? 'The process restarted; the record begins again.'
    : `You are now looking at ${nameProcess(after)}; this page shows one process, and another one answered.`;
}
