import { forwardedElementStart, forwardedNode } from '../../src/privacy/forwarded-element';

describe('forwardedNode', () => {
  it.each([
    ['for=192.0.2.43', '192.0.2.43'],
    ['proto=https;FOR=192.0.2.43;by=10.0.0.1', '192.0.2.43'],
    [' for=192.0.2.43; proto=http ', '192.0.2.43'],
    [';for=192.0.2.43;;', '192.0.2.43'],
    ['for="192.0.2.43:_port-1.x"', '192.0.2.43'],
    ['for="[2001:db8::1]:_port"', '[2001:db8::1]'],
    ['for="[2001:db8::1]"', '[2001:db8::1]'],
    ['for="\\1\\9\\2.0.2.43"', '192.0.2.43'],
    ['for=_SEVKISEK', '_SEVKISEK'],
    ['for=unknown', 'unknown'],
    ['for=192.0.2.43;host=example.com:8080', '192.0.2.43'],
    ['host="a;for=1.1.1.1";for=192.0.2.43', '192.0.2.43'],
  ])('reads %s as %s', (element, node) => {
    expect(forwardedNode(element)).toBe(node);
  });

  it.each([
    ['no for parameter', 'by=203.0.113.43;proto=http'],
    ['two for parameters', 'for=192.0.2.43;for=198.51.100.2'],
    ['a port without quotes', 'for=192.0.2.43:80'],
    ['IPv6 without brackets', 'for="2001:db8::1"'],
    ['a port of six digits', 'for="192.0.2.43:123456"'],
    ['an empty value', 'for='],
    ['an open quote', 'for="192.0.2.43'],
    ['text behind the quote', 'for="192.0.2.43"x'],
    ['a parameter without a value', 'for=192.0.2.43;secure'],
    ['a parameter whose name ends in for', 'x-for=192.0.2.43'],
    ['nothing', ''],
  ])('answers undefined for %s', (_case, element) => {
    expect(forwardedNode(element)).toBeUndefined();
  });
});

describe('forwardedElementStart', () => {
  it.each([
    ['no comma', 'for=a', 0],
    ['a comma', 'for=a,for=b', 6],
    ['a comma in quotes', 'for=a;x="1,2"', 0],
    ['a comma behind an escaped quote', 'x="1\\",2"', 0],
    ['a comma before an escaped quote', 'x="1,\\"2"', 0],
    ['a comma behind an escaped backslash and the closing quote', 'x="1\\\\",y=2', 8],
    ['an open quote on the left', 'x=",for=b', 4],
  ])('starts the last element right with %s', (_case, line, start) => {
    expect(forwardedElementStart(line, line.length, 0)).toBe(start);
  });

  it('answers the limit when the element starts before it', () => {
    expect(forwardedElementStart('for=a,for=b', 11, 7)).toBe(7);
    expect(forwardedElementStart('for=a,for=b', 11, 5)).toBe(6);
  });
});
