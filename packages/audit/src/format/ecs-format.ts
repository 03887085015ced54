import { ECS_VERSION, SUBJECT_ATTRIBUTES } from '@authmeter/core/conventions';
import { UNKNOWN_ADDRESS, type AuditRecord } from '../events/audit-record';
import { EVENT_TYPES, type EventType } from '../events/event-type';
import { SCOPE_NAME } from '../scope-name';
import type { Format, FormatSettings } from './format';
import { isoTime } from './iso-time';
import { member, plainMember, quote, withoutComma } from './json-text';
import { owaspWordOf } from './owasp-word';
import { spanOf } from './span-ids';

/** What is the same in every line of one event. */
interface Template {
  readonly constant: string;
  /** The labels that its own attributes become, up to their values. */
  readonly labels: readonly string[];
}

const TEMPLATES: readonly Template[] = EVENT_TYPES.map(templateOf);
const SESSION_LABEL = labelOpening(SUBJECT_ATTRIBUTES.session.key);
const ROUTE_LABEL = labelOpening(SUBJECT_ATTRIBUTES.route.key);

/** One line is one document of the Elastic Common Schema. What the schema has no field for is in `labels`. */
export function createEcsFormat({ serviceName }: FormatSettings): Format {
  const service = `},"service":{"name":${quote(serviceName)}}`;
  return (record) => {
    const template = TEMPLATES[record.type.index];
    if (template === undefined) return '';
    const { account, errorType, reason, atEpochMilliseconds } = record;
    const span = spanOf(record.context);
    const user = account === undefined ? '' : `${member(',"user":{"hash":"', account)}}`;
    const error = errorType === undefined ? '' : `,"error":{"type":"${errorType}"}`;
    const ids =
      span === undefined
        ? '}\n'
        : `,"trace":{"id":"${span.traceId}"},"span":{"id":"${span.spanId}"}}\n`;
    const code = plainMember(',"code":"', owaspWordOf(record));
    return `{"@timestamp":"${isoTime(atEpochMilliseconds)}${template.constant}${code}${plainMember(',"reason":"', reason)}${service}${sourceOf(record)}${user}${error}${labelsOf(record, template.labels)}${ids}`;
  };
}

function templateOf({ definition, severityNumber }: EventType): Template {
  const { name, severity, meaning, ecs, attributes } = definition;
  const event = {
    kind: ecs.kind,
    category: ecs.category,
    type: ecs.type,
    action: name,
    outcome: ecs.outcome ?? 'unknown',
    dataset: 'authmeter.audit',
    module: 'authmeter',
    provider: SCOPE_NAME,
    severity: severityNumber,
  };
  const log = { level: severity.toLowerCase(), logger: SCOPE_NAME };
  return {
    constant: `","ecs":{"version":"${ECS_VERSION}"},"message":${quote(meaning)},"log":${JSON.stringify(log)},"event":${JSON.stringify(event).slice(0, -1)}`,
    labels: attributes.map(({ key }) => labelOpening(key)),
  };
}

function sourceOf({ address, country }: AuditRecord): string {
  if (address === undefined) return '';
  const geo = country === undefined ? '' : `,"geo":{"country_iso_code":"${country}"}`;
  // The field `ip` is an address by its type, and `unknown` is none.
  const ip = address === UNKNOWN_ADDRESS ? '"' : `","ip":"${address}"`;
  return `,"source":{"address":"${address}${ip}${geo}}`;
}

function labelsOf({ session, route, details }: AuditRecord, openings: readonly string[]): string {
  let labels = plainMember(SESSION_LABEL, session) + plainMember(ROUTE_LABEL, route);
  openings.forEach((opening, index) => {
    const value = details[index];
    if (value !== undefined) labels += plainMember(opening, String(value));
  });
  return labels === '' ? '' : `,"labels":{${withoutComma(labels)}}`;
}

/** Labels have no dots in their names. */
function labelOpening(key: string): string {
  return `,"${key.replaceAll('.', '_')}":"`;
}
