import type * as OpenIdClientModule from 'openid-client';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';
import { findClosedUrl, startLoopbackServer, type LoopbackServer } from './loopback-server';
import { provoke } from './provoke';

type OpenIdClient = typeof OpenIdClientModule;

const TOKEN_ANSWERS: Readonly<Record<string, readonly [status: number, body: string]>> = {
  expired: [400, '{"error":"invalid_grant","error_description":"Code has expired"}'],
  wrong: [400, '{"error":"invalid_grant"}'],
  client: [401, '{"error":"invalid_client"}'],
  mfa: [403, '{"error":"mfa_required"}'],
  html: [502, '<html>'],
  empty: [200, '{}'],
};

describe('what openid-client throws', () => {
  let client: OpenIdClient;
  let server: LoopbackServer;
  let answer = '';

  beforeAll(async () => {
    client = await import('openid-client');
    server = await startLoopbackServer((_request, response) => {
      const [status, body] = TOKEN_ANSWERS[answer] ?? [500, ''];
      response.writeHead(status, {
        'content-type': body.startsWith('{') ? 'application/json' : 'text/html',
      });
      response.end(body);
    });
  });
  afterAll(() => server.close());

  const configure = (tokenUrl: string) => {
    const configuration = new client.Configuration(
      { issuer: 'https://127.0.0.1', token_endpoint: tokenUrl.replace('http:', 'https:') },
      'client',
      'secret',
    );
    // The library insists on https; loopback speaks http.
    configuration[client.customFetch] = (url, { body, headers, method }) =>
      fetch(url.replace('https:', 'http:'), { body: body as string, headers, method });
    return configuration;
  };
  const exchange = (query: string, tokenUrl = server.url) =>
    provoke(() =>
      client.authorizationCodeGrant(
        configure(tokenUrl),
        new URL(`http://127.0.0.1/callback?${query}`),
        { expectedState: 's' },
      ),
    );

  it.each([
    ['expired', 'expired_token'],
    ['wrong', 'invalid_credentials'],
    ['client', 'configuration_error'],
    ['mfa', 'challenge_required'],
    ['html', 'dependency_error'],
    ['empty', 'dependency_error'],
  ])('when the token endpoint answers %s', async (named, errorType) => {
    answer = named;

    expect(categorizeAuthError(await exchange('code=x&state=s')).errorType).toBe(errorType);
  });

  it.each([
    ['code=x&state=evil', 'csrf_failed'],
    ['code=x', 'csrf_failed'],
    ['error=access_denied&state=s', 'access_denied'],
    ['error=login_required&state=s', 'challenge_required'],
    ['error=temporarily_unavailable&state=s', 'dependency_error'],
    ['code=x&state=s&iss=https://evil.test', 'invalid_claims'],
  ])('when the callback brings %s', async (query, errorType) => {
    expect(categorizeAuthError(await exchange(query)).errorType).toBe(errorType);
  });

  it('when nobody listens at the token endpoint', async () => {
    const error = await exchange('code=x&state=s', await findClosedUrl());

    expect(categorizeAuthError(error).errorType).toBe('dependency_error');
  });
});
