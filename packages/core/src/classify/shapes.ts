import type { AuthErrorType } from '../conventions';
import { readAwsError } from './libraries/cognito-clues';
import { readSqlState } from './libraries/database-clues';
import { readField, readObject } from './safe-read';
import { PARTICULAR, type Sight } from './sight';

/** gRPC's numeric codes. Source: grpc/status.h. */
const TYPE_BY_GRPC_CODE: ReadonlyMap<unknown, AuthErrorType> = new Map([
  [2, 'dependency_error'],
  [4, 'dependency_error'],
  [7, 'insufficient_permissions'],
  [8, 'dependency_error'],
  [13, 'dependency_error'],
  [14, 'dependency_error'],
  [16, 'invalid_credentials'],
]);

/** gRPC's numbers mean nothing unless the rest of its error stands beside them. */
function readGrpcError(error: object): AuthErrorType | undefined {
  if (typeof readField(error, 'details') !== 'string') return undefined;
  if (readObject(error, 'metadata') === undefined) return undefined;
  return TYPE_BY_GRPC_CODE.get(readField(error, 'code'));
}

/** rate-limiter-flexible rejects with a result that is no error at all. */
function readLimiterResult(error: object): AuthErrorType | undefined {
  const isResult =
    typeof readField(error, 'msBeforeNext') === 'number' ||
    typeof readField(error, '_msBeforeNext') === 'number';
  return isResult ? 'rate_limited' : undefined;
}

/** jwks-rsa marks whatever it got from an endpoint that does not work, parse errors too. */
function readUnavailableEndpoint(error: object): AuthErrorType | undefined {
  return readField(error, 'isEndpointUnavailable') === true ? 'dependency_error' : undefined;
}

/** How to read a shape, and by which particulars it is known. */
interface Shape {
  readonly marks: Sight;
  readonly read: (error: object) => AuthErrorType | undefined;
}

const SHAPES: readonly Shape[] = [
  { marks: PARTICULAR.isEndpointUnavailable, read: readUnavailableEndpoint },
  { marks: PARTICULAR.$metadata, read: readAwsError },
  { marks: PARTICULAR.severity, read: readSqlState },
  { marks: PARTICULAR.details, read: readGrpcError },
  { marks: PARTICULAR.msBeforeNext | PARTICULAR._msBeforeNext, read: readLimiterResult },
];

/** What an error's properties say where neither code nor name is telling, or undefined. */
export function readShape(error: object, particulars: Sight): AuthErrorType | undefined {
  for (const { marks, read } of SHAPES) {
    const errorType = (particulars & marks) === 0 ? undefined : read(error);
    if (errorType !== undefined) return errorType;
  }
  return undefined;
}
