import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { get, observeApp } from '@authmeter/adapter-contract';
import { createAuthMeter } from '@authmeter/core';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { observeAuth, observeLogin, observeRateLimit, type AnyHandler } from '../src';
import { EXPRESS_VERSIONS } from './express-versions';

const meter = createAuthMeter({ enabled: false });
const WRAPPERS: readonly (readonly [
  string,
  <Handler extends AnyHandler>(h: Handler) => Handler,
])[] = [
  ['observeAuth', (handler) => observeAuth(handler, { meter })],
  ['observeLogin', (handler) => observeLogin(handler, { meter })],
  ['observeRateLimit', (handler) => observeRateLimit(handler, { meter, limiter: 'api' })],
];

function call(handler: AnyHandler, next: (signal?: unknown) => void = () => undefined): unknown {
  const request = new IncomingMessage(new Socket());
  const respond = handler as (...parts: unknown[]) => unknown;
  return respond(request, new ServerResponse(request), next);
}

describe.each(WRAPPERS)('%s', (_name, wrap) => {
  it('takes three parameters, or Express would call it with an error', () => {
    expect(wrap(() => undefined)).toHaveLength(3);
  });

  it('returns what the middleware returned', () => {
    const answer = Symbol('answer');

    expect(call(wrap(() => answer))).toBe(answer);
  });

  it('keeps what else the middleware can do', () => {
    const unless = () => undefined;

    expect(Object.entries(wrap(Object.assign(() => undefined, { unless })))).toEqual([
      ['unless', unless],
    ]);
  });

  it('throws the same error object', () => {
    const thrown = new Error('boom');
    const wrapped = wrap(() => {
      throw thrown;
    });

    expect(() => call(wrapped)).toThrow(thrown);
  });

  it('rejects with the same error object', async () => {
    const rejected = new Error('boom');

    await expect(call(wrap(() => Promise.reject(rejected)))).rejects.toBe(rejected);
  });

  it('hands the same arguments on to next', () => {
    const signals: unknown[][] = [];
    const error = new Error('boom');
    const wrapped = wrap((_request: never, _response: never, next: (signal?: unknown) => void) => {
      next();
      next('route');
      next(error);
    });

    call(wrapped, (...given) => signals.push(given));

    expect(signals).toEqual([[], ['route'], [error]]);
    expect(signals[2]?.[0]).toBe(error);
  });
});

describe.each(EXPRESS_VERSIONS)('observeAuth on %s', (_name, createApp) => {
  it('hands the very error on to the error handler', async () => {
    const error = Object.freeze(new Error('frozen'));
    const seen: unknown[] = [];
    const refuse: RequestHandler = (_request, _response, next) => {
      next(error);
    };

    await observeApp(
      (active) => {
        const app = createApp();
        app.get('/', observeAuth(refuse, { meter: active }));
        const answer: ErrorRequestHandler = (given, _request, response, _next) => {
          seen.push(given);
          response.status(500).end();
        };
        app.use(answer);
        return app;
      },
      get({}, '/'),
    );

    expect(seen).toEqual([error]);
    expect(seen[0]).toBe(error);
  });
});
