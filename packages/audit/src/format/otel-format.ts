import {
  ERROR_TYPE,
  ERROR_TYPE_DEFINITIONS,
  REASON,
  SUBJECT_ATTRIBUTES,
} from '@authmeter/core/conventions';
import type { AuditRecord } from '../events/audit-record';
import { EVENT_TYPES, type EventType } from '../events/event-type';
import type { Format, FormatSettings } from './format';
import { isoTime } from './iso-time';
import { member, plainMember, quote, withoutComma } from './json-text';
import { spanOf } from './span-ids';

/** A member of the attributes, up to its value. */
const opening = (key: string): string => `,${quote(key)}:`;
const textOpening = (key: string): string => `${opening(key)}"`;
const ADDRESS = textOpening(SUBJECT_ATTRIBUTES.address.key);
const COUNTRY = textOpening(SUBJECT_ATTRIBUTES.country.key);
const ACCOUNT = textOpening(SUBJECT_ATTRIBUTES.account.key);
const SESSION = textOpening(SUBJECT_ATTRIBUTES.session.key);
const ROUTE = textOpening(SUBJECT_ATTRIBUTES.route.key);

/** Both attributes of a failure, whole, by the type of its error: they are constant, and in most events. */
const FAILURES: ReadonlyMap<string, string> = new Map(
  Object.entries(ERROR_TYPE_DEFINITIONS).map(([errorType, { reason }]) => [
    errorType,
    `${textOpening(ERROR_TYPE.key)}${errorType}"${textOpening(REASON.key)}${reason}"`,
  ]),
);

/** What is the same in every line of one event. */
interface Template {
  readonly constant: string;
  /** Its own attributes, up to their values. */
  readonly openings: readonly string[];
}

const TEMPLATES: readonly Template[] = EVENT_TYPES.map(templateOf);

/** One line is one log record of OpenTelemetry's data model, its fields in snake case. */
export function createOtelFormat({ serviceName }: FormatSettings): Format {
  const resource = `,"resource":{"service.name":${quote(serviceName)}},"attributes":{`;
  return (record) => {
    const template = TEMPLATES[record.type.index];
    if (template === undefined) return '';
    const span = spanOf(record.context);
    const ids =
      span === undefined
        ? ''
        : `,"trace_id":"${span.traceId}","span_id":"${span.spanId}","trace_flags":${String(span.traceFlags)}`;
    const attributes = withoutComma(attributesOf(record, template.openings));
    return `{"timestamp":"${isoTime(record.atEpochMilliseconds)}${template.constant}${ids}${resource}${attributes}}}\n`;
  };
}

function templateOf({ definition, severityNumber }: EventType): Template {
  const { name, severity, meaning, attributes } = definition;
  return {
    constant: `","severity_number":${String(severityNumber)},"severity_text":${quote(severity)},"event_name":${quote(name)},"body":${quote(meaning)}`,
    openings: attributes.map(({ key }) => opening(key)),
  };
}

function attributesOf(record: AuditRecord, openings: readonly string[]): string {
  let members = `${plainMember(ADDRESS, record.address)}${plainMember(COUNTRY, record.country)}${member(ACCOUNT, record.account)}${plainMember(SESSION, record.session)}${plainMember(ROUTE, record.route)}`;
  if (record.errorType !== undefined) members += FAILURES.get(record.errorType) ?? '';
  for (let index = 0; index < openings.length; index += 1) {
    const value = record.details[index];
    if (typeof value === 'number') members += `${openings[index] ?? ''}${String(value)}`;
    else if (value !== undefined) members += `${openings[index] ?? ''}"${value}"`;
  }
  return members;
}
