import { ALERT_CATALOGUE, type AlertDefinition } from '@authmeter/core/conventions';
import { groupLabels, type QueryScope } from '../queries';
import { levelOf, pinnedLabels } from '../recordings';

/** While an alert fires, others with the same labels are silenced. */
export interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

/** A service that is down silences what follows from it, and the severer of a pair silences the milder. */
export function inhibitRules(scope: QueryScope): readonly InhibitRule[] {
  const alerts: readonly AlertDefinition[] = ALERT_CATALOGUE;
  const pinned = Object.keys(pinnedLabels(scope));
  const rule = (source: string, targets: readonly string[], equal: readonly string[]) => ({
    source_matchers: [matchAlerts([source])],
    target_matchers: [matchAlerts(targets)],
    equal: [...equal, ...pinned.filter((label) => !equal.includes(label))],
  });
  const causes = new Set(alerts.flatMap(({ symptomOf }) => symptomOf ?? []));
  return [
    ...[...causes].map((cause) => {
      const symptoms = alerts.filter(({ symptomOf }) => symptomOf === cause);
      return rule(
        cause,
        symptoms.map(({ name }) => name),
        ['job'],
      );
    }),
    ...alerts.flatMap((milder) =>
      milder.milderThan === undefined
        ? []
        : [rule(milder.milderThan, [milder.name], groupLabels(levelOf(milder)))],
    ),
  ];
}

/** A matcher of Alertmanager for any of the alerts. */
export function matchAlerts(names: readonly string[]): string {
  const [only = '', ...others] = names;
  return others.length === 0 ? `alertname="${only}"` : `alertname=~"${names.join('|')}"`;
}
