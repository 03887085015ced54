import { FRAMEWORK_NAMES, FRAMEWORKS } from '../../src/frameworks/frameworks';
import { planVisits } from '../../src/traffic/plan-visits';
import { createRandomSource } from '../../src/traffic/random-source';
import { VISITORS } from '../../src/traffic/visitors/visitors';

const namesFor = (seed: number): readonly string[] =>
  planVisits(400, createRandomSource(seed)).map(({ name }) => name);

describe('the plan of a bounded run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(namesFor(7)).toEqual(namesFor(7));
    expect(namesFor(7)).not.toEqual(namesFor(8));
  });

  it('begins with newcomers, brings everybody, and holds as many requests as asked', () => {
    const plan = planVisits(400, createRandomSource(7));
    const requests = plan.reduce((sum, { steps }) => sum + steps.length, 0);

    expect(new Set(plan.slice(0, 12).map(({ name }) => name))).toEqual(new Set(['registers']));
    expect(new Set(plan)).toEqual(new Set(VISITORS));
    expect(requests).toBeGreaterThanOrEqual(400);
    expect(requests).toBeLessThan(412);
  });

  it.each(FRAMEWORK_NAMES)('brings everybody who comes to %s', (name) => {
    const framework = FRAMEWORKS[name];

    const plan = planVisits(1, createRandomSource(7), framework);

    expect(new Set(plan)).toEqual(new Set(framework.visitors));
    expect(new Set(framework.visitors.map((visitor) => visitor.name)).size).toBe(
      framework.visitors.length,
    );
  });
});
