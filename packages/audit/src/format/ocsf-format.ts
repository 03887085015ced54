import { METHOD, OCSF_AUTHENTICATION, SUBJECT_ATTRIBUTES } from '@authmeter/core/conventions';
import { UNKNOWN_ADDRESS, type AuditRecord } from '../events/audit-record';
import { EVENT_TYPES, type EventType } from '../events/event-type';
import { SCOPE_NAME } from '../scope-name';
import { VERSION } from '../version';
import type { Format, FormatSettings } from './format';
import { member, plainMember, quote, withoutComma } from './json-text';
import { owaspWordOf } from './owasp-word';
import { spanOf } from './span-ids';

const { version, categoryUid, classUid, activities, statuses, severities } = OCSF_AUTHENTICATION;
const ACTIVITIES_PER_CLASS = 100;

/** Our methods that the schema has a protocol for, by its `auth_protocol_id`. */
const PROTOCOL_IDS: ReadonlyMap<unknown, number> = new Map([
  ['oidc', 4],
  ['saml', 5],
  ['oauth', 6],
  ['basic', 11],
  ['ldap', 12],
]);
const OTHER_PROTOCOL = ',"auth_protocol_id":99,"auth_protocol":"';

/** What the class requires of its user where no account is known, or no key to name it by. */
const UNKNOWN_USER = ',"user":{"name":"unknown","type_id":0';
const PRODUCT = JSON.stringify({ name: 'Authmeter', vendor_name: 'Authmeter', version: VERSION });
const ROUTE = `,"${SUBJECT_ATTRIBUTES.route.key}":"`;

/** What is the same in every line of one event. */
interface Template {
  readonly metadata: string;
  readonly constant: string;
  /** Its own attributes, up to their values; undefined for the one that has a place in the schema. */
  readonly openings: readonly (string | undefined)[];
  /** Where the method is among the details; -1 where it is not. */
  readonly methodPlace: number;
}

const TEMPLATES: readonly Template[] = EVENT_TYPES.map(templateOf);

/** One line is one event of the OCSF class Authentication. What the class has no attribute for is in `unmapped`. */
export function createOcsfFormat({ serviceName }: FormatSettings): Format {
  const service = `},"service":{"name":${quote(serviceName)}}`;
  return (record) => {
    const template = TEMPLATES[record.type.index];
    if (template === undefined) return '';
    const { session, errorType, reason } = record;
    const trace = plainMember(',"correlation_uid":"', spanOf(record.context)?.traceId);
    const failure = `${plainMember(',"status_code":"', reason)}${plainMember(',"status_detail":"', errorType)}`;
    const user = member(',"user":{"uid":"', record.account) || UNKNOWN_USER;
    const ended = session === undefined ? '' : `${plainMember(',"session":{"uid":"', session)}}`;
    return `${template.metadata}${trace}},"time":${String(Math.round(record.atEpochMilliseconds))}${template.constant}${failure}${protocolOf(record.details[template.methodPlace])}${user}${service}${ended}${endpointOf(record)}${unmappedOf(record, template)}`;
  };
}

function templateOf({ definition }: EventType): Template {
  const { name, severity, meaning, ocsf, attributes } = definition;
  const activityId = activities[ocsf.activity];
  const constant = {
    category_uid: categoryUid,
    class_uid: classUid,
    activity_id: activityId,
    activity_name: ocsf.activityName,
    type_uid: classUid * ACTIVITIES_PER_CLASS + activityId,
    severity_id: severities[ocsf.severity],
    status_id: statuses[ocsf.status],
    message: meaning,
    is_remote: true,
  };
  return {
    metadata: `{"metadata":{"version":"${version}","product":${PRODUCT},"event_code":${quote(name)},"log_name":"audit","log_provider":${quote(SCOPE_NAME)},"log_level":${quote(severity)}`,
    constant: `,${JSON.stringify(constant).slice(1, -1)}`,
    openings: attributes.map(({ key }) => (key === METHOD.key ? undefined : `,"${key}":`)),
    methodPlace: attributes.findIndex(({ key }) => key === METHOD.key),
  };
}

function protocolOf(method: string | number | undefined): string {
  if (method === undefined) return '';
  const id = PROTOCOL_IDS.get(method);
  return id === undefined
    ? plainMember(OTHER_PROTOCOL, String(method))
    : `,"auth_protocol_id":${String(id)}`;
}

function endpointOf({ address, country }: AuditRecord): string {
  if (address === undefined) return '';
  const location = country === undefined ? '"}' : `","location":{"country":"${country}"}}`;
  const opening =
    address === UNKNOWN_ADDRESS ? ',"src_endpoint":{"name":"' : ',"src_endpoint":{"ip":"';
  return `${opening}${address}${location}`;
}

function unmappedOf(record: AuditRecord, { openings }: Template): string {
  let members = plainMember(ROUTE, record.route) + plainMember(',"owasp":"', owaspWordOf(record));
  openings.forEach((opening, index) => {
    const value = record.details[index];
    if (value === undefined || opening === undefined) return;
    members += typeof value === 'number' ? `${opening}${String(value)}` : `${opening}"${value}"`;
  });
  return members === '' ? '}\n' : `,"unmapped":{${withoutComma(members)}}}\n`;
}
