import 'reflect-metadata';
import { AuthMetricsModule } from '@authmeter/nestjs';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { TerminusModule } from '@nestjs/terminus';
import type { Response } from 'express';
import { answerOf } from '../../service/answer-of';
import type { ServiceParts } from '../../service/service-parts';
import { healthChecks, isLocal, TRUSTED_HOPS, type Surroundings } from '../../service/surroundings';
import { ApiController } from './api.controller';
import { AuthController } from './auth.controller';
import { NeglectedController, PublicController } from './other.controllers';
import { throttle } from './throttlers';
import { TOKENS } from './tokens';

/** The whole Nest app, ready to listen: Authmeter's module, and the controllers behind it. */
export async function createApp(
  parts: ServiceParts,
  { exporter, introspectionUrl }: Surroundings,
): Promise<NestExpressApplication> {
  const root = {
    module: class ShopModule {},
    imports: [
      AuthMetricsModule.forRoot({
        meter: parts.meter,
        trustedHops: TRUSTED_HOPS,
        endpoint: { exporter, path: '/metrics', allow: isLocal },
        health: { checks: healthChecks(parts, introspectionUrl) },
      }),
      TerminusModule.forRoot({ logger: false }),
      throttle(parts.limits),
    ],
    providers: [
      { provide: TOKENS.parts, useValue: parts },
      { provide: TOKENS.introspectionUrl, useValue: introspectionUrl },
    ],
    controllers: [AuthController, ApiController, PublicController, NeglectedController],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, new ExpressAdapter(), {
    logger: false,
    abortOnError: false,
  });
  app.set('trust proxy', TRUSTED_HOPS);
  app.useGlobalFilters(new AnswerErrors());
  return app.init();
}

/** Answers every error with its status and nothing else; Nest's own know how they are answered. */
@Catch()
class AnswerErrors implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, body } =
      error instanceof HttpException
        ? { status: error.getStatus(), body: error.getResponse() }
        : answerOf(error);
    response.status(status).json(body);
  }
}
