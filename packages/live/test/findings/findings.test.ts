import { LOGINS, OPERATION_DURATION, SOURCE_FAILURES, ATTEMPTS } from '@authmeter/core/conventions';
import { alertLimits } from '../../src/findings/alert-limits';
import { explainedBy } from '../../src/findings/explained-by';
import { Findings } from '../../src/findings/findings';
import type { MetricPoint } from '../../src/ingest/metric-point';
import { LiveStore } from '../../src/store/live-store';
import { createStore } from './support';

const attacker = (value: number): MetricPoint => ({
  definition: SOURCE_FAILURES,
  attributes: { ip_address: '203.0.113.0' },
  value,
});
const logins = (failed: number, fine: number): readonly MetricPoint[] => [
  {
    definition: LOGINS,
    attributes: { outcome: 'failure', reason: 'invalid_credentials' },
    value: failed,
  },
  { definition: LOGINS, attributes: { outcome: 'success' }, value: fine },
];

describe('findings', () => {
  it('are pending until the conditions held long enough, firing, cleared, and gone', () => {
    const { step, of } = watch();

    // 25 times 120 in 300 s are 10 a second, and not above it.
    step(25, attacker(120));
    expect(of('BruteForceSuspected')).toBeUndefined();
    step(1, attacker(120));
    const begin = of('BruteForceSuspected')?.since;
    expect(of('BruteForceSuspected')).toMatchObject({ state: 'pending', value: (26 * 120) / 300 });
    step(11, attacker(120));
    expect(of('BruteForceSuspected')).toMatchObject({ state: 'pending', since: begin });
    step(1, attacker(120));
    expect(of('BruteForceSuspected')).toMatchObject({
      state: 'firing',
      since: (begin ?? 0) + 120_000,
      value: 12,
      group: { ip_address: '203.0.113.0' },
    });
    step(6);
    expect(of('BruteForceSuspected')).toMatchObject({ state: 'cleared', value: 10.4 });
    step(29);
    expect(of('BruteForceSuspected')?.state).toBe('cleared');
    step(1);
    expect(of('BruteForceSuspected')).toBeUndefined();
  });

  it('begin to wait anew when the conditions do not hold for a moment', () => {
    const { step, of } = watch();

    step(27, attacker(120));
    step(6);
    expect(of('BruteForceSuspected')).toBeUndefined();
    step(6, attacker(300));
    expect(of('BruteForceSuspected')?.state).toBe('pending');
  });

  it('fire at once where nothing is waited for, and follow their value', () => {
    const { step, of } = watch();

    step(1, attacker(60));
    expect(of('SourceFailuresHigh')).toMatchObject({ state: 'firing', value: 60 });
    step(1, attacker(40));
    expect(of('SourceFailuresHigh')).toMatchObject({ state: 'firing', value: 100 });
  });

  it('need all conditions of an alert', () => {
    const { step, of } = watch();
    const registered = (value: number): MetricPoint => ({
      definition: { ...LOGINS, name: 'auth.registrations' },
      attributes: { outcome: 'success' },
      value,
    });

    step(361);
    step(60, registered(0.3));
    // Infinitely many times as many as before, and yet no more than 20.
    expect(of('RegistrationSpike')).toBeUndefined();
    step(20, registered(1));
    expect(of('RegistrationSpike')).toMatchObject({ state: 'firing' });
  });

  it('wait less where the clock of a demonstration runs faster', () => {
    const { step, of } = watch(10);

    step(3, attacker(120));
    expect(of('BruteForceSuspected')?.state).toBe('pending');
    step(1, attacker(120));
    expect(of('BruteForceSuspected')?.state).toBe('pending');
    step(1, attacker(120));
    expect(of('BruteForceSuspected')?.state).toBe('firing');
  });

  it('are silenced by the severer one of a pair, for the same operation alone', () => {
    const { step, of } = watch();
    const took = (operation: string, counts: readonly number[]): MetricPoint => ({
      definition: OPERATION_DURATION,
      attributes: { operation },
      value: { boundaries: [0.5, 1, 2], counts, sum: 0 },
    });

    step(62, took('login', [0, 0, 10, 0]), took('logout', [0, 10, 0, 0]));

    expect(of('AuthLatencyElevated', 'login')).toMatchObject({
      state: 'firing',
      explainedBy: 'AuthLatencyHigh',
    });
    expect(of('AuthLatencyElevated', 'logout')).toMatchObject({ state: 'firing' });
    expect(of('AuthLatencyElevated', 'logout')).not.toHaveProperty('explainedBy');
  });

  it('are silenced by what explains them', () => {
    const { step, of } = watch();
    const down: MetricPoint = {
      definition: ATTEMPTS,
      attributes: { outcome: 'failure', reason: 'dependency_error' },
      value: 100,
    };

    step(15, down, ...logins(50, 0));

    expect(of('AuthServiceDown')?.state).toBe('firing');
    expect(of('LoginFailureRatioHigh')).toMatchObject({
      state: 'pending',
      explainedBy: 'AuthServiceDown',
    });
  });
});

describe('the facts of alerts', () => {
  it('say what cannot be evaluated here, and why', () => {
    const { facts } = new Findings(new LiveStore(), alertLimits({}, 1));

    const unevaluated = facts.flatMap(({ name, unevaluated: why }) =>
      why === undefined ? [] : [[name, why]],
    );
    expect(unevaluated).toEqual([
      ['AuthMetricsAbsent', 'other processes'],
      ['AuthAvailabilityBurnSlow', 'a longer record'],
    ]);
  });

  it('say how much history an alert needs', () => {
    const { facts } = new Findings(new LiveStore(), alertLimits({}, 1));

    const needs = facts.flatMap(({ name, needsSeconds }) =>
      needsSeconds === 0 ? [] : [[name, needsSeconds]],
    );
    expect(needs).toEqual([
      ['RegistrationSpike', 4200],
      ['InvalidTokenSpike', 3900],
    ]);
  });

  it('divide waits and counts by the time scale, and nothing else', () => {
    const { facts } = new Findings(new LiveStore(), alertLimits({}, 10));
    const of = (name: string) => facts.find((fact) => fact.name === name);

    expect(of('SourceFailuresHigh')).toMatchObject({ limit: 5, windowSeconds: 60, forSeconds: 0 });
    expect(of('BruteForceSuspected')).toMatchObject({ limit: 10, forSeconds: 12 });
  });
});

function watch(timeScale = 1) {
  const { store, run, now } = createStore();
  const findings = new Findings(store, alertLimits({}, timeScale));
  return {
    step: (steps: number, ...points: readonly MetricPoint[]) => {
      for (let step = 0; step < steps; step += 1) {
        run(1, ...points);
        findings.update(now());
      }
    },
    /** The finding of an alert; of one group, where one is given. */
    of: (name: string, group?: string) => {
      const found = findings.all.find(
        (finding) =>
          finding.alert.name === name &&
          (group === undefined || Object.values(finding.group).includes(group)),
      );
      if (found === undefined) return undefined;
      const { state, value, sinceMilliseconds: since } = found;
      const explanation = explainedBy(found, findings.all);
      return {
        state,
        value,
        since,
        group: found.group,
        ...(explanation === undefined ? {} : { explainedBy: explanation }),
      };
    },
  };
}
