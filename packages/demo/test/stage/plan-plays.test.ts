import { EVERYDAY } from '../../src/scenes/everyday';
import { NORMAL_DAY } from '../../src/scenes/normal-day';
import { SCENES } from '../../src/scenes/scenes';
import { planPlays, timesIn } from '../../src/stage/plan-plays';

const count = (plays: ReturnType<typeof planPlays>, name: string): number =>
  plays.filter((play) => play.name === name).length;

describe('the plan of a scene', () => {
  it('spreads every stream evenly, in the order of time', () => {
    const plays = planPlays({ ...NORMAL_DAY, seconds: 100 });
    expect(
      EVERYDAY.map(({ name, perSecond }) => [
        name,
        Math.abs(count(plays, name) - 100 * perSecond) <= 1,
      ]),
    ).toEqual(EVERYDAY.map(({ name }) => [name, true]));
    expect(plays.map(({ at }) => at)).toEqual(plays.map(({ at }) => at).sort((a, b) => a - b));
    const reports = plays.filter(({ name }) => name === 'reads the profile').map(({ at }) => at);
    expect(
      new Set(reports.slice(1).map((at, index) => Math.round(at - (reports[index] ?? 0)))),
    ).toEqual(new Set([1000]));
  });

  it('leaves out what a scene replaces', () => {
    const plays = planPlays({ ...NORMAL_DAY, replaces: ['reads the profile'] });
    expect(count(plays, 'reads the profile')).toBe(0);
  });

  it.each(SCENES.map((scene) => [scene.name, scene] as const))(
    'finds what %s replaces, and promises nothing twice',
    (_name, { replaces = [], fires, staysSilent, runbook }) => {
      const names = EVERYDAY.map(({ name }) => name);
      expect(replaces.filter((name) => !names.includes(name))).toEqual([]);
      expect(staysSilent.filter((name) => fires.includes(name))).toEqual([]);
      expect(runbook === undefined ? [] : [runbook]).toEqual(
        fires.filter((name) => name === runbook),
      );
    },
  );

  it.each([
    [10, 0.5, 0, 5],
    [10, 0.5, 0.9, 5],
    [1, 0.5, 0.9, 0],
    [0, 3, 0.1, 0],
  ])(
    'in %d s at %d a second, from %d on, something happens %d times',
    (seconds, rate, phase, times) => {
      expect(timesIn(seconds, rate, phase)).toBe(times);
    },
  );
});
