import type { DetectionKind } from '@authmeter/detectors';
import { playScenario, WHOLE_DAY, type Extent, type Scenario } from '../scenario';
import { judgeTraffic, type Judgement } from './judge-traffic';
import { runTraffic } from './run-traffic';

/** What all plays of one scenario gave. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  /** Events of all plays together. */
  readonly events: number;
  readonly judgements: readonly Judgement[];
}

/** How well one detector did over all scenarios. */
export interface DetectorResult {
  readonly kind: DetectionKind;
  readonly attacks: number;
  readonly found: number;
  /** Detections of this kind, over all scenarios, benign ones included. */
  readonly detections: number;
  readonly trueDetections: number;
  /** Found attacks that were told more than once. */
  readonly toldAgain: number;
}

/** Plays a scenario with several seeds. */
export function measureScenario(
  scenario: Scenario,
  seeds: readonly number[],
  extent: Extent = WHOLE_DAY,
): ScenarioResult {
  let events = 0;
  const judgements = seeds.map((seed) => {
    const traffic = playScenario(scenario, seed, extent);
    events += traffic.events.length;
    return judgeTraffic(traffic, runTraffic(traffic));
  });
  return { scenario, events, judgements };
}

/** Sums up by detector. */
export function sumByDetector(
  kinds: readonly DetectionKind[],
  results: readonly ScenarioResult[],
): readonly DetectorResult[] {
  const judgements = results.flatMap((result) => result.judgements);
  return kinds.map((kind) => {
    const attacks = judgements.flatMap((judgement) =>
      judgement.attacks.filter((attack) => attack.kind === kind),
    );
    const ofKind = (list: 'truePositives' | 'falsePositives'): number =>
      judgements.flatMap((judgement) => judgement[list].filter((told) => told.kind === kind))
        .length;
    return {
      kind,
      attacks: attacks.length,
      found: attacks.filter(({ secondsToDetection }) => secondsToDetection !== undefined).length,
      detections: ofKind('truePositives') + ofKind('falsePositives'),
      trueDetections: ofKind('truePositives'),
      toldAgain: attacks.filter(({ detections }) => detections > 1).length,
    };
  });
}
