import {
  Controller,
  Delete,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common';
import type { ServiceParts } from '../../service/service-parts';
import {
  RequiresAccessToken,
  RequiresApiKey,
  RequiresPartnerToken,
  RequiresRole,
  type AuthenticatedRequest,
} from './guards';
import { ThrottlerOf } from './throttlers';
import { InjectParts } from './tokens';

/** Everything below `/api`: what people, machines, partners and operators call. */
@Controller('api')
export class ApiController {
  constructor(@InjectParts() private readonly parts: ServiceParts) {}

  @Get('profile')
  @UseGuards(RequiresAccessToken)
  profile(@Req() { auth }: AuthenticatedRequest): object {
    return { id: auth?.sub, role: auth?.role };
  }

  @Post('keys')
  @UseGuards(RequiresAccessToken)
  createKey(@Req() { auth }: AuthenticatedRequest): object {
    return this.parts.apiKeys.issue(auth?.sub ?? '');
  }

  @Delete('keys/:id')
  @HttpCode(204)
  @UseGuards(RequiresAccessToken)
  revokeKey(@Req() { auth }: AuthenticatedRequest, @Param('id') id: string): void {
    if (!this.parts.apiKeys.revoke(id, auth?.sub ?? '')) throw new NotFoundException();
  }

  @Get('reports')
  @UseGuards(RequiresApiKey, ThrottlerOf('api'))
  reports(): readonly object[] {
    return [];
  }

  @Get('orders')
  @UseGuards(RequiresPartnerToken)
  orders(): readonly object[] {
    return [];
  }

  @Post('keys/rotate')
  @HttpCode(204)
  @UseGuards(RequiresAccessToken, RequiresRole('admin'))
  rotateKeys(): void {
    this.parts.signingKeys.rotate();
  }
}
