import type { Endpoint } from './endpoint';

const ORGANIZATION = `
  add-team-member cancel-invitation create create-role create-team delete delete-role get-role invite-member
  list-invitations list-roles remove-member remove-team remove-team-member update update-member-role update-role
  update-team`;
const ADMIN = `
  ban-user create-user get-user impersonate-user list-user-sessions list-users remove-user revoke-user-session
  revoke-user-sessions set-role set-user-password unban-user update-user`;
/** Where an administrator takes sessions away. */
const ADMIN_REVOCATIONS: ReadonlySet<string> = new Set([
  'ban-user',
  'remove-user',
  'revoke-user-session',
  'revoke-user-sessions',
]);

/** Endpoints that ask for a permission, by their path; their policy is the plugin that decides. */
export const GUARDED_ENDPOINTS: readonly (readonly [string, Endpoint])[] = [
  ...namesIn(ORGANIZATION).map(
    (name) => [`/organization/${name}`, { policy: 'organization' }] as const,
  ),
  ...namesIn(ADMIN).map((name) => [`/admin/${name}`, adminEndpoint(name)] as const),
];

function namesIn(list: string): string[] {
  return list.trim().split(/\s+/);
}

function adminEndpoint(name: string): Endpoint {
  return ADMIN_REVOCATIONS.has(name)
    ? { policy: 'admin', ends: 'admin', revokes: true }
    : { policy: 'admin' };
}
