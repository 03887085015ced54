import type { Random } from '../random';
import type { User } from '../background/population';
import type { Traffic, TrafficEvent } from '../traffic-event';
import { attackerAddress } from './addresses';
import { evenTimes } from './spread';

/** When something stolen is used, and how long after its owner was done with it. */
export interface Theft {
  readonly fromSeconds: number;
  readonly afterSeconds: number;
}

/** A refresh token is copied, its owner refreshes with it, and then the thief does. */
export function replayRefreshToken(victim: User, { fromSeconds, afterSeconds }: Theft): Traffic {
  const refreshToken = { tokenId: 'stolen-token', familyId: 'stolen-family' };
  const refresh = (atSeconds: number, sourceAddress: string): TrafficEvent => ({
    atSeconds,
    observation: {
      kind: 'token_refresh',
      outcome: 'success',
      refreshToken,
      accountId: victim.accountId,
      sourceAddress,
    },
  });
  const untilSeconds = fromSeconds + afterSeconds;
  return {
    events: [
      refresh(fromSeconds, victim.address),
      refresh(untilSeconds, attackerAddress(800)),
      refresh(untilSeconds + 60, attackerAddress(800)),
    ],
    attacks: [
      {
        kind: 'token_reuse',
        fromSeconds: untilSeconds,
        untilSeconds: untilSeconds + 60,
        accountId: victim.accountId,
      },
    ],
  };
}

/** A session is copied, its owner logs out, and then the thief uses it. */
export function replaySession(
  victim: User,
  { fromSeconds, afterSeconds }: Theft,
  isAccepted: boolean,
): Traffic {
  const subject = { accountId: victim.accountId, sessionId: 'stolen-session' };
  const untilSeconds = fromSeconds + afterSeconds;
  const used = { kind: 'attempt', method: 'session', ...subject } as const;
  return {
    events: [
      {
        atSeconds: fromSeconds,
        observation: {
          kind: 'session',
          change: 'ended',
          cause: 'user',
          sourceAddress: victim.address,
          ...subject,
        },
      },
      {
        atSeconds: untilSeconds,
        observation: {
          ...used,
          sourceAddress: attackerAddress(900),
          ...(isAccepted
            ? { outcome: 'success' }
            : { outcome: 'failure', errorType: 'expired_token' }),
        },
      },
    ],
    attacks: [
      {
        kind: 'session_use_after_expire',
        compromised: [victim.accountId],
        fromSeconds: untilSeconds,
        untilSeconds: untilSeconds + 1,
        accountId: victim.accountId,
      },
    ],
  };
}

/** Somebody logs in with the right password, far away from where the account was so long before. */
export function loginFarAway(
  victim: User,
  { fromSeconds, afterSeconds }: Theft,
  address: string,
): Traffic {
  const login = (atSeconds: number, sourceAddress: string): TrafficEvent => ({
    atSeconds,
    observation: {
      kind: 'login',
      method: 'password',
      outcome: 'success',
      accountId: victim.accountId,
      sourceAddress,
    },
  });
  const untilSeconds = fromSeconds + afterSeconds;
  return {
    events: [login(fromSeconds, victim.address), login(untilSeconds, address)],
    attacks: [
      {
        kind: 'impossible_travel',
        fromSeconds: untilSeconds,
        untilSeconds: untilSeconds + 1,
        accountId: victim.accountId,
      },
    ],
  };
}

/** Tokens with made-up signatures, from one address or from many. */
export function forgeTokens(
  random: Random,
  forging: {
    readonly tokens: number;
    readonly seconds: number;
    readonly fromSeconds: number;
    readonly addresses: number;
  },
): Traffic {
  const { tokens, seconds, fromSeconds, addresses } = forging;
  return {
    events: evenTimes(random, tokens, fromSeconds, seconds).map((atSeconds, number) => ({
      atSeconds,
      observation: {
        kind: 'attempt',
        method: 'jwt',
        outcome: 'failure',
        errorType: number % 5 === 0 ? 'invalid_algorithm' : 'invalid_signature',
        sourceAddress: attackerAddress(1000 + (number % addresses)),
      },
    })),
    attacks: [{ kind: 'signature_burst', fromSeconds, untilSeconds: fromSeconds + seconds }],
  };
}
