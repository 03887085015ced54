import { stuffCredentials } from '../attacks/many-accounts';
import { createOldKeyLoop, createStalePasswordLoop } from '../background/clients';
import { createBrokenForm, createOfficeMorning, OFFICE_ADDRESS } from '../background/crowds';
import type { Scenario } from '../scenario';
import { benign, mixTraffic } from '../traffic-event';
import { botnet, guessing, spraying } from './attack-rows';
import { HOUR, MINUTE } from './times';

/** Where detectors are wrong, and known to be: what is no attack and told, and what is one and not told. */
export const LIMIT_SCENARIOS: readonly Scenario[] = [
  {
    name: 'no attack: a batch job with a password that was changed, a try a second for an hour',
    add: ({ atSeconds }) => benign(createStalePasswordLoop(atSeconds, HOUR)),
  },
  {
    name: 'no attack: a client with a key that was withdrawn, a token a second for an hour',
    add: ({ atSeconds }) => benign(createOldKeyLoop(atSeconds, HOUR)),
  },
  {
    name: 'no attack: a login form that refuses everybody for ten minutes',
    add: ({ random, users, atSeconds }) =>
      benign(createBrokenForm(random, users, 400, atSeconds, 10 * MINUTE)),
  },
  guessing('attack: 10 tries an hour on one account, for twelve hours', 120, 12 * HOUR, 1),
  spraying('attack: a spray of 16 accounts an hour from two addresses', 48, 3 * HOUR, 2),
  botnet('attack: a botnet of 30 tries in five minutes, in the busiest hour', 60, 10 * MINUTE),
  {
    name: 'attack: stuffing of 60 accounts in an hour from within an office of 400 people',
    atHour: 9,
    add: ({ random, users, atSeconds }) => {
      const office = { accounts: 60, seconds: HOUR, fromSeconds: atSeconds, addresses: 1 };
      return mixTraffic(
        benign(createOfficeMorning(random, 400, atSeconds)),
        stuffCredentials(random, users, office, OFFICE_ADDRESS),
      );
    },
  },
];
