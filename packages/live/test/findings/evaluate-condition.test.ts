import {
  ALERT_CATALOGUE,
  ATTEMPTS,
  CREDENTIAL_AGE,
  CREDENTIAL_TYPE,
  DEPENDENCY,
  DEPENDENCY_UP,
  IP_ADDRESS,
  OPERATION,
  OPERATION_DURATION,
  REGISTRATIONS,
  SOURCE_FAILURES,
  TOKEN_VALIDATION_DURATION,
  type AlertCondition,
  type AlertDefinition,
  type AlertName,
} from '@authmeter/core/conventions';
import { createStore, judge } from './support';

const failed = (value: number, reason = 'invalid_credentials') => ({
  definition: ATTEMPTS,
  attributes: { outcome: 'failure', reason, method: 'jwt' },
  value,
});
const succeeded = (value: number) => ({
  definition: ATTEMPTS,
  attributes: { outcome: 'success', method: 'jwt' },
  value,
});
const source = (ip_address: string, value: number) => ({
  definition: SOURCE_FAILURES,
  attributes: { ip_address },
  value,
});

describe('a rate', () => {
  it('is a mean over the whole window, also of a process that is younger', () => {
    const { store, run } = createStore();
    run(15, failed(200));

    // 3,000 in 150 s are 20 a second, and 10 a second over 300 s: not above the limit of 10.
    expect(judge(store, first('AuthInvalidCredentialsHigh'))).toEqual({});
    run(1, failed(200));
    expect(judge(store, first('AuthInvalidCredentialsHigh'))).toEqual({ '': 3200 / 300 });
  });

  it('is told apart by source, and neither other nor unknown is one', () => {
    const { store, run } = createStore();
    run(
      30,
      source('203.0.113.0', 120),
      source('198.51.100.0', 90),
      source('other', 900),
      source('unknown', 900),
    );

    expect(judge(store, first('BruteForceSuspected'), [IP_ADDRESS])).toEqual({ '203.0.113.0': 12 });
  });

  it('has its limit from the host where it gave one', () => {
    const { store, run } = createStore();
    run(30, source('203.0.113.0', 90));

    expect(
      judge(store, first('BruteForceSuspected'), [IP_ADDRESS], { bruteForceSuspected: 8 }),
    ).toEqual({ '203.0.113.0': 9 });
  });
});

describe('an increase', () => {
  it('is what the window holds', () => {
    const { store, run } = createStore();
    run(1, source('203.0.113.0', 51));
    run(58);

    expect(judge(store, first('SourceFailuresHigh'), [IP_ADDRESS])).toEqual({ '203.0.113.0': 51 });
    run(2);
    expect(judge(store, first('SourceFailuresHigh'), [IP_ADDRESS])).toEqual({});
  });

  it('is divided by the time scale together with its window', () => {
    const { store, run } = createStore();
    run(6, source('203.0.113.0', 1));

    // A tenth of ten minutes, and a tenth of 50.
    expect(judge(store, first('SourceFailuresHigh'), [IP_ADDRESS], {}, 10)).toEqual({
      '203.0.113.0': 6,
    });
  });
});

describe('a share', () => {
  it('divides a sum by a sum', () => {
    const { store, run } = createStore();
    run(30, failed(6), succeeded(4));

    expect(judge(store, first('AuthFailureRatioHigh'))).toEqual({ '': 0.6 });
  });

  it('says nothing of too little traffic', () => {
    const { store, run } = createStore();
    run(1, failed(29));

    // 29 in 300 s are less than 0.1 a second.
    expect(judge(store, first('AuthFailureRatioHigh'))).toEqual({});
    run(1, failed(1));
    expect(judge(store, first('AuthFailureRatioHigh'))).toEqual({ '': 1 });
  });

  it('says nothing of nothing', () => {
    expect(judge(createStore().store, first('AuthFailureRatioHigh'))).toEqual({});
  });
});

describe('growth', () => {
  const registered = (value: number) => ({
    definition: REGISTRATIONS,
    attributes: { outcome: 'success' },
    value,
  });

  it('compares with the mean of the hour before, and needs all of it', () => {
    const { store, run } = createStore();
    run(359, registered(1));
    run(60, registered(6));

    expect(judge(store, first('RegistrationSpike'))).toEqual({});
    run(1, registered(6));
    const [factor] = Object.values(judge(store, first('RegistrationSpike')));
    // 360 in ten minutes, against a sixth of the 365 of the hour before.
    expect(factor).toBeCloseTo(360 / (365 / 6));
  });

  it('is without limit where there was nothing before', () => {
    const { store, run } = createStore();
    run(365);
    run(60, registered(1));

    expect(judge(store, first('RegistrationSpike'))).toEqual({ '': null });
  });
});

describe('a burn', () => {
  it('has to be above the limit over both windows', () => {
    const { store, run } = createStore();
    run(330, succeeded(100));
    run(3, failed(100, 'dependency_error'));

    // 300 of 3,000 in five minutes are 100 times the budget, but over the hour it is 9 times.
    expect(judge(store, first('AuthAvailabilityBurnFast'))).toEqual({});
    run(3, failed(100, 'dependency_error'));
    const [burn] = Object.values(judge(store, first('AuthAvailabilityBurnFast')));
    expect(burn).toBeCloseTo((600 / 33_600) * 1000);
  });
});

describe('a duration', () => {
  const took = (operation: string, counts: readonly number[], boundaries = [0.5, 1, 2]) => ({
    definition: OPERATION_DURATION,
    attributes: { operation },
    value: { boundaries, counts, sum: 0 },
  });

  it('takes a quantile of each operation by itself', () => {
    const { store, run } = createStore();
    run(30, took('login', [8, 0, 2, 0]), took('authenticate', [10, 0, 0, 0]));

    expect(judge(store, first('AuthLatencyHigh'), [OPERATION])).toEqual({ login: 1.75 });
  });

  it('says nothing of too few', () => {
    const { store, run } = createStore();
    run(1, took('login', [0, 0, 29, 0]));

    expect(judge(store, first('AuthLatencyHigh'), [OPERATION])).toEqual({});
  });

  it('leaves out a series whose bounds cannot be added up', () => {
    const { store, run } = createStore();
    run(30, took('login', [10, 0, 0, 0]), took('logout', [0, 0, 99], [1, 3]));

    expect(judge(store, first('LoginLatencyHigh'))).toEqual({});
  });

  it('takes a mean', () => {
    const { store, run } = createStore();
    run(30, {
      definition: TOKEN_VALIDATION_DURATION,
      attributes: { outcome: 'success' },
      value: { boundaries: [0.1], counts: [8, 2], sum: 0.8 },
    });

    const [mean] = Object.values(judge(store, first('TokenValidationSlow')));
    expect(mean).toBeCloseTo(0.08);
    expect(judge(store, first('TokenValidationVerySlow'))).toEqual({});
  });
});

describe('a gauge', () => {
  it('is down at zero, told apart by dependency', () => {
    const { store, run } = createStore();
    const up = (dependency: string, value: number) => ({
      definition: DEPENDENCY_UP,
      attributes: { dependency },
      value,
    });
    run(1, up('users_db', 1), up('jwks', 0));

    expect(judge(store, first('AuthDependencyDown'), [DEPENDENCY])).toEqual({ jwks: 0 });
  });

  it('is the highest of its group', () => {
    const { store, run } = createStore();
    const aged = (state: string, value: number) => ({
      definition: CREDENTIAL_AGE,
      attributes: { credential_type: 'signing_key', state },
      value,
    });
    run(1, aged('current', 91 * 86_400), aged('previous', 200 * 86_400));

    expect(judge(store, first('CredentialRotationOverdue'), [CREDENTIAL_TYPE])).toEqual({
      signing_key: 91 * 86_400,
    });
  });
});

describe('what other processes would have to be asked for', () => {
  it('never holds', () => {
    const { store, run } = createStore();
    run(30, succeeded(10));

    expect(judge(store, first('AuthMetricsAbsent'))).toEqual({});
  });
});

function first(name: AlertName): AlertCondition {
  const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
  const alert = alerts.find((known) => known.name === name);
  if (alert === undefined) throw new Error(`there is no alert ${name}`);
  return alert.conditions[0];
}
