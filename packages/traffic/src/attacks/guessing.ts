import type { Random } from '../random';
import { login } from '../background/logins';
import { mixTraffic, type Traffic } from '../traffic-event';
import { attackerAddress } from './addresses';
import { evenTimes } from './spread';

/** How somebody guesses the password of one account. */
export interface Guessing {
  readonly accountId: string;
  readonly tries: number;
  readonly seconds: number;
  readonly fromSeconds: number;
  /** Addresses that take turns. */
  readonly addresses: number;
  /** Whether the last guess is right. */
  readonly succeeds?: boolean;
}

/** Guesses the password of one account. */
export function guessPassword(random: Random, guessing: Guessing): Traffic {
  const { accountId, tries, seconds, fromSeconds, addresses, succeeds = false } = guessing;
  const times = evenTimes(random, tries, fromSeconds, seconds);
  const events = times.map((at, number) => {
    const address = attackerAddress(number % addresses);
    return login({ accountId, address }, at, 'invalid_credentials');
  });
  const untilSeconds = fromSeconds + seconds + 30;
  const bruteForce: Traffic = {
    events,
    attacks: [{ kind: 'brute_force', fromSeconds, untilSeconds, accountId }],
  };
  if (!succeeds) return bruteForce;
  return mixTraffic(bruteForce, {
    events: [login({ accountId, address: attackerAddress(0) }, untilSeconds)],
    attacks: [
      {
        kind: 'success_after_failures',
        fromSeconds,
        untilSeconds,
        accountId,
        compromised: [accountId],
      },
    ],
  });
}

/** Guesses keys of a service that does not tell whose they are. */
export function guessApiKeys(
  random: Random,
  { tries, seconds, fromSeconds }: Pick<Guessing, 'tries' | 'seconds' | 'fromSeconds'>,
): Traffic {
  const sourceAddress = attackerAddress(7000);
  return {
    events: evenTimes(random, tries, fromSeconds, seconds).map((atSeconds) => ({
      atSeconds,
      observation: {
        kind: 'attempt',
        method: 'api_key',
        outcome: 'failure',
        errorType: 'invalid_credentials',
        sourceAddress,
      },
    })),
    attacks: [
      {
        kind: 'brute_force',
        alsoTrue: ['failure_spike'],
        fromSeconds,
        untilSeconds: fromSeconds + seconds,
        source: sourceAddress.replace(/\d+$/, '0'),
      },
    ],
  };
}
