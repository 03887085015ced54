import { Pulse } from '../src/pulse';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

function start() {
  const steps: { plannedSeconds: number; isLate: boolean; at: number }[] = [];
  let stoodStill = 0;
  const now = () => Math.round(performance.now() + stoodStill);
  const pulse = new Pulse({
    monotonicMilliseconds: now,
    onStep: (step) => {
      steps.push({ ...step, at: now() });
      return Promise.resolve();
    },
  });
  const begun = now();
  pulse.start();
  return {
    pulse,
    steps,
    at: () => steps.map((step) => step.at - begun),
    /** The event loop stands still: timers wait, the clock does not. */
    standStill: (milliseconds: number) => {
      stoodStill += milliseconds;
    },
  };
}

describe('the pulse', () => {
  it('steps once a second', async () => {
    const { at } = start();

    await jest.advanceTimersByTimeAsync(3000);

    expect(at()).toEqual([1000, 2000, 3000]);
  });

  it('steps once in ten seconds when nobody watched for a minute', async () => {
    const { at, pulse } = start();

    await jest.advanceTimersByTimeAsync(85_000);

    expect(at().slice(-3)).toEqual([60_000, 70_000, 80_000]);
    expect(pulse.stepSeconds).toBe(10);
  });

  it('steps at once for somebody who comes to watch, and then every second', async () => {
    const { at, pulse } = start();
    await jest.advanceTimersByTimeAsync(84_000);

    await pulse.watch();
    await jest.advanceTimersByTimeAsync(2000);

    expect(at().slice(-4)).toEqual([80_000, 84_000, 85_000, 86_000]);
  });

  it('keeps its rhythm while somebody watches, and steps for nobody twice', async () => {
    const { at, pulse } = start();

    await jest.advanceTimersByTimeAsync(1500);
    await Promise.all([pulse.watch(), pulse.watch()]);
    await jest.advanceTimersByTimeAsync(1500);

    expect(at()).toEqual([1000, 2000, 3000]);
  });

  it('says that a step is late, and does not catch up', async () => {
    const { steps, at, standStill } = start();
    await jest.advanceTimersByTimeAsync(1000);

    standStill(4000);
    await jest.advanceTimersByTimeAsync(2000);

    expect(steps.map(({ isLate }) => isLate)).toEqual([false, true, false]);
    expect(at()).toEqual([1000, 6000, 7000]);
  });

  it('stops', async () => {
    const { pulse, steps } = start();
    await jest.advanceTimersByTimeAsync(1000);

    pulse.stop();
    await jest.advanceTimersByTimeAsync(20_000);

    expect(steps).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits for a step that takes long before it plans another', async () => {
    const finish: (() => void)[] = [];
    let begun = 0;
    const pulse = new Pulse({
      monotonicMilliseconds: () => performance.now(),
      onStep: () => {
        begun += 1;
        return new Promise((resolve) => {
          finish.push(resolve);
        });
      },
    });
    pulse.start();

    await jest.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(1);
    finish[0]?.();
    await jest.advanceTimersByTimeAsync(1000);
    expect(begun).toBe(2);
    pulse.stop();
  });
});
