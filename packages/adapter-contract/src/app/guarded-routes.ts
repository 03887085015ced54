import type { AuthMeter } from '@authmeter/core';
import { authenticate, authenticateByKeySet, bearerToken, verifyToken } from './authenticate';
import type {
  AnsweringGuard,
  ContractAnswer,
  ContractClaims,
  ContractRequest,
  ContractRoute,
  GuardStep,
  RejectingGuard,
} from './contract-route';

const served = (): ContractAnswer => ({ status: 200 });
const laxly = async (request: ContractRequest) => authenticate(request);

/** A guard that hands its errors on. */
export const GUARD: RejectingGuard = {
  kind: 'guard',
  refuses: 'by passing the error on',
  authenticate: laxly,
};

/** A guard that serves strangers as guests and swallows why it does not know them. */
export function optionalGuard(meter: AuthMeter): RejectingGuard {
  return {
    ...GUARD,
    isOptional: true,
    authenticate: async (request) => verifyQuietly(meter, request),
  };
}

/** Routes behind one guard. */
export function guardedRoutes(meter: AuthMeter, arrive: () => void): readonly ContractRoute[] {
  const behind = (path: string, guard: GuardStep): ContractRoute => {
    return { method: 'GET', path, steps: [guard], handle: served };
  };
  const wait = async (request: ContractRequest): Promise<void> => {
    arrive();
    await request.closed;
  };
  return [
    behind('/guarded', GUARD),
    behind('/guarded/throwing', { kind: 'guard', refuses: 'by throwing', authenticate }),
    behind('/guarded/rejecting', { ...GUARD, refuses: 'by rejecting' }),
    behind('/guarded/answering', answering(401, laxly)),
    behind('/guarded/locked', answering(423, lockedOut)),
    behind('/guarded/keys', { ...GUARD, authenticate: authenticateByKeySet }),
    behind('/guarded/twice', { ...GUARD, passesTwice: true }),
    behind('/optional', optionalGuard(meter)),
    behind('/optional/unseen', {
      ...GUARD,
      isOptional: true,
      authenticate: async (request) => verifyUnseen(request),
    }),
    behind('/optional/eager', {
      ...GUARD,
      isOptional: true,
      authenticate: async (request) => verifyEagerly(meter, request),
    }),
    behind(
      '/guarded/swallowing',
      answering(401, async (request) => {
        const claims = verifyQuietly(meter, request);
        if (claims === undefined) throw new Error('no');
        return claims;
      }),
    ),
    behind('/guarded/undecided', {
      ...GUARD,
      authenticate: async (request) => {
        await wait(request);
        return authenticate(request);
      },
    }),
    {
      ...behind('/guarded/waiting', GUARD),
      handle: async (request) => {
        await wait(request);
        return served();
      },
    },
  ];
}

/** A guard that answers by itself. */
export function answering(
  status: number,
  decide: (request: ContractRequest) => Promise<ContractClaims | undefined>,
): AnsweringGuard {
  return { kind: 'guard', refuses: 'by answering', status, authenticate: decide };
}

async function lockedOut(): Promise<never> {
  throw new Error('no');
}

/** Verifies under observation, as a patched verifier would, and swallows the cause of a failure. */
function verifyQuietly(meter: AuthMeter, { headers }: ContractRequest): ContractClaims | undefined {
  const token = bearerToken(headers);
  if (token === undefined) return undefined;
  try {
    return meter.observe('token_validate', {}, () => verifyToken(token));
  } catch {
    return undefined;
  }
}

/** Calls the verifier also with nothing, as koa-jwt with `passthrough` does on every request. */
function verifyEagerly(meter: AuthMeter, { headers }: ContractRequest): ContractClaims | undefined {
  try {
    return meter.observe('token_validate', {}, () => verifyToken(bearerToken(headers) ?? ''));
  } catch {
    return undefined;
  }
}

/** Verifies where nobody observes it, and swallows the cause of a failure. */
function verifyUnseen({ headers }: ContractRequest): ContractClaims | undefined {
  try {
    return verifyToken(bearerToken(headers) ?? '');
  } catch {
    return undefined;
  }
}
