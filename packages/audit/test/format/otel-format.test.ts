import { createOtelFormat } from '../../src/format/otel-format';
import { bareRecord, fullRecord, SAMPLE_RECORDS } from './sample-records';

const format = createOtelFormat({ serviceName: 'shop' });

describe('a line in the form of a log record', () => {
  it('holds all that is known of an event', () => {
    expect(JSON.parse(format(fullRecord('auth.attack.suspected')))).toEqual({
      timestamp: '2023-11-14T22:13:20.123Z',
      severity_number: 17,
      severity_text: 'ERROR',
      event_name: 'auth.attack.suspected',
      body: 'What happens looks like an attack.',
      trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      span_id: '00f067aa0ba902b7',
      trace_flags: 1,
      resource: { 'service.name': 'shop' },
      attributes: {
        'client.address': '203.0.113.0',
        'geo.country.iso_code': 'DE',
        'user.hash': '1cba3760fcb7c9b3',
        'session.id': 'a94a8fe5ccb19ba6',
        'http.route': '/auth/login',
        'error.type': 'invalid_credentials',
        reason: 'invalid_credentials',
        kind: 'impossible_travel',
        failed_attempts: 15,
        window_seconds: 299.5,
        accounts: 2,
        sources: 3,
        since: '2023-11-14T22:08:20.000Z',
        detection_id: '0123456789abcdef',
        action: 'account_locked',
      },
    });
  });

  it('leaves out what is not known', () => {
    expect(format(bareRecord('auth.logout'))).toBe(
      '{"timestamp":"2023-11-14T22:13:20.123Z","severity_number":9,"severity_text":"INFO",' +
        '"event_name":"auth.logout","body":"Somebody logged out.",' +
        '"resource":{"service.name":"shop"},"attributes":{}}\n',
    );
  });

  it.each(SAMPLE_RECORDS)('is one line: %s', (_title, record) => {
    const line = format(record);

    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toMatchObject({ event_name: record.type.definition.name });
  });
});
