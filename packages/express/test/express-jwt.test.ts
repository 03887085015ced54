import {
  EXPIRED,
  FORGED,
  get,
  observeApp,
  SECRET,
  tokenWith,
  VALID,
} from '@authmeter/adapter-contract';
import { ATTEMPTS, TOKEN_AGE, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import type { ErrorRequestHandler } from 'express';
import { expressjwt, type Params } from 'express-jwt';
import { authMetrics, observeAuth } from '../src';
import { EXPRESS_VERSIONS, express5, type CreateExpressApp } from './express-versions';

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.status).end();
};

function play(
  createApp: CreateExpressApp,
  headers: Record<string, string>,
  params: Partial<Params> = {},
) {
  return observeApp(
    (meter) => {
      const app = createApp();
      app.use(authMetrics(meter));
      const guard = expressjwt({ secret: SECRET, algorithms: ['HS256'], ...params });
      const optional = params.credentialsRequired === false;
      app.use(observeAuth(guard, { meter, optional }));
      app.get('/', (_request, response) => {
        response.end();
      });
      app.use(answerError);
      return app;
    },
    get(headers, '/'),
  );
}

const REFUSALS: readonly (readonly [string, Record<string, string>, string, string])[] = [
  ['an expired token', EXPIRED, 'expired_token', 'expired_token'],
  ['a forged token', FORGED, 'invalid_signature', 'invalid_credentials'],
  ['a malformed token', { authorization: 'Bearer a.b.c' }, 'invalid_format', 'invalid_format'],
  ['an unknown scheme', { authorization: 'Carrier pigeon' }, 'invalid_format', 'invalid_format'],
  ['half a header', { authorization: 'Bearer' }, 'invalid_format', 'invalid_format'],
  ['nothing', {}, 'missing_auth', 'missing_auth'],
];

describe.each(EXPRESS_VERSIONS)('express-jwt on %s', (_name, createApp) => {
  it('counts an accepted token, and its age from the claims in req.auth', async () => {
    const { result, points, distributions } = await play(createApp, VALID);

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 1 },
    ]);
    expect(distributions(TOKEN_AGE).map(({ value }) => value.counts)).toEqual([
      [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it.each(REFUSALS)('tells why it refuses %s', async (_what, headers, errorType, reason) => {
    const { result, points } = await play(createApp, headers);

    expect(result).toEqual([401]);
    expect(points(ATTEMPTS)).toEqual([
      {
        attributes: { outcome: 'failure', 'error.type': errorType, reason, method: 'jwt' },
        value: 1,
      },
    ]);
  });
});

describe('express-jwt and its options', () => {
  it('tells that a token was revoked', async () => {
    const { points } = await play(express5, VALID, { isRevoked: () => true });

    expect(points(ATTEMPTS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'token_revoked',
          reason: 'invalid_credentials',
          method: 'jwt',
        },
        value: 1,
      },
    ]);
  });

  it('tells that the audience is wrong', async () => {
    const headers = { authorization: `Bearer ${tokenWith({ aud: 'another' })}` };
    const { points } = await play(express5, headers, { audience: 'api' });

    expect(points(TOKEN_VALIDATIONS)).toEqual([
      {
        attributes: {
          outcome: 'failure',
          'error.type': 'invalid_claims',
          reason: 'invalid_credentials',
          token_type: 'access',
        },
        value: 1,
      },
    ]);
  });

  it('counts a guest where credentials are not required as no attempt', async () => {
    const { result, points } = await play(express5, {}, { credentialsRequired: false });

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([]);
  });
});
