import type { Finding } from './findings';

/**
 * The alert that silences a finding, as Alertmanager's inhibition does: the severer one of its pair, for the same
 * source or operation; or the alert that explains it. One that is pending explains what is pending too.
 */
export function explainedBy(finding: Finding, all: readonly Finding[]): string | undefined {
  const { milderThan, symptomOf } = finding.alert;
  const silencer = all.find(
    ({ alert, state, group }) =>
      (state === 'firing' || (state === 'pending' && finding.state === 'pending')) &&
      ((alert.name === milderThan && isSame(group, finding.group)) || alert.name === symptomOf),
  );
  return silencer?.alert.name;
}

function isSame(left: Finding['group'], right: Finding['group']): boolean {
  return Object.entries(left).every(([key, value]) => right[key] === value);
}
