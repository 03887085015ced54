import { startVirtualTime } from '../../src/time/virtual-time';
import type { StageTime } from '../../src/time/stage-time';

const START = Date.UTC(2025, 0, 1);

describe('a virtual time', () => {
  let time: StageTime;

  beforeEach(() => {
    time = startVirtualTime(START);
  });

  afterEach(() => time.end());

  it('stands still for everybody until it is told to pass', async () => {
    expect([Date.now(), time.epochMilliseconds()]).toEqual([START, START]);
    await time.passTo(START + 1500);
    expect([Date.now(), time.monotonicMilliseconds()]).toEqual([START + 1500, 1500]);
  });

  it('wakes sleepers at their time, the earliest first', async () => {
    const woken: (readonly [string, number])[] = [];
    const sleep = (name: string, milliseconds: number) => async (): Promise<void> => {
      await time.sleep(milliseconds);
      woken.push([name, Date.now() - START]);
    };
    await time.follow(sleep('long', 2000));
    await time.follow(sleep('short', 500));
    expect(woken).toEqual([]);
    await time.passTo(START + 3000);
    expect(woken).toEqual([
      ['short', 500],
      ['long', 2000],
    ]);
  });

  it('does not go on before work is done that does not sleep', async () => {
    let isDone = false;
    await time.follow(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isDone = true;
    });
    expect(isDone).toBe(true);
  });

  it('tells a failure of the work to who lets it pass', async () => {
    await time.follow(() => Promise.reject(new Error('unreachable')));
    await expect(time.passTo(START + 1)).rejects.toThrow('unreachable');
  });
});
