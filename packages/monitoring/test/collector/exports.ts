import { AUDIT_SEVERITIES } from '@authmeter/core/conventions';

/** A log record as OTLP has it in JSON; the fields that are used here. */
export interface LogRecord {
  readonly eventName?: string;
  readonly body?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a service says of itself. */
const RESOURCE = {
  'service.name': 'shop',
  'service.instance.id': 'shop-1',
  'process.command_line': 'node --secret=hunter2',
};

const now = (): string => `${Date.now()}000000`;

const attributeList = (attributes: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));

/** One OTLP export of log records. */
export function exportOfLogs(records: readonly LogRecord[]): object {
  const logRecords = records.map(({ eventName, body = 'It happened.', attributes = {} }) => ({
    timeUnixNano: now(),
    severityNumber: AUDIT_SEVERITIES.WARN,
    ...(eventName === undefined ? {} : { eventName }),
    body: { stringValue: body },
    attributes: attributeList(attributes),
  }));
  const scopeLogs = [{ scope: { name: '@authmeter/audit' }, logRecords }];
  return { resourceLogs: [{ resource: { attributes: attributeList(RESOURCE) }, scopeLogs }] };
}

/** One OTLP export of a counter. */
export function exportOfCounter(
  name: string,
  value: number,
  attributes: Readonly<Record<string, string>>,
  resource: Readonly<Record<string, string>> = {},
): object {
  const dataPoint = {
    asInt: String(value),
    startTimeUnixNano: now(),
    timeUnixNano: now(),
    attributes: attributeList(attributes),
  };
  const sum = { isMonotonic: true, aggregationTemporality: 2, dataPoints: [dataPoint] };
  const scopeMetrics = [{ scope: { name: '@authmeter/core' }, metrics: [{ name, sum }] }];
  const attributesOfResource = attributeList({ ...RESOURCE, ...resource });
  return { resourceMetrics: [{ resource: { attributes: attributesOfResource }, scopeMetrics }] };
}

/** Posts an export. */
export async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
