import { AuthmeterOptionError } from '@authmeter/core';
import { PassThrough } from 'node:stream';
import { createAuditLog, createAuditProcessor } from '../src';

const sink = new PassThrough();
const refusalOf = (create: () => unknown): string => {
  try {
    create();
  } catch (error) {
    if (error instanceof AuthmeterOptionError) return error.message;
  }
  return 'accepted';
};

describe('the options of an audit log', () => {
  it.each([
    [
      'an unknown name',
      { sinks: sink },
      /option "sinks" is a value of type object; allowed: only sink, /,
    ],
    [
      'no stream',
      { sink: {} },
      /option "sink" is an object; allowed: a stream with write\(\) and on\(\)/,
    ],
    [
      'no format',
      { sink, format: 'cef' },
      /option "format" is "cef"; allowed: "otel" or "ecs" or "ocsf"/,
    ],
    [
      'a format without a sink',
      { format: 'ecs' },
      /option "format" is "ecs"; allowed: nothing without the option "sink"/,
    ],
    [
      'a provider beside a sink',
      { sink, loggerProvider: { getLogger: () => undefined } },
      /option "loggerProvider" is an object; allowed: nothing beside the option "sink"/,
    ],
    [
      'an empty service name',
      { sink, serviceName: '' },
      /option "serviceName" is ""; allowed: a text of 1 to 256/,
    ],
    ['no provider', { loggerProvider: {} }, /allowed: an OpenTelemetry LoggerProvider/],
    ['no processor', { processor: {} }, /allowed: what createAuditProcessor returned/],
    [
      'a limit of no event',
      { limits: { 'auth.login': {} } },
      /option "limits" is an object; allowed: an object from names/,
    ],
    [
      'a limit of a critical event',
      { limits: { 'auth.token.reuse': { share: 0.5 } } },
      /not critical/,
    ],
    ['a share of nothing', { limits: { 'auth.logout': { share: 0 } } }, /above 0 to 1/],
    ['a share of more than all', { limits: { 'auth.logout': { share: 2 } } }, /above 0 to 1/],
    [
      'half an event',
      { limits: { 'auth.logout': { mostPerWindow: 1.5 } } },
      /1 to 1,000,000 or Infinity/,
    ],
    ['a limit with a typing error', { limits: { 'auth.logout': { most: 1 } } }, /option "limits"/],
    ['no limit', { limits: { 'auth.logout': 5 } }, /option "limits"/],
    ['a cap of nothing', { mostPerWindow: 0 }, /an integer from 1 to 1000000/],
    ['a window of a day', { windowSeconds: 86_400 }, /an integer from 1 to 3600/],
    ['a queue of one', { maxQueue: 1 }, /an integer from 8 to 1000000/],
    ['a sentence as an action', { actions: ['we did nothing'] }, /option "actions"/],
  ])('refuse %s', (_title, options, message) => {
    expect(refusalOf(() => createAuditLog(options as never))).toMatch(message);
  });

  it('may all be left out, and all be there', () => {
    expect(refusalOf(() => createAuditLog())).toBe('accepted');
    expect(
      refusalOf(() =>
        createAuditLog({
          sink,
          format: 'ocsf',
          serviceName: 'shop',
          limits: { 'auth.logout': { mostPerWindow: Infinity, share: 0.1 } },
          mostPerWindow: 1,
          windowSeconds: 3600,
          maxQueue: 1_000_000,
          actions: ['blocked'],
        }),
      ),
    ).toBe('accepted');
  });
});

describe('the options of an audit processor', () => {
  const exporter = { export: () => undefined, shutdown: () => Promise.resolve() };

  it.each([
    ['nothing', undefined, /option "exporter" is undefined; allowed: an exporter of log records/],
    ['no exporter', { exporter: {} }, /option "exporter" is an object/],
    ['a queue of one', { exporter, maxQueue: 1 }, /option "maxQueue" is 1/],
    ['an empty batch', { exporter, maxBatch: 0 }, /option "maxBatch" is 0/],
    ['a long wait', { exporter, delayMilliseconds: 60_001 }, /option "delayMilliseconds"/],
    ['no time', { exporter, exportTimeoutMilliseconds: 1 }, /option "exportTimeoutMilliseconds"/],
    ['no pause', { exporter, retryMilliseconds: 0 }, /option "retryMilliseconds"/],
  ])('refuse %s', (_title, options, message) => {
    expect(refusalOf(() => createAuditProcessor(options as never))).toMatch(message);
  });
});
