import { BENIGN_SCENARIOS, judgeTraffic, playScenario, type TimedDetection } from '../src';
import { createPopulation } from '../src/background/population';
import { diurnalTimes } from '../src/background/diurnal';
import { mixTraffic, type Attack } from '../src/traffic-event';
import { Random } from '../src/random';

const [NORMAL_DAY] = BENIGN_SCENARIOS;
const SHORT = { hoursBefore: 1, hoursAfter: 1, loadShare: 0.1 };

describe('traffic', () => {
  it('is the same for the same seed, and another for another', () => {
    const play = (seed: number) => playScenario(NORMAL_DAY ?? { name: '' }, seed, SHORT).events;

    expect(play(7)).toEqual(play(7));
    expect(play(8)).not.toEqual(play(7));
  });

  it('comes in the order of time, and has about one failure for every ten successes', () => {
    const { events } = playScenario(NORMAL_DAY ?? { name: '' }, 7, SHORT);
    const times = events.map(({ atSeconds }) => atSeconds);
    const logins = events
      .map(({ observation }) => observation)
      .filter(({ kind }) => kind === 'login');
    const failed = logins.filter((login) => 'outcome' in login && login.outcome === 'failure');

    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(failed.length / logins.length).toBeGreaterThan(0.07);
    expect(failed.length / logins.length).toBeLessThan(0.18);
  });

  it('has a busy morning and a quiet night', () => {
    const times = diurnalTimes(new Random(1), 10_000, 0, 86_400);
    const during = (hour: number): number =>
      times.filter((at) => Math.floor(at / 3600) === hour).length;

    expect(Math.abs(times.length - 10_000)).toBeLessThan(400);
    expect(during(8)).toBeGreaterThan(10 * during(3));
  });

  it('comes from homes, offices and carriers that share addresses as such do', () => {
    const users = createPopulation(new Random(1), 20_000);
    const perAddress = (access: string): number => {
      const those = users.filter((user) => user.access === access);
      const networks = those.map(({ address }) => address.split('.').slice(0, 3).join('.'));
      return those.length / new Set(networks).size;
    };

    expect(perAddress('home')).toBeLessThan(3);
    expect(perAddress('office')).toBeGreaterThan(300);
    expect(perAddress('mobile')).toBeGreaterThan(400);
  });
});

describe('the judge', () => {
  const attack: Attack = {
    kind: 'brute_force',
    alsoTrue: ['failure_spike'],
    fromSeconds: 100,
    untilSeconds: 200,
    accountId: 'alice',
    compromised: ['alice'],
  };
  const told = (kind: string, atSeconds: number, accountId?: string): TimedDetection =>
    ({ phase: 'started', kind, atSeconds, subject: { accountId } }) as unknown as TimedDetection;
  const judge = (...detections: TimedDetection[]) =>
    judgeTraffic(mixTraffic({ events: [], attacks: [attack] }), detections);

  it('takes a detection of the right kind, time and account for the attack, and says how soon', () => {
    const { attacks, falsePositives } = judge(told('brute_force', 130, 'alice'));

    expect(attacks).toEqual([{ kind: 'brute_force', secondsToDetection: 30, detections: 1 }]);
    expect(falsePositives).toEqual([]);
  });

  it.each([
    ['another account', told('brute_force', 130, 'bob')],
    ['another kind', told('token_reuse', 130, 'alice')],
    ['too early', told('brute_force', 50, 'alice')],
    ['too late', told('brute_force', 400, 'alice')],
  ])('does not take one for it that is about %s', (_what, detection) => {
    const { attacks, falsePositives } = judge(detection);

    expect(attacks[0]?.secondsToDetection).toBeUndefined();
    expect(falsePositives).toEqual([detection]);
  });

  it('lets pass what is true as well, and what follows from it', () => {
    const { falsePositives, truePositives } = judge(
      told('failure_spike', 130),
      told('impossible_travel', 5000, 'alice'),
    );

    expect(falsePositives).toEqual([]);
    expect(truePositives).toHaveLength(2);
  });

  it('takes what is told of many together for true where there are as many', () => {
    const compromised = Array.from({ length: 60 }, (_, number) => `user-${String(number)}`);
    const many = { events: [], attacks: [{ ...attack, compromised }] };
    const together = told('impossible_travel', 130);

    expect(judgeTraffic(many, [together]).falsePositives).toEqual([]);
    expect(judge(together).falsePositives).toEqual([together]);
  });

  it('counts how often an attack was told', () => {
    const again = [told('brute_force', 130, 'alice'), told('brute_force', 190, 'alice')];

    expect(judge(...again).attacks[0]?.detections).toBe(2);
  });
});
