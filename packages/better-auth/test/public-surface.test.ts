import * as surface from '../src';

describe('@authmeter/better-auth', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'authMetrics',
      'createAuthMeter',
      'observeHandler',
      'setDefaultAuthMeter',
    ]);
  });

  it('gives a plugin that leaves the types of the instance as they are', async () => {
    const { betterAuth } = await import('better-auth');
    const { memoryAdapter } = await import('better-auth/adapters/memory');
    const { authMetrics } = surface;

    const auth = betterAuth({
      baseURL: 'http://localhost',
      secret: 'a secret of the tests, long enough for everything',
      database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
      plugins: [authMetrics()],
    });

    const session: { user: { email: string } } | null = await auth.api.getSession({
      headers: new Headers(),
    });
    expect(session).toBeNull();
  });
});
