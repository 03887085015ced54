import {
  ATTEMPTS,
  AUTHORIZATIONS,
  ERRORS,
  TOKEN_ISSUANCES,
  TOKEN_VALIDATIONS,
} from '@authmeter/core/conventions';
import type { BetterAuthPlugin } from 'better-auth' with { 'resolution-mode': 'import' };
import { ADA, closeAll, startAuth } from './start-auth';

describe('permissions and keys', () => {
  afterEach(closeAll);

  it('counts what an organisation allows and refuses as authorizations', async () => {
    const { organization } = await import('better-auth/plugins');
    const running = await startAuth({
      auth: { plugins: [organization()] },
      meter: { policies: ['organization'] },
    });
    const ada = running.createClient();
    await ada.send('/sign-up/email', ADA);
    const eve = running.createClient();
    await eve.send('/sign-up/email', { ...ADA, email: 'eve@example.com' });

    const created = await ada.send('/organization/create', { name: 'Engines', slug: 'engines' });
    const { id: organizationId } = (await created.json()) as { id: string };
    const refused = await eve.send('/organization/update', { organizationId, data: { name: 'E' } });

    expect(refused.ok).toBe(false);
    expect(await running.points(AUTHORIZATIONS)).toEqual([
      [{ outcome: 'failure', policy: 'organization' }, 1],
      [{ outcome: 'success', policy: 'organization' }, 1],
    ]);
    expect(await running.points(ATTEMPTS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'insufficient_permissions',
          'error.type': 'insufficient_permissions',
          method: 'session',
        },
        1,
      ],
      [{ outcome: 'success', method: 'session' }, 1],
    ]);
  });

  it('counts what an administrator may do as an authorization', async () => {
    const { admin } = await import('better-auth/plugins');
    const running = await startAuth({
      auth: { plugins: [admin()] },
      meter: { policies: ['admin'] },
    });
    const client = running.createClient();
    await client.send('/sign-up/email', ADA);

    const refused = await client.send('/admin/list-users');

    expect(refused.status).toBe(403);
    expect(await running.points(AUTHORIZATIONS)).toEqual([
      [{ outcome: 'failure', policy: 'admin' }, 1],
    ]);
  });

  it('counts API keys as tokens: issued, and judged in process', async () => {
    const { apiKey } = await import('@better-auth/api-key');
    const running = await startAuth({
      auth: { plugins: [apiKey() as unknown as BetterAuthPlugin] },
    });
    const client = running.createClient();
    await client.send('/sign-up/email', ADA);
    const created = await client.send('/api-key/create', { name: 'a key' });
    const { key } = (await created.json()) as { key: string };

    await running.auth.api['verifyApiKey']?.({ body: { key } });
    await running.auth.api['verifyApiKey']?.({ body: { key: 'another' } });

    expect(await running.points(TOKEN_ISSUANCES)).toEqual([
      [{ token_type: 'api_key', grant_type: '_OTHER' }, 1],
    ]);
    expect(await running.points(TOKEN_VALIDATIONS)).toEqual([
      [
        {
          outcome: 'failure',
          reason: 'invalid_credentials',
          'error.type': 'invalid_credentials',
          token_type: 'api_key',
        },
        1,
      ],
      [{ outcome: 'success', token_type: 'api_key' }, 1],
    ]);
    expect(await running.points(ATTEMPTS)).toEqual([
      [{ outcome: 'success', method: 'session' }, 1],
    ]);
  });

  it('counts no failure while a device waits for its user', async () => {
    const { deviceAuthorization } = await import('better-auth/plugins');
    const running = await startAuth({ auth: { plugins: [deviceAuthorization()] } });
    const device = running.createClient();
    const asked = await device.send('/device/code', { client_id: 'a device' });
    const { device_code } = (await asked.json()) as { device_code: string };

    const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
    const waiting = await device.send('/device/token', {
      grant_type,
      device_code,
      client_id: 'a device',
    });

    expect(await waiting.json()).toMatchObject({ error: 'authorization_pending' });
    expect(await running.points(ATTEMPTS)).toEqual([]);
    expect(await running.points(ERRORS)).toEqual([]);
  });
});
