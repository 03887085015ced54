import type { AuthObservation, DeclaredOperation } from '@authmeter/core';
import type { EndCause } from '@authmeter/core/conventions';
import { readField } from './hook-context';

/** What one endpoint of Better Auth's is about; an endpoint without a row is a protected request like any other. */
export interface Endpoint {
  /** The whole operation that a call is. */
  readonly operation?: DeclaredOperation;
  /** What it is instead when the body holds a field. */
  readonly operationWith?: { readonly field: string; readonly operation: DeclaredOperation };
  /** It merely reads a session: never an attempt. */
  readonly isLook?: true;
  /** It checks a second factor, and logs in where nobody was logged in yet. */
  readonly factor?: string;
  /** It lets somebody in as a guest. */
  readonly isGuestLogin?: true;
  /** It asks for a permission: the policy under which its decision is counted. */
  readonly policy?: string;
  /** What a success is besides. */
  readonly tells?: AuthObservation;
  /** It says by `valid` whether an API key is good. */
  readonly judgesApiKey?: true;
  /** Why the sessions that it deletes end. Default `other`. */
  readonly ends?: EndCause;
  /** Whether it takes sessions away, each of which is a revocation. */
  readonly revokes?: true;
}

/** The whole operation that a call is, in the light of what it was sent. */
export function operationOf(
  { operation, operationWith }: Endpoint,
  body: unknown,
): DeclaredOperation | undefined {
  const isOther = operationWith !== undefined && readField(body, operationWith.field) !== undefined;
  return isOther ? operationWith.operation : operation;
}
