import { OCSF_AUTHENTICATION } from '@authmeter/core/conventions';
import { createOcsfFormat } from '../../src/format/ocsf-format';
import { complaintsAboutOcsf, OCSF_VERSION } from './ocsf-authentication';
import { bareRecord, fullRecord, SAMPLE_RECORDS } from './sample-records';

const format = createOcsfFormat({ serviceName: 'shop' });

interface OcsfEvent {
  readonly metadata: { readonly version: string };
  readonly class_uid: number;
  readonly activity_id: number;
  readonly activity_name?: string;
  readonly type_uid: number;
}

const parse = (line: string): OcsfEvent => JSON.parse(line) as OcsfEvent;

describe('a line of OCSF', () => {
  it.each(SAMPLE_RECORDS)('has what class 3002 demands, and nothing else: %s', (_title, record) => {
    const event = parse(format(record));

    expect(complaintsAboutOcsf(event)).toEqual([]);
    expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
    expect(event.activity_name === undefined).toBe(event.activity_id !== 99);
    expect(event.metadata.version).toBe(OCSF_VERSION);
  });

  it('would be found out if it lacked or had something', () => {
    expect(OCSF_AUTHENTICATION.version).toBe(OCSF_VERSION);
    expect(
      complaintsAboutOcsf({
        metadata: { version: '1', product: {} },
        user: {},
        mood: 1,
        class_uid: 4,
      }),
    ).toEqual([
      'authentication.time is missing',
      'authentication.category_uid is missing',
      'authentication.activity_id is missing',
      'authentication.type_uid is missing',
      'authentication.severity_id is missing',
      'authentication has none of service, dst_endpoint',
      'product has none of name, uid',
      'user has none of account, name, uid',
      'authentication.mood does not exist',
      'authentication.class_uid is 4',
    ]);
  });

  it('holds all that is known of an event', () => {
    expect(parse(format(fullRecord('auth.login.failure')))).toEqual({
      metadata: {
        version: '1.5.0',
        product: { name: 'Authmeter', vendor_name: 'Authmeter', version: '0.1.0' },
        event_code: 'auth.login.failure',
        log_name: 'audit',
        log_provider: '@authmeter/audit',
        log_level: 'WARN',
        correlation_uid: '4bf92f3577b34da6a3ce929d0e0e4736',
      },
      time: 1_700_000_000_123,
      category_uid: 3,
      class_uid: 3002,
      activity_id: 1,
      type_uid: 300201,
      severity_id: 2,
      status_id: 2,
      status_code: 'invalid_credentials',
      status_detail: 'invalid_credentials',
      message: 'A login failed.',
      auth_protocol_id: 99,
      auth_protocol: 'password',
      is_remote: true,
      user: { uid: '1cba3760fcb7c9b3' },
      session: { uid: 'a94a8fe5ccb19ba6' },
      service: { name: 'shop' },
      src_endpoint: { ip: '203.0.113.0', location: { country: 'DE' } },
      unmapped: { 'http.route': '/auth/login', owasp: 'authn_login_fail' },
    });
  });

  it('keeps evidence that the class has no attribute for', () => {
    expect(parse(format(fullRecord('auth.attack.suspected')))).toMatchObject({
      activity_id: 99,
      activity_name: 'Suspected Attack',
      unmapped: { kind: 'impossible_travel', failed_attempts: 15, window_seconds: 299.5 },
    });
  });

  it('knows the protocols of the schema by their ids', () => {
    const record = fullRecord('auth.login.success');
    const protocolOf = (method: string) => {
      const { auth_protocol_id: id, auth_protocol: name } = JSON.parse(
        format({ ...record, details: [method] }),
      ) as Record<string, unknown>;
      return [id, name];
    };

    expect(['oidc', 'saml', 'oauth', 'basic', 'ldap', 'passkey'].map(protocolOf)).toEqual([
      [4, undefined],
      [5, undefined],
      [6, undefined],
      [11, undefined],
      [12, undefined],
      [99, 'passkey'],
    ]);
  });

  it('names a user whom nobody may name, because the class demands one', () => {
    expect(parse(format(bareRecord('auth.logout')))).toMatchObject({
      user: { name: 'unknown', type_id: 0 },
    });
    expect(parse(format({ ...bareRecord('auth.logout'), address: 'unknown' }))).toMatchObject({
      src_endpoint: { name: 'unknown' },
    });
  });
});
