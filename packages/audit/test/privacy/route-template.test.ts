import fc from 'fast-check';
import { routeTemplate } from '../../src/privacy/route-template';

describe('a route in an event', () => {
  it.each([
    '/',
    '/auth/login',
    '/api/v2/users/:id',
    '/files/*',
    '/files/*path',
    '/a/(.*)',
    '/users/{userId}/keys',
    '/blog/[slug]',
    '/.well-known/openid-configuration',
    '/oauth2/callback/:provider?',
    'POST /auth/login'.slice(5),
    'sign-in/email',
  ])('%s stays as it is', (route) => {
    expect(routeTemplate(route)).toBe(route);
    expect(routeTemplate(route)).toBe(route);
  });

  it.each([
    ['/users/12345', '/users/:value'],
    ['/users/0b6f1f8e-57ac-4d5c-9a3f-3b1c2d4e5f60', '/users/:value'],
    ['/verify/alice@example.com', '/verify/:value'],
    ['/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '/reset/:value'],
    ['/reset/9f86d081884c7d659a2feaa0c55ad015', '/reset/:value'],
    ['/callback?code=SplxlOBeZQQYbYS6WxSbIA#top', '/callback'],
    ['/x y/%41', '/:value/:value'],
  ])('%s, which is a path, becomes %s', (path, template) => {
    expect(routeTemplate(path)).toBe(template);
  });

  it.each([undefined, null, 7, {}, 'x'.repeat(257)])('%p is none', (route) => {
    expect(routeTemplate(route)).toBeUndefined();
  });

  it('never holds a part of a path with three digits, an @, a % or more than 40 characters', () => {
    const segment = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const route = routeTemplate(`/${segments.join('/')}`) ?? '';

        for (const part of route.split('/')) {
          expect(part).not.toMatch(/\d\D*\d\D*\d|[@%"\\\s]|.{44}/);
        }
      }),
    );
  });

  it('forgets old routes, so that paths cannot fill the memory', () => {
    for (let index = 0; index < 2000; index += 1) routeTemplate(`/users/${String(index)}`);

    expect(routeTemplate('/users/7')).toBe('/users/:value');
  });
});
