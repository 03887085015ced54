import { DETECTOR_SETTINGS } from '@authmeter/detectors';
import { DETECTED_KINDS } from './quality/detected-kinds';
import { measureScenario, sumByDetector, type ScenarioResult } from './quality/measure-quality';
import {
  renderAttacks,
  renderBenign,
  renderDetectors,
  renderLimits,
} from './quality/render-quality';
import { renderSettings } from './quality/render-settings';
import { writeBlock } from './docs-page';
import type { Scenario } from './scenario';
import { ATTACK_SCENARIOS } from './scenarios/attack-scenarios';
import { BENIGN_SCENARIOS } from './scenarios/benign-scenarios';
import { LIMIT_SCENARIOS } from './scenarios/limit-scenarios';

/** Not those that the thresholds were chosen with. */
const FIRST_SEED = 101;
const DEFAULT_SEEDS = 5;

/** Measures how well the detectors do, and writes it into docs/detectors.md. */
function main(): void {
  const count = Number(process.argv[2] ?? DEFAULT_SEEDS);
  const seeds = Array.from({ length: count }, (_, seed) => FIRST_SEED + seed);
  const measure = (scenarios: readonly Scenario[]): readonly ScenarioResult[] =>
    scenarios.map((scenario) => {
      process.stdout.write(`${scenario.name}\n`);
      return measureScenario(scenario, seeds);
    });
  const benign = measure(BENIGN_SCENARIOS);
  const attacks = measure(ATTACK_SCENARIOS);
  const played = [...benign, ...attacks];
  const events = played.reduce((sum, result) => sum + result.events, 0);
  const what =
    `${String(seeds.length)} seeds of ${String(played.length)} scenarios, ` +
    `${events.toLocaleString('en-US')} events, Node ${process.version}.`;
  writeBlock('detectors', `${renderDetectors(sumByDetector(DETECTED_KINDS, played))}\n\n${what}`);
  writeBlock('attacks', renderAttacks(attacks));
  writeBlock('benign', renderBenign(benign));
  writeBlock('settings', renderSettings(DETECTOR_SETTINGS));
  writeBlock('limits', renderLimits(measure(LIMIT_SCENARIOS)));
}

main();
