import { startDemo, type Demo } from '../../src/start-demo';

describe('the service', () => {
  let demo: Demo;

  beforeAll(async () => {
    demo = await startDemo({ ports: [0], seed: 1, collectorUrl: undefined, userIdKey: undefined });
  });
  afterAll(() => demo.stop());

  it('shows its metrics to this machine', async () => {
    const response = await fetch(`${demo.service.url}/metrics`);

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('auth_attempts_total{');
  });

  it('shows them to nobody who comes through the proxy', async () => {
    const response = await fetch(`${demo.service.url}/metrics`, {
      headers: { 'X-Forwarded-For': '127.0.0.1' },
    });

    expect(response.status).toBe(403);
  });

  it('tells the health of everything that authentication needs', async () => {
    const response = await fetch(`${demo.service.url}/auth/health`);
    const body = await response.json();

    expect(response.status).toBe(200);
    expect(body).toMatchObject({
      status: 'up',
      checks: {
        database: { status: 'up' },
        signing_keys: { status: 'up' },
        identity_provider: { status: 'up' },
      },
    });
  });

  it('is unhealthy while the identity provider is down', async () => {
    demo.service.inside.shop?.partnerProvider.setDown(true);
    const response = await fetch(`${demo.service.url}/auth/health`);
    demo.service.inside.shop?.partnerProvider.setDown(false);

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'down',
      checks: { database: { status: 'up' }, identity_provider: { status: 'down' } },
    });
  });

  it('says nothing of why a login failed', async () => {
    const response = await fetch(`${demo.service.url}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@mail.example', password: 'whatever' }),
    });

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'Unauthorized' });
  });
});
