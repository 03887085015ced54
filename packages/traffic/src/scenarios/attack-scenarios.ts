import { guessApiKeys } from '../attacks/guessing';
import { guessBlindly } from '../attacks/many-accounts';
import type { Scenario } from '../scenario';
import {
  botnet,
  forging,
  guessing,
  hidden,
  session,
  spraying,
  stolenToken,
  stuffing,
  travel,
} from './attack-rows';
import { HOUR, MINUTE } from './times';

/** Days with one attack, at the least strength that is promised to be found and at a higher one. */
export const ATTACK_SCENARIOS: readonly Scenario[] = [
  guessing('brute force, fast: 15 tries in 5 minutes', 15, 5 * MINUTE, 1),
  guessing('brute force, slow: 40 tries in an hour', 40, HOUR, 1),
  guessing('brute force from 200 addresses: 200 tries in an hour', 200, HOUR, 200),
  guessing('brute force, hard: 3,000 tries in 5 minutes', 3000, 5 * MINUTE, 3),
  {
    ...hidden('brute force hidden in a botnet: 20 tries in 5 minutes among 100,000'),
    isLong: true,
  },
  {
    name: 'brute force on API keys: 50 tries in 5 minutes',
    add: ({ random, atSeconds }) =>
      guessApiKeys(random, { tries: 50, seconds: 5 * MINUTE, fromSeconds: atSeconds }),
  },
  guessing('guessed, fast: success after 15 tries in 5 minutes', 15, 5 * MINUTE, 1, true),
  guessing('guessed, slow: success after 40 tries in an hour', 40, HOUR, 2, true),
  stuffing('stuffing, fast: 27 accounts in 10 minutes', 27, 10 * MINUTE),
  stuffing('stuffing, slow: 54 accounts in an hour', 54, HOUR),
  stuffing('stuffing, hard: 5,000 accounts in an hour', 5000, HOUR),
  botnet('botnet, fast: 100,000 addresses in half an hour', 100_000, HOUR / 2),
  {
    ...botnet('botnet, slow: 100,000 addresses in twelve hours', 100_000, 12 * HOUR),
    isLong: true,
  },
  botnet('botnet, least: 600 addresses in 10 minutes', 600, 10 * MINUTE),
  {
    ...botnet('botnet on the fifth day: 600 addresses in 10 minutes', 600, 10 * MINUTE),
    daysBefore: 4,
    isLong: true,
  },
  { ...botnet('botnet by night: 200 addresses in 10 minutes', 200, 10 * MINUTE), atHour: 3 },
  spraying('spray, fast: 20 addresses, 200 accounts in 20 minutes', 200, 20 * MINUTE, 20),
  spraying('spray, least: 2 addresses, 40 accounts in an hour', 40, HOUR, 2),
  spraying('spray, slow: 6 addresses, 40 accounts an hour, for 3 hours', 120, 3 * HOUR, 6),
  {
    name: 'spike: 600 failures in 5 minutes, no account told',
    add: ({ random, atSeconds }) =>
      guessBlindly(random, {
        accounts: 600,
        seconds: 5 * MINUTE,
        fromSeconds: atSeconds,
        addresses: 600,
      }),
  },
  stolenToken('token reuse, fast: a minute after its owner', MINUTE),
  stolenToken('token reuse, slow: six hours after its owner', 6 * HOUR),
  forging('signature burst, least: 30 tokens in a minute', 30, MINUTE, 1),
  forging('signature burst, hard: 3,000 tokens in a minute', 3000, MINUTE, 1),
  forging('signature burst from 40 addresses: 80 tokens in a minute', 80, MINUTE, 40),
  session('ended session accepted, a minute later', MINUTE, true),
  session('ended session refused elsewhere, two hours later', 2 * HOUR, false),
  travel('impossible travel: another continent after ten minutes', 10 * MINUTE),
  travel('impossible travel: another continent after an hour', HOUR),
];
