import { ATTEMPTS, AUTHORIZATIONS, ERRORS } from '@authmeter/core/conventions';
import { ADA, closeAll, startAuth, type Client, type RunningAuth } from './start-auth';

const ALLOWED = { outcome: 'success', policy: 'organization' };
const REFUSED = [[{ outcome: 'failure', policy: 'organization' }, 1]];

/** An organisation of Ada's, and Eve, who has an account. */
async function foundOrganisation(running: RunningAuth) {
  const ada = running.createClient();
  const client = running.createClient();
  await ada.send('/sign-up/email', ADA);
  const signedUp = await client.send('/sign-up/email', { ...ADA, email: 'eve@example.com' });
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const created = await ada.send('/organization/create', { name: 'Engines', slug: 'engines' });
  const { id: organizationId } = (await created.json()) as { id: string };
  return { ada, eve: { client, userId: user.id }, organizationId };
}

describe('permissions', () => {
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

  it.each([
    ['a stranger', 'update', { data: { name: 'E' } }, REFUSED],
    ['a stranger', 'delete', {}, REFUSED],
    ['a member', 'invite-member', { email: 'mallory@example.com', role: 'member' }, REFUSED],
    ['a member', 'delete', {}, REFUSED],
    // Its code does not tell whether the caller or the one who is sought is no member.
    ['a stranger', 'invite-member', { email: 'mallory@example.com', role: 'member' }, []],
    // Somebody who is in already is not refused for lack of a permission.
    ['the owner', 'invite-member', { email: 'eve@example.com', role: 'member' }, []],
    ['nobody', 'update', { data: { name: 'E' } }, []],
  ])(
    'counts what an organisation refuses %s at %s',
    async (who, endpoint, body, authorizations) => {
      const { organization } = await import('better-auth/plugins');
      const running = await startAuth({
        auth: { plugins: [organization()] },
        meter: { policies: ['organization'] },
      });
      const { ada, eve, organizationId } = await foundOrganisation(running);
      if (who !== 'a stranger') {
        await running.auth.api['addMember']?.({
          body: { organizationId, userId: eve.userId, role: 'member' },
        });
      }
      const before = await running.points(AUTHORIZATIONS);
      const clients: Readonly<Record<string, Client>> = {
        'the owner': ada,
        nobody: running.createClient(),
      };

      const client = clients[who] ?? eve.client;
      const refused = await client.send(`/organization/${endpoint}`, { organizationId, ...body });

      expect(refused.ok).toBe(false);
      expect(before).toEqual([[ALLOWED, 1]]);
      const counted = await running.points(AUTHORIZATIONS);
      expect(
        counted.filter(
          ([attributes]) => 'outcome' in attributes && attributes.outcome === 'failure',
        ),
      ).toEqual(authorizations);
    },
  );

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
