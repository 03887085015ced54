import {
  describeFunctions,
  describeMetricsEndpoint,
  serveOnFreePort,
  type AdapterUnderTest,
} from '@authmeter/adapter-contract';
import type Koa from 'koa';
import mount from 'koa-mount';
import * as functions from '../src';
import { answerError, KOA_VERSIONS, listenerOf, type KoaClass } from './koa-versions';

function adapterFor(App: KoaClass): AdapterUnderTest<Koa.Middleware> {
  return {
    functions,
    listenerOf: (...middlewares) => listenerOf(App, answerError, ...middlewares),
    answer:
      (status, headers = {}) =>
      (ctx) => {
        ctx.status = status;
        ctx.set(headers);
      },
    leave: (properties) => (ctx, next) => {
      Object.assign(ctx.state, properties);
      return next();
    },
    refusals: {
      throws: (error) => () => {
        throw error;
      },
      'rejects with': (error) => () => Promise.reject(error),
      'puts into ctx.throw': (error) => (ctx) => {
        ctx.throw(401, 'no', { cause: error });
      },
    },
    headerOf: (response, name) => (response as Koa.Response).get(name),
  };
}

describe.each(KOA_VERSIONS)('%s', (name, App) => {
  describeFunctions(name, adapterFor(App));

  describeMetricsEndpoint(name, (meter, exporter, access) => {
    const endpoint = mount('/metrics', functions.metricsEndpoint(exporter, access));
    return serveOnFreePort(listenerOf(App, functions.authMetrics(meter), endpoint));
  });
});
