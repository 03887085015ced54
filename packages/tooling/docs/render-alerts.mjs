import { describeCondition, nameNumber, nameTime } from './describe-condition.mjs';
import { code, renderTable } from './markdown.mjs';

/** @typedef {import('../workspace/load-conventions.mjs').Conventions} Conventions */
/** @typedef {import('../../core/dist/conventions/index.js').AlertDefinition} AlertDefinition */

const INTRODUCTION = `# Alerts

Every alert, with its defaults. This page is generated from the table in \`packages/core/src/conventions\` by \`pnpm run docs\`;
the rules for Prometheus and the findings of the live page come from the same table. How to load them is in
[operations](operations.md); what to do when one fires is on its [runbook](runbooks/index.md).

- Everything is added up over the instances of a job. An alert fires once for each job, and once for each value of what it
  **tells apart** besides.
- Of a pair, the milder one fires above the higher limit too; Alertmanager silences it while the severer one fires. It also
  silences the **symptoms** of a service that is down.
- Shares, percentiles, means and burn rates demand at least \`minimumTraffic\` of what they are taken of, over their shortest
  window: one failed login at night pages nobody.
- Every number can be set: \`--set loginFailureRatioHigh=0.3\`.`;

/** @param {AlertDefinition} alert */
function renderRow({ name, meaning, severity, conditions, keeps, forSeconds }) {
  return [
    `[${name}](runbooks/${name}.md)`,
    meaning,
    conditions.map(describeCondition).join('; and '),
    forSeconds === 0 ? 'at once' : nameTime(forSeconds),
    severity,
    keeps.map(({ key }) => code(key)).join(', '),
  ];
}

/** @param {readonly AlertDefinition[]} alerts */
function renderSilences(alerts) {
  const rows = alerts.flatMap(({ name, milderThan, symptomOf }) => {
    const causes = [symptomOf, milderThan].filter((cause) => cause !== undefined);
    return causes.length === 0 ? [] : [[name, causes.join(', ')]];
  });
  return renderTable(['Alert', 'Is silenced by'], rows);
}

/** @param {Conventions} conventions */
function renderParameters({ ALERT_PARAMETERS }) {
  const rows = ALERT_PARAMETERS.map(({ name, default: value, least, most, unit }) => [
    code(name),
    nameNumber(value, unit),
    String(value),
    `${least} to ${most}`,
    code(unit),
  ]);
  return renderTable(['Name', 'Default', 'As a number', 'Allowed', 'Unit'], rows);
}

/**
 * The reference page of all alerts.
 * @param {Conventions} conventions
 * @returns {string} Markdown
 */
export function renderAlerts(conventions) {
  const alerts = /** @type {readonly AlertDefinition[]} */ (conventions.ALERT_CATALOGUE);
  const head = ['Alert', 'Meaning', 'Fires when', 'For', 'Severity', 'Tells apart'];
  return [
    INTRODUCTION,
    '## When they fire',
    renderTable(head, alerts.map(renderRow)),
    '## What silences what',
    renderSilences(alerts),
    '## What can be set',
    'Two limits of a pair must stay in order. A time may also be written with its unit: `--set credentialRotationOverdue=30d`.',
    renderParameters(conventions),
  ].join('\n\n');
}
