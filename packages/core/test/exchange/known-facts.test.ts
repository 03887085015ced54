import { KnownFacts } from '../../src/exchange/known-facts';

const ALL = {
  method: 'jwt',
  token: { expiresAtEpochSeconds: 2 },
  refreshToken: { tokenId: 't1' },
  sourceAddress: '192.0.2.1',
  accountId: 'u1',
  sessionId: 's1',
  route: '/me',
};
const OTHERS = {
  method: 'session',
  token: { expiresAtEpochSeconds: 3 },
  refreshToken: { tokenId: 't2' },
  sourceAddress: '192.0.2.2',
  accountId: 'u2',
  sessionId: 's2',
  route: '/you',
};
const known = (): KnownFacts => {
  const facts = new KnownFacts();
  facts.learn(ALL);
  return facts;
};

describe('what is known of an exchange', () => {
  it('is nothing at first', () => {
    expect(new KnownFacts()).toEqual({});
  });

  it('is all that was learnt, and the first word stays', () => {
    const facts = known();

    facts.learn(OTHERS);

    expect(facts).toEqual(ALL);
  });

  it('is corrected by whoever decides', () => {
    const facts = known();

    facts.correct(OTHERS);

    expect(facts).toEqual(OTHERS);
  });

  it.each([undefined, {}, { accountId: undefined }])(
    'is not lost where nobody says anything: %p',
    (said) => {
      const facts = known();

      facts.correct(said);
      facts.learn(said);

      expect(facts).toEqual(ALL);
    },
  );
});
