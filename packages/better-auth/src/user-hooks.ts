import type { AuthMeter, SubjectFacts } from '@authmeter/core';
import type { AuthOperation } from '@authmeter/core/conventions';
import { keyOf, readField } from './hook-context';
import { endpointAround, prepareRowHook, type ModelHooks } from './row-hook';

/** Operations that may create an account on the way; a sign-up counts itself. */
const CREATING: ReadonlySet<AuthOperation> = new Set(['login', 'oauth_callback']);
/** Operations that turn a guest into somebody. */
const CONVERTING: ReadonlySet<AuthOperation> = new Set([...CREATING, 'register']);

/** Counts accounts that a first sign-in creates, and guests who became somebody. Never throws. */
export function createUserHooks(meter: AuthMeter): ModelHooks {
  const quietly = prepareRowHook(meter);
  return {
    create: {
      after: quietly((row, context) => {
        const { operation } = endpointAround(context);
        if (operation === undefined || !CREATING.has(operation.operation)) return;
        const { method = 'password' } = operation;
        const created = { kind: 'registration', outcome: 'success', method } as const;
        meter.record({ ...created, ...accountOf(row) }, keyOf(context));
      }),
    },
    delete: {
      after: quietly((row, context) => {
        const { operation } = endpointAround(context);
        const isConverted = operation !== undefined && CONVERTING.has(operation.operation);
        if (readField(row, 'isAnonymous') !== true || !isConverted) return;
        meter.record({ kind: 'guest', event: 'converted', ...accountOf(row) }, keyOf(context));
      }),
    },
  };
}

function accountOf(row: unknown): Pick<SubjectFacts, 'accountId'> {
  const accountId = readField(row, 'id');
  return typeof accountId === 'string' ? { accountId } : {};
}
