import { DETECTOR_SETTINGS } from '@authmeter/detectors';
import { readBlock } from '../src/docs-page';
import { renderSettings } from '../src/quality/render-settings';
import { cellsOf } from '../src/quality/table';
import {
  ATTACK_SCENARIOS,
  BENIGN_SCENARIOS,
  LIMIT_SCENARIOS,
  judgeTraffic,
  playScenario,
  runTraffic,
  type Extent,
  type Scenario,
} from '../src';

/** The short form of what docs/detectors.md says: one seed, two hours, a fifth of the load. */
const SHORT: Extent = { hoursBefore: 1, hoursAfter: 1, loadShare: 0.2 };
const SEED = 1001;

const short = (scenarios: readonly Scenario[]): [string, Scenario][] =>
  scenarios.filter(({ isLong }) => isLong !== true).map((scenario) => [scenario.name, scenario]);

function play(scenario: Scenario) {
  const traffic = playScenario(scenario, SEED, SHORT);
  return judgeTraffic(traffic, runTraffic(traffic));
}

describe('detectors at their defaults', () => {
  it.each(short(BENIGN_SCENARIOS))('raise no alarm on: %s', (_name, scenario) => {
    const { falsePositives } = play(scenario);

    expect(falsePositives).toEqual([]);
  });

  it.each(short(ATTACK_SCENARIOS))('find, once, and nothing else: %s', (_name, scenario) => {
    const { attacks, falsePositives } = play(scenario);

    expect(attacks.map(({ detections }) => detections)).toEqual(attacks.map(() => 1));
    expect(falsePositives).toEqual([]);
  });

  it.each(short(LIMIT_SCENARIOS))('are known to be wrong about: %s', (name, scenario) => {
    const { attacks, falsePositives } = play(scenario);
    const isAttack = name.startsWith('attack:');

    expect(attacks.every(({ detections }) => detections === 0)).toBe(true);
    expect(falsePositives.length > 0).toBe(!isAttack);
  });
});

describe('docs/detectors.md', () => {
  const rowsOf = (block: string) => cellsOf(readBlock(block));

  it.each([
    ['benign', BENIGN_SCENARIOS],
    ['attacks', ATTACK_SCENARIOS],
    ['limits', LIMIT_SCENARIOS],
  ])('has measured the scenarios that there are: %s', (block, scenarios) => {
    expect(rowsOf(block).map(([name]) => name)).toEqual(scenarios.map(({ name }) => name));
  });

  it('lists every threshold as it is', () => {
    expect(rowsOf('settings')).toEqual(cellsOf(renderSettings(DETECTOR_SETTINGS)));
  });

  it('says that every attack was found and nothing was told in vain, as the short form does', () => {
    for (const [, found = '', , , falseAlarms] of rowsOf('attacks')) {
      const [part, whole] = found.split(' of ');
      expect([part, falseAlarms]).toEqual([whole, '0']);
    }
    for (const [, , falseAlarms] of rowsOf('benign')) expect(falseAlarms).toBe('0');
    for (const [, , , recall, , , precision, toldAgain] of rowsOf('detectors')) {
      expect([recall, precision, toldAgain]).toEqual(['1.000', '1.000', '0']);
    }
  });
});
