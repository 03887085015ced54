import 'reflect-metadata';
import { AuthMetricsModule, observeGuard } from '@authmeter/nestjs';
import type { RequestListener } from 'node:http';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { handMadeOf, timeByHand, type CreateListener, type GuardedRequest } from './contender';
import { authmeter } from './recorders';
import { verifyHeader } from './tokens';

/** A Nest 12 application on Express. Nest 12 is ESM only. */
export const createNestListener: CreateListener = async (contender) => {
  const { Controller, Get, Module, UnauthorizedException, UseGuards } =
    await import('@nestjs/common');
  const { NestFactory } = await import('@nestjs/core');

  class JwtGuard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      const request = context.switchToHttp().getRequest<GuardedRequest>();
      try {
        const claims = verifyHeader(request.headers.authorization);
        if (claims !== undefined) request.auth = claims;
        return claims !== undefined;
      } catch (cause) {
        throw new UnauthorizedException(undefined, { cause });
      }
    }
  }

  @Controller()
  class MeController {
    @Get('me')
    @UseGuards(contender === 'ours' ? observeGuard(JwtGuard, { method: 'jwt' }) : JwtGuard)
    me() {
      return { ok: true };
    }
  }

  @Module({
    imports: contender === 'ours' ? [AuthMetricsModule.forRoot({ meter: authmeter() })] : [],
    controllers: [MeController],
  })
  class AppModule {}

  const app = await NestFactory.create(AppModule, { logger: false });
  const handMade = handMadeOf(contender);
  if (handMade !== undefined) {
    app.use((request: GuardedRequest, response: never, next: () => void) => {
      timeByHand(handMade, response, () => request.auth);
      next();
    });
  }
  await app.init();
  return app.getHttpAdapter().getInstance() as RequestListener;
};
