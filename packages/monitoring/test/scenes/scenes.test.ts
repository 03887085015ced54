import { SCENE_TIME_SCALE, SCENES } from '@authmeter/demo';
import { describeWithPeers } from '@authmeter/testkit';
import { renderPrometheusRules } from '../../src';
import { firingAlerts } from './firing-alerts';
import { playScene, SCRAPE_SECONDS, type PlayedScene } from './play-scene';

const TIMEOUT_MILLISECONDS = 180_000;
const RULES = renderPrometheusRules({ timeScale: SCENE_TIME_SCALE });

describe.each(SCENES.map((scene) => [scene.name, scene] as const))('%s', (_name, scene) => {
  let played: PlayedScene;

  beforeAll(async () => {
    played = await playScene(scene);
  }, TIMEOUT_MILLISECONDS);

  it('is counted as it was sent', () => {
    expect(played.surprises).toEqual([]);
    expect(played.comparison.differences).toEqual([]);
    expect(played.comparison.comparedSeries).toBeGreaterThan(20);
  });

  it('is found to be the attack that it is, and no other', () => {
    expect(played.found).toEqual(scene.detects);
  });

  describeWithPeers(['promtool'], 'with the rules of Prometheus, ten times as fast', () => {
    it('fires what it is made for, and nothing else', () => {
      const fired = firingAlerts(RULES, played.record, SCRAPE_SECONDS, scene.seconds);
      expect(fired).toEqual([...scene.fires].sort());
    });
  });
});
