import { headerOf, pathOf } from '../../src/http/http-messages';

describe('pathOf', () => {
  it.each([
    ['a path', { url: '/auth/login' }, '/auth/login'],
    ['a path with a query', { url: '/auth/login?next=/a?b' }, '/auth/login'],
    ['a query alone', { url: '?a=b' }, '/'],
    [
      'the whole path before the one of a router',
      { originalUrl: '/api/me', url: '/me' },
      '/api/me',
    ],
    ['an absolute target', { url: 'http://host:80/auth/login?a=b' }, '/auth/login'],
    ['an absolute target without a path', { url: 'https://host' }, '/'],
    ['an absolute target with a query alone', { url: 'https://host?a=/b' }, '/'],
    ['an address inside the path', { url: '/http://host/a' }, '/http://host/a'],
    ['nothing', {}, '/'],
    ['an empty text', { url: '' }, '/'],
  ])('reads %s', (_case, message, expected) => {
    expect(pathOf({ ...message, headers: {} })).toBe(expected);
  });
});

describe('headerOf', () => {
  it.each([
    ['a single value', { 'x-api-key': 'a' }, 'a'],
    ['the first of several', { 'x-api-key': ['a', 'b'] }, 'a'],
    ['none of an empty list', { 'x-api-key': [] }, undefined],
    ['none', {}, undefined],
  ])('gives %s', (_case, headers, expected) => {
    expect(headerOf({ headers }, 'x-api-key')).toBe(expected);
  });
});
