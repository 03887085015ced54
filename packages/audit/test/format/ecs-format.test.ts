import { ECS_VERSION } from '@authmeter/core/conventions';
import { isIP } from 'node:net';
import { createEcsFormat } from '../../src/format/ecs-format';
import { openEcsSchema } from './ecs-schema';
import { bareRecord, fullRecord, SAMPLE_RECORDS } from './sample-records';

const format = createEcsFormat({ serviceName: 'shop' });

/** Values that the categorization fields may have. Source: Elastic Common Schema 9.4. */
const ALLOWED = {
  kind: ['alert', 'asset', 'enrichment', 'event', 'metric', 'state', 'pipeline_error', 'signal'],
  category: ['authentication', 'iam', 'session', 'intrusion_detection'],
  type: ['start', 'end', 'info', 'user', 'change', 'creation', 'denied'],
  outcome: ['failure', 'success', 'unknown'],
};

interface EcsDocument {
  readonly '@timestamp': string;
  readonly ecs: { readonly version: string };
  readonly event: {
    readonly kind: string;
    readonly category: readonly string[];
    readonly type: readonly string[];
    readonly outcome: string;
  };
}

const parse = (line: string): EcsDocument => JSON.parse(line) as EcsDocument;

describe('a line of the Elastic Common Schema', () => {
  const schema = openEcsSchema();

  it('is of the version that the schema package has', () => {
    expect(ECS_VERSION).toBe(schema.version);
  });

  it.each(SAMPLE_RECORDS)('has only fields of the schema, of its types: %s', (_title, record) => {
    const document = parse(format(record));

    expect(schema.complaints(document)).toEqual([]);
    expect(new Date(document['@timestamp']).toISOString()).toBe(document['@timestamp']);
    expect(document.ecs.version).toBe(ECS_VERSION);
  });

  it.each(SAMPLE_RECORDS)('is filed under values that are allowed: %s', (_title, record) => {
    const { event } = parse(format(record));

    expect(ALLOWED.kind).toContain(event.kind);
    expect(ALLOWED.category).toEqual(expect.arrayContaining([...event.category]));
    expect(ALLOWED.type).toEqual(expect.arrayContaining([...event.type]));
    expect(ALLOWED.outcome).toContain(event.outcome);
  });

  it('would be found out if it had a field that the schema has not', () => {
    expect(schema.complaints({ event: { kind: 'event', mood: 'good', severity: 'high' } })).toEqual(
      ['event.mood does not exist', 'event.severity. is no string'],
    );
    expect(schema.complaints({ event: { category: 'iam' }, source: ['x'] })).toEqual([
      'source. is no list',
    ]);
  });

  it('holds all that is known of an event', () => {
    expect(parse(format(fullRecord('auth.login.failure')))).toEqual({
      '@timestamp': '2023-11-14T22:13:20.123Z',
      ecs: { version: '9.4.0' },
      message: 'A login failed.',
      log: { level: 'warn', logger: '@authmeter/audit' },
      event: {
        kind: 'event',
        category: ['authentication'],
        type: ['start'],
        action: 'auth.login.failure',
        outcome: 'failure',
        dataset: 'authmeter.audit',
        module: 'authmeter',
        provider: '@authmeter/audit',
        severity: 13,
        code: 'authn_login_fail',
        reason: 'invalid_credentials',
      },
      service: { name: 'shop' },
      source: { address: '203.0.113.0', ip: '203.0.113.0', geo: { country_iso_code: 'DE' } },
      user: { hash: '1cba3760fcb7c9b3' },
      error: { type: 'invalid_credentials' },
      labels: { session_id: 'a94a8fe5ccb19ba6', http_route: '/auth/login', method: 'password' },
      trace: { id: '4bf92f3577b34da6a3ce929d0e0e4736' },
      span: { id: '00f067aa0ba902b7' },
    });
  });

  it('has the OWASP word of the kind of an attack', () => {
    expect(parse(format(fullRecord('auth.attack.suspected'))).event).toMatchObject({
      code: 'authn_impossible_travel',
    });
    expect(parse(format(bareRecord('auth.attack.suspected'))).event).toMatchObject({
      code: 'authn_login_fail_max',
    });
  });

  it('puts no text that is no address where an address is expected', () => {
    const record = { ...fullRecord('auth.logout'), address: 'unknown', country: undefined };
    const document = JSON.parse(format(record)) as { source: object };

    expect(document.source).toEqual({ address: 'unknown' });
    expect(isIP('unknown')).toBe(0);
  });
});
