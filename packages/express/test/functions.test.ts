import {
  describeFunctions,
  describeMetricsEndpoint,
  serveOnFreePort,
  type AdapterUnderTest,
} from '@authmeter/adapter-contract';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import * as functions from '../src';
import { EXPRESS_VERSIONS, type CreateExpressApp } from './express-versions';

const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(401).end();
};

function adapterFor(createApp: CreateExpressApp, name: string): AdapterUnderTest<RequestHandler> {
  return {
    functions,
    listenerOf: (...middlewares) => createApp().use(...middlewares, answerError),
    answer:
      (status, headers = {}) =>
      (_request, response) => {
        response.status(status).set(headers).end();
      },
    leave: (properties) => (request, _response, next) => {
      Object.assign(request, properties);
      next();
    },
    refusals: {
      'passes on': (error) => (_request, _response, next) => {
        next(error);
      },
      throws: (error) => () => {
        throw error;
      },
      // Express 4 drops a rejected promise.
      ...(name === 'Express 5' && { 'rejects with': (error) => () => Promise.reject(error) }),
    },
    headerOf: (response, header) => String((response as Response).getHeader(header)),
  };
}

describe.each(EXPRESS_VERSIONS)('%s', (name, createApp) => {
  describeFunctions(name, adapterFor(createApp, name));

  describeMetricsEndpoint(name, (meter, exporter, access) => {
    const app = createApp().use(functions.authMetrics(meter));
    return serveOnFreePort(app.use('/metrics', functions.metricsEndpoint(exporter, access)));
  });
});
