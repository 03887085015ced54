import type { DetectorResult, ScenarioResult } from './measure-quality';
import { table } from './table';

/** Precision and recall of each detector. */
export function renderDetectors(results: readonly DetectorResult[]): string {
  return table(
    ['Detector', 'Attacks', 'Found', 'Recall', 'Detections', 'True', 'Precision', 'Told again'],
    results.map((result) => [
      `\`${result.kind}\``,
      count(result.attacks),
      count(result.found),
      share(result.found, result.attacks),
      count(result.detections),
      count(result.trueDetections),
      share(result.trueDetections, result.detections),
      count(result.toldAgain),
    ]),
  );
}

/** How often each attack was found, and how soon. */
export function renderAttacks(results: readonly ScenarioResult[]): string {
  return table(
    ['Attack', 'Found', 'Time to detection, median', 'at most', 'False alarms'],
    results.map(({ scenario, judgements }) => {
      // The last attack of a scenario is the one that it is about.
      const attacks = judgements.map(({ attacks: list }) => list.at(-1));
      const times = attacks
        .map((attack) => attack?.secondsToDetection)
        .filter((seconds) => seconds !== undefined)
        .sort((a, b) => a - b);
      return [
        scenario.name,
        `${count(times.length)} of ${count(attacks.length)}`,
        duration(times[times.length >> 1]),
        duration(times.at(-1)),
        count(judgements.flatMap(({ falsePositives }) => falsePositives).length),
      ];
    }),
  );
}

/** False alarms where there is nothing to be found. */
export function renderBenign(results: readonly ScenarioResult[]): string {
  return table(
    ['Day', 'Events', 'False alarms'],
    results.map(({ scenario, events, judgements }) => [
      scenario.name,
      count(events),
      count(judgements.flatMap(({ falsePositives }) => falsePositives).length),
    ]),
  );
}

/** What is told where detectors are known to be wrong. */
export function renderLimits(results: readonly ScenarioResult[]): string {
  return table(
    ['What happens', 'What is told'],
    results.map(({ scenario, judgements }) => {
      const told = judgements.flatMap((judgement) => [
        ...new Set(
          [...judgement.truePositives, ...judgement.falsePositives].map(({ kind }) => kind),
        ),
      ]);
      const kinds = [...new Set(told)].sort();
      const lines = kinds.map((kind) => {
        const times = told.filter((each) => each === kind).length;
        return `\`${kind}\` in ${count(times)} of ${count(judgements.length)}`;
      });
      return [scenario.name, lines.length === 0 ? 'nothing' : lines.join(', ')];
    }),
  );
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function duration(seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  return seconds < 120 ? `${String(Math.round(seconds))} s` : `${(seconds / 60).toFixed(1)} min`;
}
