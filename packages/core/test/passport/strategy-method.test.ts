import { factsOfStrategy } from '../../src/passport/strategy-method';

describe('factsOfStrategy', () => {
  it.each([
    [{ name: 'jwt' }, { method: 'jwt' }],
    [{ name: 'local' }, { method: 'password' }],
    [{ name: 'google', _oauth2: {} }, { method: 'oauth' }],
    [{ name: 'twitter', _oauth: {} }, { method: 'oauth' }],
    [{ name: 'accounts.example.com', _issuer: {} }, { method: 'oidc' }],
    [{ name: 'of the house' }, {}],
    [{ name: 7 }, {}],
    [{}, {}],
  ])('reads %j as %j', (strategy, facts) => {
    expect(factsOfStrategy(strategy)).toEqual(facts);
  });
});
