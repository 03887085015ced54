import { panelOf } from '../../src/page/panels/catalogue';
import { readFindings } from '../../src/page/sections/read-findings';
import { plain, PlayedScenes } from './played-scenes';

const scenes = new PlayedScenes();

beforeAll(() => scenes.play(), 60_000);

describe('findings on the page', () => {
  const shown = (scene: string) => readFindings(scenes.frame(scene));

  it('say value and limit in the unit of the alert', () => {
    const measures = Object.fromEntries(
      [...shown('attack').rows, ...shown('outage').rows].map(({ name, measure }) => [
        name,
        plain(measure),
      ]),
    );

    expect(measures).toMatchObject({
      AttackDetected: 'brute force: 2 times',
      SourceFailuresHigh: expect.stringMatching(/^203\.0\.113\.0: 2 \d{3}, limit 50$/),
      RateLimitHitsHigh: expect.stringMatching(/^\d{3}\/min, limit 100\/min$/),
      AuthDependencyDown: expect.stringMatching(/: down$/),
      AuthAvailabilityBurnFast: expect.stringMatching(/× budget, limit 14\.4 × budget$/),
    });
  });

  it('lead to the panel that explains them, and to their runbook', () => {
    const links = Object.fromEntries(
      shown('attack').rows.map(({ name, panel, runbook }) => [name, [panel?.id, runbook]]),
    );

    expect(links['AttackDetected']).toEqual([
      'detections',
      'https://github.com/authmeter/authmeter/blob/main/docs/runbooks/AttackDetected.md',
    ]);
    expect(links['SourceFailuresHigh']?.[0]).toBe('sources');
    expect(links['RateLimitHitsHigh']?.[0]).toBe('limits');
  });

  it('put what fires first, the critical before the rest', () => {
    const order = shown('attack').rows.map(({ state, severity }) => `${state} ${severity}`);

    expect(order).toEqual([...order].sort((left, right) => rank(left) - rank(right)));
    expect(shown('attack').explained).toContain('RateLimitHitsElevated');
  });

  it('find a panel for the metric of every alert', () => {
    const lost = scenes
      .frame('calm')
      .start.alerts.filter(
        ({ metric }) => panelOf(metric) === undefined && !/rate_limit\.hits|folded/.test(metric),
      );

    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

function rank(row: string): number {
  return ['firing critical', 'firing warning', 'pending critical', 'pending warning'].indexOf(row);
}
