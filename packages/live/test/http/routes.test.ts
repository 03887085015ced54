import { routeOf, withSlash } from '../../src/http/routes';

describe('routeOf', () => {
  it.each([
    ['/auth-live/', 'page'],
    ['/auth-live/page.js', 'script'],
    ['/auth-live/page.css', 'style'],
    ['/auth-live/data', 'data'],
    ['/auth-live', 'redirect'],
    ['/auth-live/favicon.ico', 'nothing'],
    ['/auth-live//data', 'nothing'],
    ['/auth-live/toString', 'nothing'],
    ['/auth-livestock', undefined],
    ['/', undefined],
  ])('%s asks for %s', (path, route) => {
    expect(routeOf(path, '/auth-live')).toBe(route);
  });

  it('knows the root as a mount', () => {
    expect(['/', '/data', '/x'].map((path) => routeOf(path, ''))).toEqual([
      'page',
      'data',
      'nothing',
    ]);
  });
});

describe('withSlash', () => {
  it.each([
    ['/auth-live', './auth-live/'],
    ['/a/b', './b/'],
    ['//evil.example', './evil.example/'],
    ['/javascript:alert(1)', './javascript:alert(1)/'],
  ])('leads from %s to %s, which stays on the origin', (path, location) => {
    expect(withSlash(path)).toBe(location);
    expect(new URL(withSlash(path), `http://host${path.replace('//', '/')}`).host).toBe('host');
  });
});
