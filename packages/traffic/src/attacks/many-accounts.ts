import type { Random } from '../random';
import { login } from '../background/logins';
import type { User } from '../background/population';
import type { Attack, Traffic, TrafficEvent } from '../traffic-event';
import { anyAddress, attackerAddress, networkOf } from './addresses';
import { evenTimes } from './spread';

/** How somebody tries many accounts. */
export interface ManyAccounts {
  readonly accounts: number;
  readonly seconds: number;
  readonly fromSeconds: number;
  /** Addresses that take turns. */
  readonly addresses: number;
  /** Share of the tries that get in. Default 0. */
  readonly successShare?: number;
}

/** A list of stolen passwords, tried from one address; most names are those of nobody. */
export function stuffCredentials(
  random: Random,
  users: readonly User[],
  attack: ManyAccounts,
  address = attackerAddress(300),
): Traffic {
  return tryAccounts(random, users, attack, () => address, {
    kind: 'credential_stuffing',
    source: networkOf(address),
  });
}

/** The same from a botnet, hardly an address of which comes twice. */
export function stuffFromBotnet(
  random: Random,
  users: readonly User[],
  attack: ManyAccounts,
): Traffic {
  const addresses = Array.from({ length: attack.addresses }, () => anyAddress(random));
  return tryAccounts(random, users, attack, (number) => at(addresses, number), {
    kind: 'credential_stuffing',
    alsoTrue: ['failure_spike', 'password_spray'],
  });
}

/** A few usual passwords for every account, from a group of addresses, none of which does much. */
export function sprayPasswords(
  random: Random,
  users: readonly User[],
  attack: ManyAccounts,
): Traffic {
  const addressOf = (number: number): string => attackerAddress(500 + (number % attack.addresses));
  return tryAccounts(random, users, attack, addressOf, {
    kind: 'password_spray',
    alsoTrue: ['credential_stuffing', 'failure_spike'],
  });
}

/** Guesses at a service that does not tell which account failed. */
export function guessBlindly(random: Random, attack: ManyAccounts): Traffic {
  return {
    events: evenTimes(random, attack.accounts, attack.fromSeconds, attack.seconds).map(
      (atSeconds): TrafficEvent => ({
        atSeconds,
        observation: {
          kind: 'login',
          method: 'password',
          outcome: 'failure',
          errorType: 'invalid_credentials',
          sourceAddress: anyAddress(random),
        },
      }),
    ),
    attacks: [
      {
        kind: 'failure_spike',
        fromSeconds: attack.fromSeconds,
        untilSeconds: attack.fromSeconds + attack.seconds,
      },
    ],
  };
}

function tryAccounts(
  random: Random,
  users: readonly User[],
  { accounts, seconds, fromSeconds, successShare = 0 }: ManyAccounts,
  addressOf: (number: number) => string,
  what: Pick<Attack, 'kind' | 'alsoTrue' | 'source'>,
): Traffic {
  const compromised: string[] = [];
  const events = evenTimes(random, accounts, fromSeconds, seconds).map((atSeconds, number) => {
    const isUser = random.chance(0.3);
    const accountId = isUser ? random.pick(users).accountId : `leaked-${String(number)}`;
    const subject = { accountId, address: addressOf(number) };
    if (isUser && random.chance(successShare / 0.3)) {
      compromised.push(accountId);
      return login(subject, atSeconds);
    }
    return login(subject, atSeconds, isUser ? 'invalid_credentials' : 'user_not_found');
  });
  const untilSeconds = fromSeconds + seconds;
  return { events, attacks: [{ ...what, fromSeconds, untilSeconds, compromised }] };
}

function at(addresses: readonly string[], number: number): string {
  return addresses[number % addresses.length] ?? '';
}
