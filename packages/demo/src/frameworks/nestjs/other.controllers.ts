import { AuthHealthIndicator } from '@authmeter/nestjs';
import { Controller, Get, Req, UnauthorizedException, UseGuards } from '@nestjs/common';
import { HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import type { Request } from 'express';
import { isWarehouse } from '../../service/checks/neglected-checks';
import type { ServiceParts } from '../../service/service-parts';
import { RequiresBetaToken } from './guards';
import { InjectParts } from './tokens';

/** What needs no credentials: the health and the public keys. */
@Controller()
export class PublicController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly auth: AuthHealthIndicator,
    @InjectParts() private readonly parts: ServiceParts,
  ) {}

  @Get('auth/health')
  checkHealth(): Promise<HealthCheckResult> {
    return this.health.check([() => this.auth.isHealthy()]);
  }

  @Get('.well-known/jwks.json')
  keys(): object {
    return this.parts.signingKeys.publicKeySet();
  }
}

/** Two routes as they are found in real services: one that nobody observed, and one that nobody configured. */
@Controller()
export class NeglectedController {
  @Get('legacy/stock')
  stock(@Req() { headers }: Request): readonly object[] {
    if (!isWarehouse(headers.authorization)) throw new UnauthorizedException();
    return [];
  }

  @Get('beta/search')
  @UseGuards(RequiresBetaToken)
  search(): readonly object[] {
    return [];
  }
}
