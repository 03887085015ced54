import { AuthOperation } from '@authmeter/nestjs';
import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Grant } from '../../service/operations/grant-tokens';
import { logIn } from '../../service/operations/log-in';
import { refresh } from '../../service/operations/refresh';
import { register } from '../../service/operations/register';
import { confirmReset, requestReset } from '../../service/operations/reset-password';
import type { ServiceParts } from '../../service/service-parts';
import { sessionCookies } from '../../service/sessions/session-cookies';
import { RequiresAccessToken, type AuthenticatedRequest } from './guards';
import { ThrottlerOf } from './throttlers';
import { InjectParts } from './tokens';

/** Everything below `/auth`. */
@Controller('auth')
export class AuthController {
  constructor(@InjectParts() private readonly parts: ServiceParts) {}

  @Post('register')
  @AuthOperation('register')
  register(@Body() body: unknown): Promise<object> {
    return register(this.parts, body);
  }

  @Post('login')
  @HttpCode(200)
  @AuthOperation('login', { method: 'password' })
  @UseGuards(ThrottlerOf('login'))
  async logIn(
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    return grant(response, await logIn(this.parts, body));
  }

  @Post('refresh')
  @HttpCode(200)
  @AuthOperation('token_refresh')
  refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): object {
    const csrfToken = request.get('x-csrf-token');
    return grant(response, refresh(this.parts, { cookie: request.get('cookie'), csrfToken }));
  }

  @Post('logout')
  @HttpCode(204)
  @AuthOperation('logout')
  @UseGuards(RequiresAccessToken)
  logOut(@Req() { auth }: AuthenticatedRequest): void {
    this.parts.sessions.end(auth?.sid ?? '', 'user');
  }

  @Post('password-reset')
  @HttpCode(202)
  @AuthOperation('password_reset')
  requestReset(@Body() body: unknown): void {
    requestReset(this.parts, body);
  }

  @Post('password-reset/confirm')
  @HttpCode(204)
  @AuthOperation('password_reset', { event: 'completed' })
  confirmReset(@Body() body: unknown): Promise<void> {
    return confirmReset(this.parts, body);
  }
}

function grant(response: Response, { accessToken, refreshToken }: Grant): object {
  for (const { name, value, options } of sessionCookies(refreshToken)) {
    response.cookie(name, value, options);
  }
  return { accessToken };
}
