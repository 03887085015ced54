import {
  ALERT_CATALOGUE,
  ALERT_PARAMETERS,
  alertParameters,
  AVAILABILITY_OBJECTIVE,
  MINIMUM_TRAFFIC,
  type AlertCondition,
  type AlertDefinition,
} from '../../../src/conventions';

const ALERTS: readonly AlertDefinition[] = ALERT_CATALOGUE;
const CONDITIONS: readonly AlertCondition[] = ALERTS.flatMap(({ conditions }) => conditions);

const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

describe('what a user may set', () => {
  it('has names that differ', () => {
    const names = ALERT_PARAMETERS.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  it.each(ALERTS)('begins with the name of its alert: $name', (alert) => {
    const own = alertParameters(alert).filter(
      (parameter) => parameter !== MINIMUM_TRAFFIC && parameter !== AVAILABILITY_OBJECTIVE,
    );

    expect(own.every(({ name }) => name.startsWith(camelCase(alert.name)))).toBe(true);
    // Its limit bears the plain name; down and absent have none.
    if (own.length > 0) expect(own[0]?.name).toBe(camelCase(alert.name));
  });

  it.each(ALERT_PARAMETERS)('has a default inside its range: $name', (parameter) => {
    expect(parameter.least).toBeLessThanOrEqual(parameter.default);
    expect(parameter.default).toBeLessThanOrEqual(parameter.most);
    expect(parameter.unit).toMatch(/^(1|s|\{[a-z]+\}(\/(s|min))?)$/);
  });

  it('keeps a limit on a quantile below the highest bound, above which no quantile lies', () => {
    const limits = CONDITIONS.flatMap((condition) =>
      condition.shape === 'quantile'
        ? [{ most: condition.threshold.most, bound: condition.of.metric.buckets?.at(-1) }]
        : [],
    );

    expect(limits).toHaveLength(4);
    for (const { most, bound } of limits) expect(most).toBeLessThan(bound ?? 0);
  });

  it('keeps the limit of a burn rate below a share of one', () => {
    const shares = CONDITIONS.flatMap((condition) =>
      condition.shape === 'burn'
        ? [condition.threshold.most * (1 - condition.objective.least)]
        : [],
    );

    expect(shares).toHaveLength(2);
    for (const share of shares) expect(share).toBeLessThan(1);
  });

  it('has one unit in an alert that compares a count: that of what it counts', () => {
    for (const condition of CONDITIONS) {
      if (condition.shape === 'rate' || condition.shape === 'increase') {
        const [counted] = condition.threshold.unit.split('/');
        expect(counted).toBe(condition.of.metric.unit);
      }
    }
  });

  it('has windows that hold several samples, even at an export interval of a minute', () => {
    const windows = CONDITIONS.flatMap((condition) =>
      'windowSeconds' in condition
        ? [condition.windowSeconds]
        : 'windowsSeconds' in condition
          ? [...condition.windowsSeconds]
          : [],
    );

    expect(Math.min(...windows)).toBe(300);
  });
});
