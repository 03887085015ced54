import { attackerAddress } from '../attacks/addresses';
import { guessPassword } from '../attacks/guessing';
import { sprayPasswords, stuffCredentials, stuffFromBotnet } from '../attacks/many-accounts';
import { forgeTokens, loginFarAway, replayRefreshToken, replaySession } from '../attacks/stolen';
import { cityOf, type User } from '../background/population';
import type { Scenario, Stage } from '../scenario';
import { mixTraffic } from '../traffic-event';
import { HOUR, MINUTE } from './times';

/** Somebody guesses the password of one account. */
export function guessing(
  name: string,
  tries: number,
  seconds: number,
  addresses: number,
  succeeds = false,
): Scenario {
  return {
    name,
    add: ({ random, users, atSeconds }) =>
      guessPassword(random, {
        accountId: random.pick(users).accountId,
        tries,
        seconds,
        fromSeconds: atSeconds,
        addresses,
        succeeds,
      }),
  };
}

/** Somebody guesses the password of one account while a botnet makes noise. */
export function hidden(name: string): Scenario {
  return {
    name,
    add: ({ random, users, atSeconds }) =>
      mixTraffic(
        stuffFromBotnet(random, users, {
          accounts: 100_000,
          seconds: HOUR / 2,
          fromSeconds: atSeconds - 10 * MINUTE,
          addresses: 100_000,
        }),
        guessPassword(random, {
          accountId: 'hidden-victim',
          tries: 20,
          seconds: 5 * MINUTE,
          fromSeconds: atSeconds,
          addresses: 1,
        }),
      ),
  };
}

/** Somebody tries a list of stolen passwords from one address. */
export function stuffing(name: string, accounts: number, seconds: number): Scenario {
  return {
    name,
    add: ({ random, users, atSeconds }) =>
      stuffCredentials(random, users, {
        accounts,
        seconds,
        fromSeconds: atSeconds,
        addresses: 1,
        successShare: 0.01,
      }),
  };
}

/** The same from nearly as many addresses as tries. */
export function botnet(name: string, addresses: number, seconds: number): Scenario {
  return {
    name,
    add: ({ random, users, atSeconds }) =>
      stuffFromBotnet(random, users, {
        accounts: addresses,
        seconds,
        fromSeconds: atSeconds,
        addresses,
        successShare: 0.005,
      }),
  };
}

/** Somebody tries usual passwords from a group of addresses. */
export function spraying(
  name: string,
  accounts: number,
  seconds: number,
  addresses: number,
): Scenario {
  return {
    name,
    add: ({ random, users, atSeconds }) =>
      sprayPasswords(random, users, { accounts, seconds, fromSeconds: atSeconds, addresses }),
  };
}

/** A refresh token is used again, so long after its owner used it. */
export function stolenToken(name: string, afterSeconds: number): Scenario {
  return {
    name,
    add: ({ random, users, atSeconds }) =>
      replayRefreshToken(random.pick(users), { fromSeconds: atSeconds, afterSeconds }),
  };
}

/** Somebody makes up tokens. */
export function forging(
  name: string,
  tokens: number,
  seconds: number,
  addresses: number,
): Scenario {
  return {
    name,
    add: ({ random, atSeconds }) =>
      forgeTokens(random, { tokens, seconds, fromSeconds: atSeconds, addresses }),
  };
}

/** A session is used again, so long after its owner logged out. */
export function session(name: string, afterSeconds: number, isAccepted: boolean): Scenario {
  return {
    name,
    add: (stage) =>
      replaySession(
        userAwayFrom(stage, attackerAddress(900)),
        { fromSeconds: stage.atSeconds, afterSeconds },
        isAccepted,
      ),
  };
}

/** Somebody logs in far away, so long after the account was at home. */
export function travel(name: string, afterSeconds: number): Scenario {
  const address = '198.18.0.9';
  return {
    name,
    add: (stage) =>
      loginFarAway(
        userAwayFrom(stage, address),
        { fromSeconds: stage.atSeconds, afterSeconds },
        address,
      ),
  };
}

/** A user who does not live where the address is. */
function userAwayFrom({ random, users }: Stage, address: string): User {
  const elsewhere = users.filter(({ city }) => city !== cityOf(address));
  return { ...random.pick(elsewhere), accountId: 'victim' };
}
