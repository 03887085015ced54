import { cpus } from 'node:os';
import { fitSlope, type Slope } from './fit-slope';
import type { MemorySample } from './memory-sample';
import type { SoakResult } from './run-soak';

/** The first third is for compilation and for what is filled once: caches, windows, ledgers. */
const WARM_UP_SHARE = 1 / 3;

/** What a soak says of the memory of its service. */
export interface SoakJudgement {
  readonly held: Slope;
  readonly code: Slope;
  readonly resident: Slope;
  /** Whether every request was counted, and once. */
  readonly isExact: boolean;
}

export function judgeSoak({ samples, load, counted }: SoakResult): SoakJudgement {
  const settled = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
  const slopeOf = (read: (sample: MemorySample) => number): Slope =>
    fitSlope(settled.map((sample) => ({ atSeconds: sample.atSeconds, value: read(sample) })));
  return {
    held: slopeOf(({ heldBytes }) => heldBytes),
    code: slopeOf(({ codeBytes }) => codeBytes),
    resident: slopeOf(({ residentBytes }) => residentBytes),
    isExact: counted.success === load.accepted && counted.failure === load.answered - load.accepted,
  };
}

/** What was found, as a list of Markdown. */
export function renderSoak(result: SoakResult, isControl: boolean): string {
  const { samples, load, scrapes, counted, sourceSeries, auditEvents, detections } = result;
  const { held, code, resident, isExact } = judgeSoak(result);
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) throw new Error('the soak took no samples');
  const seconds = last.atSeconds - first.atSeconds;
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const share = ((last.cpuSeconds - first.cpuSeconds) / seconds) * 100;
  return [
    `- **Run**: ${(seconds / 60).toFixed(1)} minutes, ${String(samples.length)} samples; ${processor}, Node ` +
      `${process.versions.node}, ${process.platform}. The service used ${share.toFixed(0)} % of one core.`,
    `- **Load**: ${figure(load.answered)} requests, ${figure(load.answered / seconds)} a second, of which ` +
      `${figure(load.answered - load.accepted)} were refused; ${figure(scrapes)} scrapes in between.`,
    `- **Objects and array buffers after collection**: ${describe(held, last.heldBytes)}`,
    `- **Compiled code**: ${describe(code, last.codeBytes)}`,
    `- **Resident memory**: ${describe(resident, last.residentBytes)}`,
    ...(isControl
      ? []
      : [
          `- **Series of sources**: ${figure(sourceSeries)}. **Audit events** written: ${figure(auditEvents)}. ` +
            `**Detections**: ${figure(detections)}.`,
          `- **Counted**: ${figure(counted.success)} successes and ${figure(counted.failure)} failures, ` +
            `${isExact ? 'each request once.' : 'NOT what the load was answered.'}`,
        ]),
  ].join('\n');
}

function describe({ perMinute, growth, noise, isFlat }: Slope, lastBytes: number): string {
  return (
    `${megabytes(lastBytes)} MB at the end; slope ${kilobytes(perMinute)} kB a minute, ` +
    `${kilobytes(growth)} kB over the fitted time, noise ±${kilobytes(noise)} kB: ` +
    `**${isFlat ? 'flat' : 'GROWS'}**.`
  );
}

const figure = (value: number): string => Math.round(value).toLocaleString('en-US');
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const kilobytes = (bytes: number): string => (bytes / 1e3).toFixed(1);
