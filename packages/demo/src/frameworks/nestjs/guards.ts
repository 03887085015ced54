import { observeGuard } from '@authmeter/nestjs';
import {
  Injectable,
  mixin,
  type CanActivate,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Role } from '../../service/accounts/accounts';
import { checkAccessToken } from '../../service/checks/check-access-token';
import { checkApiKey } from '../../service/checks/check-api-key';
import { checkPartnerToken } from '../../service/checks/check-partner-token';
import { checkRole } from '../../service/checks/check-role';
import { checkBetaToken } from '../../service/checks/neglected-checks';
import type { ServiceParts } from '../../service/service-parts';
import type { AccessClaims } from '../../service/tokens/access-tokens';
import { InjectIntrospectionUrl, InjectParts } from './tokens';

/** A request behind a guard. The fields are where auth libraries put them, so Authmeter knows whom it was. */
export interface AuthenticatedRequest extends Request {
  /** Behind the guard for access tokens. */
  auth?: AccessClaims;
  /** Behind the guards for API keys and partners. */
  user?: { readonly id: string };
}

const requestIn = (context: ExecutionContext): AuthenticatedRequest =>
  context.switchToHttp().getRequest();

@Injectable()
class AccessToken implements CanActivate {
  constructor(@InjectParts() private readonly parts: ServiceParts) {}

  canActivate(context: ExecutionContext): true {
    const request = requestIn(context);
    request.auth = checkAccessToken(this.parts, request.headers.authorization);
    return true;
  }
}

@Injectable()
class ApiKey implements CanActivate {
  constructor(@InjectParts() private readonly parts: ServiceParts) {}

  canActivate(context: ExecutionContext): true {
    const request = requestIn(context);
    request.user = checkApiKey(this.parts, request.get('x-api-key'));
    return true;
  }
}

@Injectable()
class PartnerToken implements CanActivate {
  constructor(@InjectIntrospectionUrl() private readonly introspectionUrl: string) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = requestIn(context);
    const { authorization } = request.headers;
    request.user = await checkPartnerToken(this.introspectionUrl, authorization);
    return true;
  }
}

class BetaToken implements CanActivate {
  canActivate(context: ExecutionContext): true {
    checkBetaToken(requestIn(context).headers.authorization);
    return true;
  }
}

/** Lets pass who presents an access token whose session is still open. */
export const RequiresAccessToken = observeGuard(AccessToken, { method: 'jwt' });
/** Lets pass which machine presents an API key. */
export const RequiresApiKey = observeGuard(ApiKey, { method: 'api_key' });
/** Lets pass whose token the partners' identity provider vouches for. */
export const RequiresPartnerToken = observeGuard(PartnerToken, { method: 'oauth' });
/** Asks for a token that nobody can verify, since its secret was forgotten. */
export const RequiresBetaToken = observeGuard(BetaToken);

/** Lets pass who has a role; stands behind the guard for access tokens. */
export function RequiresRole(role: Role): Type<CanActivate> {
  @Injectable()
  class RoleGuard implements CanActivate {
    constructor(@InjectParts() private readonly parts: ServiceParts) {}

    canActivate(context: ExecutionContext): true {
      checkRole(this.parts, role, requestIn(context).auth);
      return true;
    }
  }
  return mixin(RoleGuard);
}
