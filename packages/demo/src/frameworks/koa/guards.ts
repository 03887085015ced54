import { observeAuth } from '@authmeter/koa';
import type { Context, Middleware, Next } from 'koa';
import type { Role } from '../../service/accounts/accounts';
import { checkAccessToken } from '../../service/checks/check-access-token';
import { checkApiKey } from '../../service/checks/check-api-key';
import { checkPartnerToken } from '../../service/checks/check-partner-token';
import { checkRole } from '../../service/checks/check-role';
import type { ServiceParts } from '../../service/service-parts';
import type { AccessClaims } from '../../service/tokens/access-tokens';

/** What guards leave in the state of a request. The names are those of auth libraries, so Authmeter knows whom it was. */
interface AuthenticatedState {
  /** Behind the guard for access tokens. */
  auth?: AccessClaims;
  /** Behind the guards for API keys and partners. */
  user?: { readonly id: string };
}

/** The state of a request behind a guard. */
export function stateOf(ctx: Context): AuthenticatedState {
  const state: AuthenticatedState = ctx.state;
  return state;
}

/** Lets pass who presents an access token whose session is still open. */
export function requireAccessToken(parts: ServiceParts): Middleware {
  const guard = async (ctx: Context, next: Next): Promise<void> => {
    stateOf(ctx).auth = checkAccessToken(parts, ctx.headers.authorization);
    await next();
  };
  return observeAuth(guard, { meter: parts.meter, method: 'jwt' });
}

/** Lets pass which machine presents an API key. */
export function requireApiKey(parts: ServiceParts): Middleware {
  const guard = async (ctx: Context, next: Next): Promise<void> => {
    stateOf(ctx).user = checkApiKey(parts, ctx.get('x-api-key') || undefined);
    await next();
  };
  return observeAuth(guard, { meter: parts.meter, method: 'api_key' });
}

/** Lets pass whose token the partners' identity provider vouches for. */
export function requirePartnerToken({ meter }: ServiceParts, introspectionUrl: string): Middleware {
  const guard = async (ctx: Context, next: Next): Promise<void> => {
    stateOf(ctx).user = await checkPartnerToken(introspectionUrl, ctx.headers.authorization);
    await next();
  };
  return observeAuth(guard, { meter, method: 'oauth' });
}

/** Lets pass who has a role; mounted behind the guard for access tokens. */
export function requireRole(parts: ServiceParts, role: Role): Middleware {
  return async (ctx, next) => {
    checkRole(parts, role, stateOf(ctx).auth);
    await next();
  };
}
