import { code, headingAnchor, renderTable } from './markdown.mjs';

/** @typedef {import('../workspace/load-conventions.mjs').Conventions} Conventions */
/** @typedef {import('../../core/dist/conventions/index.js').AuditEventDefinition} AuditEventDefinition */
/** @typedef {import('../../core/dist/conventions/index.js').EventAttribute} EventAttribute */

const INTRODUCTION = `# Audit events

Every event that \`@authmeter/audit\` writes: as an OpenTelemetry log record, or as a line of JSON for a SIEM. This page
is generated from \`packages/core/src/conventions/events\` by \`pnpm run docs\`. How to set it up, what it costs and what
happens when nobody takes the events is on [the audit page](audit.md).

- One observation yields at most one event. What is refused twice for different reasons is told twice: a request that a
  limiter refuses is a rate limit exceeded and a failed attempt.
- An event carries its subject as far as it is known, the reason if it tells of a failure, and its own attributes.
  What is not known is absent. Trace and span ids are those of the request.
- **Capped** events are those that anybody can cause any number of. A rate cap holds for them by default.
- **Kept** says how long, in days, and where nobody can change it.`;

/**
 * @param {AuditEventDefinition} event
 * @param {number} days how long it is kept
 */
function renderRow({ name, severity, meaning, retention, isFloodable }, days) {
  return [
    `[${code(name)}](#${headingAnchor(name)})`,
    severity,
    meaning,
    isFloodable ? 'yes' : 'no',
    `${days} (${retention})`,
  ];
}

/** @param {readonly EventAttribute[]} attributes */
function renderAttributes(attributes) {
  return renderTable(
    ['Attribute', 'Meaning', 'Values'],
    attributes.map(({ key, meaning, list }) => [code(key), meaning, describeList(list)]),
  );
}

/** @param {EventAttribute['list']} list */
function describeList(list) {
  if (list === undefined) return '';
  if (list.key === 'error.type') return 'see [failure reasons](failure-reasons.md)';
  const values = list.values.map(code);
  const declared =
    list.extendedBy === undefined ? [] : [`those of option ${code(list.extendedBy)}`];
  const other = list.folds === true ? [code('_OTHER')] : [];
  return [...values, ...declared, ...other].join(', ');
}

/** @param {AuditEventDefinition['sources'][number]} source */
function describeSource({ kind, where = {}, standalone }) {
  const conditions = Object.entries(where).map(([field, value]) => `${code(field)} ${code(value)}`);
  const which = conditions.length === 0 ? '' : ` with ${conditions.join(' and ')}`;
  const alone = standalone === true ? ', where it is no part of an attempt' : '';
  return `${code(kind)}${which}${alone}`;
}

/**
 * @param {Conventions} conventions
 * @param {AuditEventDefinition} event
 */
function renderEvent({ AUDIT_SEVERITIES, OCSF_AUTHENTICATION }, event) {
  const {
    name,
    severity,
    meaning,
    sources,
    attributes,
    ecs,
    ocsf,
    owasp,
    owaspByKind = {},
  } = event;
  const words = [
    owasp === undefined ? 'no word' : code(owasp),
    ...Object.entries(owaspByKind).map(([kind, word]) => `${code(word)} for ${code(kind)}`),
  ];
  const activityId = OCSF_AUTHENTICATION.activities[ocsf.activity];
  const rows = [
    ['OWASP logging vocabulary', words.join(', ')],
    [
      'ECS',
      [
        `event.kind ${code(ecs.kind)}`,
        `event.category ${ecs.category.map(code).join(', ')}`,
        `event.type ${ecs.type.map(code).join(', ')}`,
        ...(ecs.outcome === undefined ? [] : [`event.outcome ${code(ecs.outcome)}`]),
        `event.action ${code(name)}`,
      ].join(' · '),
    ],
    [
      'OCSF 3002',
      [
        `activity_id ${activityId}${ocsf.activityName === undefined ? '' : ` (${ocsf.activityName})`}`,
        `status_id ${OCSF_AUTHENTICATION.statuses[ocsf.status]}`,
        `severity_id ${OCSF_AUTHENTICATION.severities[ocsf.severity]}`,
        `type_uid ${OCSF_AUTHENTICATION.classUid * 100 + activityId}`,
      ].join(' · '),
    ],
  ];
  return [
    `### ${name}`,
    `${severity}, severity number ${AUDIT_SEVERITIES[severity]}. ${meaning}`,
    sources.length === 0
      ? 'Comes from the audit log itself.'
      : `Comes from ${sources.map(describeSource).join('; ')}.`,
    ...(attributes.length === 0 ? [] : [renderAttributes(attributes)]),
    renderTable(['Mapped to', ''], rows),
  ].join('\n\n');
}

/**
 * The reference page of all audit events.
 * @param {Conventions} conventions
 * @returns {string} Markdown
 */
export function renderAuditEvents(conventions) {
  const events = /** @type {readonly AuditEventDefinition[]} */ (conventions.AUDIT_EVENTS);
  const { AUDIT_RETENTIONS, ECS_VERSION, OCSF_AUTHENTICATION } = conventions;
  return [
    INTRODUCTION,
    '## All events',
    renderTable(
      ['Event', 'Severity', 'Meaning', 'Capped', 'Kept'],
      events.map((event) => renderRow(event, AUDIT_RETENTIONS[event.retention])),
    ),
    '## What every event carries',
    renderAttributes(Object.values(conventions.SUBJECT_ATTRIBUTES)),
    'An event of a failure carries besides:',
    renderAttributes(conventions.FAILURE_ATTRIBUTES),
    '## One by one',
    `The mappings are to the logging vocabulary of OWASP's cheat sheet series, to the Elastic Common Schema ${ECS_VERSION}, and to class ${OCSF_AUTHENTICATION.classUid} (Authentication) of the Open Cybersecurity Schema Framework ${OCSF_AUTHENTICATION.version}.`,
    ...events.map((event) => renderEvent(conventions, event)),
  ].join('\n\n');
}
