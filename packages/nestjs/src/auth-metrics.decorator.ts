import {
  applyDecorators,
  SetMetadata,
  UseInterceptors,
  type CustomDecorator,
} from '@nestjs/common';
import {
  checkObserveOptions,
  resolveHttpOptions,
  type AuthMethodName,
  type RouteOperation,
} from '@authmeter/core';
import { AUTH_MARK } from './auth-metrics.constants';
import { AuthOperationInterceptor } from './auth-operation.interceptor';
import type { NestRequest, NestResponse } from './nest-messages';

/** What a handler does. */
export type NestOperation = RouteOperation<NestRequest, NestResponse>;

/** Leaves the requests of a controller or a handler uncounted. */
export function SkipAuthMetrics(isSkipped = true): CustomDecorator<symbol> {
  return SetMetadata(AUTH_MARK.skip, isSkipped);
}

/**
 * Says what the requests of a controller or a handler authenticate with, where they do not show it.
 *
 * @throws AuthmeterOptionError for what is no name of a method.
 */
export function AuthMethod(method: AuthMethodName): CustomDecorator<symbol> {
  checkObserveOptions('AuthMethod', { method });
  return SetMetadata(AUTH_MARK.method, method);
}

/**
 * Says what a handler does, so that a refused login is a failed login whatever its status, and how its answer is
 * judged where the status does not tell.
 *
 * @throws AuthmeterOptionError for what is no operation.
 */
export function AuthOperation(
  operation: NestOperation['operation'],
  details: Omit<NestOperation, 'operation'> = {},
): ClassDecorator & MethodDecorator {
  const declared: NestOperation = { ...details, operation };
  resolveHttpOptions('AuthOperation', { operations: { 'ALL /*': declared } });
  // Not for all of the app: an interceptor makes a stream of every answer.
  return applyDecorators(
    SetMetadata(AUTH_MARK.operation, declared),
    UseInterceptors(AuthOperationInterceptor),
  );
}
