import fc from 'fast-check';
import { AUDIT_FORMATS } from '../../src';
import { createFormat } from '../../src/format/format';
import { escape, quote } from '../../src/format/json-text';
import { fullRecord } from './sample-records';

describe('text in a line', () => {
  it('is what JSON reads back, in ASCII, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const quoted = quote(text);

        expect(JSON.parse(quoted)).toBe(text);
        expect(quoted).toMatch(/^[ -~]*$/);
      }),
    );
  });

  it('is no copy where it needs no escape', () => {
    expect(escape('/auth/:id')).toBe('/auth/:id');
    expect(escape('a"\\\n\u007fé\u{1f600}\ud800')).toBe(
      'a\\"\\\\\\n\\u007f\\u00e9\\ud83d\\ude00\\ud800',
    );
  });

  it.each(AUDIT_FORMATS)('cannot break out of a line of %s', (name) => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anyText, anyText, (serviceName, account) => {
        const line = createFormat(name, { serviceName })({
          ...fullRecord('auth.login.failure'),
          account,
        });

        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(line).toMatch(/^[ -~]*\n$/);
        expect(Object.keys(JSON.parse(line) as object).length).toBeGreaterThan(5);
      }),
    );
  });
});
