/**
 * What class 3002 (Authentication) of the Open Cybersecurity Schema Framework 1.5.0 demands and has, as far as our
 * lines go. Source: schema.ocsf.io/1.5.0/classes/authentication and the objects that it names; type by attribute,
 * `!` where it is required.
 */
export const OCSF_VERSION = '1.5.0';

type Attributes = Readonly<Record<string, string>>;

const OBJECTS: Readonly<Record<string, { attributes: Attributes; oneOf?: readonly string[] }>> = {
  authentication: {
    attributes: {
      metadata: 'metadata!',
      time: 'integer!',
      category_uid: 'integer!',
      class_uid: 'integer!',
      activity_id: 'integer!',
      type_uid: 'integer!',
      severity_id: 'integer!',
      user: 'user!',
      activity_name: 'string',
      status_id: 'integer',
      status_code: 'string',
      status_detail: 'string',
      message: 'string',
      auth_protocol_id: 'integer',
      auth_protocol: 'string',
      is_remote: 'boolean',
      session: 'session',
      service: 'service',
      src_endpoint: 'network_endpoint',
      dst_endpoint: 'network_endpoint',
      unmapped: 'object',
    },
    oneOf: ['service', 'dst_endpoint'],
  },
  metadata: {
    attributes: {
      version: 'string!',
      product: 'product!',
      event_code: 'string',
      log_name: 'string',
      log_provider: 'string',
      log_level: 'string',
      correlation_uid: 'string',
    },
  },
  product: {
    attributes: { name: 'string', uid: 'string', vendor_name: 'string', version: 'string' },
    oneOf: ['name', 'uid'],
  },
  user: {
    attributes: { name: 'string', uid: 'string', account: 'object', type_id: 'integer' },
    oneOf: ['account', 'name', 'uid'],
  },
  session: { attributes: { uid: 'string' } },
  service: { attributes: { name: 'string', uid: 'string' }, oneOf: ['name', 'uid'] },
  network_endpoint: {
    attributes: { ip: 'string', name: 'string', uid: 'string', location: 'location' },
    oneOf: ['ip', 'name', 'uid'],
  },
  location: { attributes: { country: 'string' } },
};

/** Ids that the class allows. */
const ALLOWED: Readonly<Record<string, readonly number[]>> = {
  category_uid: [3],
  class_uid: [3002],
  activity_id: [0, 1, 2, 3, 4, 5, 6, 99],
  status_id: [0, 1, 2, 99],
  severity_id: [0, 1, 2, 3, 4, 5, 6, 99],
  auth_protocol_id: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99],
};

/** What of an event the class does not have, demands, or has otherwise. */
export function complaintsAboutOcsf(event: unknown, object = 'authentication'): readonly string[] {
  const schema = OBJECTS[object];
  if (schema === undefined || typeof event !== 'object' || event === null) {
    return [`${object} is no object`];
  }
  const { attributes, oneOf } = schema;
  const missing = Object.entries(attributes)
    .filter(([name, type]) => type.endsWith('!') && !(name in event))
    .map(([name]) => `${object}.${name} is missing`);
  const unmet =
    oneOf === undefined || oneOf.some((name) => name in event)
      ? []
      : [`${object} has none of ${oneOf.join(', ')}`];
  const wrong = Object.entries(event).flatMap(([name, value]) => {
    const type = attributes[name]?.replace('!', '');
    if (type === undefined) return [`${object}.${name} does not exist`];
    if (type === 'object')
      return typeof value === 'object' ? [] : [`${object}.${name} is no object`];
    if (type in OBJECTS) return complaintsAboutOcsf(value, type);
    const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type;
    const isAllowed = !(name in ALLOWED) || ALLOWED[name]?.includes(value as number) === true;
    return fits && isAllowed ? [] : [`${object}.${name} is ${String(value)}`];
  });
  return [...missing, ...unmet, ...wrong];
}
