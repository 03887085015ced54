import { authHealth, observeLogin } from '@authmeter/koa';
import type { Context } from 'koa';
import type { Grant } from '../../service/operations/grant-tokens';
import { logIn } from '../../service/operations/log-in';
import { refresh } from '../../service/operations/refresh';
import { register } from '../../service/operations/register';
import { confirmReset, requestReset } from '../../service/operations/reset-password';
import type { ServiceParts } from '../../service/service-parts';
import { sessionCookies } from '../../service/sessions/session-cookies';
import { healthChecks } from '../../service/surroundings';
import { requireAccessToken, stateOf } from './guards';
import { limitRate } from './limit-rate';
import type { Route } from './route';

/** Everything below `/auth`. */
export function authRoutes(parts: ServiceParts, introspectionUrl: string): readonly Route[] {
  const { meter, sessions } = parts;
  const logInByForm = async (ctx: Context): Promise<void> => {
    grant(ctx, await logIn(parts, ctx.request.body));
  };
  const observed = observeLogin(logInByForm, { meter });
  return [
    ['post', '/auth/login', limitRate('login', parts), observed],
    [
      'post',
      '/auth/register',
      async (ctx) => {
        ctx.body = await register(parts, ctx.request.body);
        ctx.status = 201;
      },
    ],
    [
      'post',
      '/auth/refresh',
      (ctx) => {
        const { cookie } = ctx.headers;
        grant(ctx, refresh(parts, { cookie, csrfToken: ctx.get('x-csrf-token') }));
      },
    ],
    [
      'post',
      '/auth/logout',
      requireAccessToken(parts),
      (ctx) => {
        sessions.end(stateOf(ctx).auth?.sid ?? '', 'user');
        ctx.status = 204;
      },
    ],
    [
      'post',
      '/auth/password-reset',
      (ctx) => {
        requestReset(parts, ctx.request.body);
        ctx.status = 202;
      },
    ],
    [
      'post',
      '/auth/password-reset/confirm',
      async (ctx) => {
        await confirmReset(parts, ctx.request.body);
        ctx.status = 204;
      },
    ],
    ['get', '/auth/health', authHealth({ meter, checks: healthChecks(parts, introspectionUrl) })],
  ];
}

function grant(ctx: Context, { accessToken, refreshToken }: Grant): void {
  for (const { name, value, options } of sessionCookies(refreshToken)) {
    ctx.cookies.set(name, value, options);
  }
  ctx.body = { accessToken };
}
