import { diag, DiagLogLevel } from '@opentelemetry/api';
import { createGate, type GateOptions } from '../../src/http/gate';

const LOCAL = { headers: { host: 'localhost' }, socket: { remoteAddress: '127.0.0.1' } };
const REMOTE = { headers: { host: 'shop.example' }, socket: { remoteAddress: '203.0.113.9' } };
const gateWith = (options: Partial<GateOptions>) =>
  createGate({ authorize: undefined, allowedHosts: [], refusesInProduction: true, ...options });

describe('the gate with a callback', () => {
  it('asks it about what the framework hands over, from anywhere', async () => {
    const authorize = jest.fn(() => true);

    await expect(gateWith({ authorize })(REMOTE, 'a request', true)).resolves.toBeUndefined();
    expect(authorize).toHaveBeenCalledWith('a request');
  });

  it.each<[string, () => unknown]>([
    ['false', () => false],
    ['something truthy', () => 'yes'],
    ['nothing', () => undefined],
    ['a promise of false', () => Promise.resolve(false)],
    [
      'a throw',
      () => {
        throw new Error('no');
      },
    ],
    ['a rejection', () => Promise.reject(new Error('no'))],
  ])('takes %s for a no, also from this machine', async (_name, authorize) => {
    const refusal = await gateWith({ authorize })(LOCAL, LOCAL, true);

    expect(refusal).toEqual({ status: 404, text: 'Not found\n' });
  });

  it('takes a promise of true for a yes', async () => {
    const gate = gateWith({ authorize: () => Promise.resolve(true) });

    await expect(gate(REMOTE, REMOTE, true)).resolves.toBeUndefined();
  });
});

describe('the gate without a callback', () => {
  it('lets in this machine, and answers everybody else as if there were nothing', async () => {
    const gate = gateWith({});

    await expect(gate(LOCAL, LOCAL, true)).resolves.toBeUndefined();
    await expect(gate(REMOTE, REMOTE, true)).resolves.toEqual({ status: 404, text: 'Not found\n' });
  });

  it('lets in nobody in production, and says why once', async () => {
    const warn = jest.fn();
    diag.setLogger(
      { warn, error: jest.fn(), info: jest.fn(), debug: jest.fn(), verbose: jest.fn() },
      DiagLogLevel.WARN,
    );
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    const gate = gateWith({});

    const refusals = [await gate(LOCAL, LOCAL, true), await gate(LOCAL, LOCAL, false)];

    process.env['NODE_ENV'] = before;
    diag.disable();
    expect(refusals.map((refusal) => refusal?.status)).toEqual([404, 404]);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('authorize')]]);
  });

  it('answers all the same where the logger of diagnostics throws', async () => {
    const warn = jest.fn(() => {
      throw new Error('the logger');
    });
    diag.setLogger({ warn, error: warn, info: warn, debug: warn, verbose: warn });
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';

    const refusal = await gateWith({})(LOCAL, LOCAL, true);

    process.env['NODE_ENV'] = before;
    diag.disable();
    expect(warn).toHaveBeenCalled();
    expect(refusal?.status).toBe(404);
  });
});
