import { AUTH_OPERATIONS } from '../../src/conventions';
import { compileOperations, type OperationRoutes } from '../../src/http/operation-table';
import { AuthmeterOptionError } from '../../src/options/option-error';

type Routes = OperationRoutes<unknown, unknown>;

const compile = (routes: Routes) => compileOperations('authMetrics', routes);

describe('compileOperations', () => {
  const find = compile({
    'POST /auth/login': 'login',
    'POST /auth/refresh/': 'token_refresh',
    'GET /auth/:provider/callback': 'oauth_callback',
    'ALL /session/end': 'logout',
    'POST /reset/*': 'password_reset',
    'POST /reset/confirm': { operation: 'password_reset', event: 'completed' },
    'POST /': 'mfa_verify',
    'GET /a.b': 'authorize',
  });

  it.each([
    ['POST', '/auth/login', 'login'],
    ['POST', '/auth/login/', 'login'],
    ['POST', '/Auth/LOGIN', 'login'],
    ['POST', '/auth/refresh', 'token_refresh'],
    ['POST', '/auth/refresh/', 'token_refresh'],
    ['GET', '/auth/github/callback', 'oauth_callback'],
    ['GET', '/Auth/GitHub/callback/', 'oauth_callback'],
    ['GET', '/session/end', 'logout'],
    ['DELETE', '/session/end', 'logout'],
    ['POST', '/reset/by/mail', 'password_reset'],
    ['POST', '/', 'mfa_verify'],
    ['GET', '/a.b', 'authorize'],
  ])('takes %s %s for %s', (method, path, operation) => {
    expect(find(method, path)?.operation).toBe(operation);
  });

  it.each([
    ['GET', '/auth/login'],
    ['POST', '/auth/login/now'],
    ['POST', '/auth'],
    ['POST', '/auth//login'],
    ['GET', '/auth/callback'],
    ['GET', '/auth/github/x/callback'],
    ['GET', '/auth//callback'],
    ['POST', '/resets'],
    ['GET', '/axb'],
    ['get', '/a.b'],
    ['GET', ''],
  ])('takes %s %s for nothing declared', (method, path) => {
    expect(find(method, path)).toBeUndefined();
  });

  it('prefers a whole path to a pattern, whatever their order', () => {
    expect(find('POST', '/reset/confirm')).toEqual({
      operation: 'password_reset',
      event: 'completed',
      route: '/reset/confirm',
    });
  });

  it('prefers the pattern that was declared first', () => {
    const findFirst = compile({ 'GET /:a/x': 'login', 'GET /b/:x': 'logout' });

    expect(findFirst('GET', '/b/x')?.operation).toBe('login');
  });

  it('gives the template as it was declared, never the path', () => {
    expect(find('GET', '/auth/github/callback')?.route).toBe('/auth/:provider/callback');
    expect(find('POST', '/reset/by/mail')?.route).toBe('/reset/*');
  });

  it('keeps what else was declared, with its callback', () => {
    const outcome = (): 'failure' => 'failure';

    const found = compile({ 'POST /in': { operation: 'login', method: 'passkey', outcome } })(
      'POST',
      '/in',
    );

    expect(found).toEqual({ operation: 'login', method: 'passkey', outcome, route: '/in' });
  });

  it('declares nothing without routes', () => {
    expect(compileOperations('authMetrics')('POST', '/auth/login')).toBeUndefined();
  });

  it('answers a long path in no time', () => {
    const slashes = '/auth/'.repeat(20_000);
    const startedAt = performance.now();

    expect(find('GET', slashes)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(250);
  });

  it.each([
    'login',
    '/auth/login',
    'post /auth/login',
    'POST auth/login',
    'POST  /auth/login',
    'POST /auth/login ',
    'TRACE /auth/login',
    'POST /auth/*/login',
    'POST /auth*',
    '',
  ])('refuses the route "%s" and says what is allowed', (route) => {
    expect(() => compile({ [route]: 'login' })).toThrow(
      new AuthmeterOptionError(
        'authMetrics',
        'operations',
        route,
        'routes such as "POST /auth/login": a method in capitals or ALL, a space, a path; * only as its last segment',
      ),
    );
  });

  it.each([['signin'], [{ operation: 'signin' }], [{}], [null], [7]])(
    'refuses the operation %j and names the route',
    (given) => {
      const routes = { 'POST /in': given } as unknown as Routes;

      expect(() => compile(routes)).toThrow(AuthmeterOptionError);
      expect(() => compile(routes)).toThrow(/^authMetrics: option "operations\["POST \/in"\]" is /);
      expect(() => compile(routes)).toThrow(AUTH_OPERATIONS.join(', '));
    },
  );
});
