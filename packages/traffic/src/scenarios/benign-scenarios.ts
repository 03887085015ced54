import { createExpiredTokenLoop } from '../background/clients';
import { createCarrierDay, createOfficeMorning, createReturn } from '../background/crowds';
import type { Scenario } from '../scenario';
import { benign } from '../traffic-event';
import { HOUR } from './times';

/** Days on which nothing is to be found. */
export const BENIGN_SCENARIOS: readonly Scenario[] = [
  { name: 'normal day' },
  { name: 'normal day, quiet service (600 logins)', loginsPerDay: 600 },
  {
    name: 'normal day, busy service (150,000 logins)',
    loginsPerDay: 150_000,
    isLong: true,
  },
  { name: 'five normal days', daysBefore: 4, isLong: true },
  {
    name: 'office: 400 people behind one address log in within 15 minutes',
    atHour: 9,
    add: ({ random, atSeconds }) => benign(createOfficeMorning(random, 400, atSeconds)),
  },
  {
    name: 'mobile carrier: 8,000 people in one network',
    add: ({ random, fromSeconds, untilSeconds }) =>
      benign(createCarrierDay(random, 8000, fromSeconds, untilSeconds)),
  },
  {
    name: 'release that ends all sessions: 12,000 people log in within an hour',
    add: ({ random, users, atSeconds }) => benign(createReturn(random, users, 12_000, atSeconds)),
  },
  {
    name: 'flaky client: an expired token, four times a second for an hour',
    add: ({ random, atSeconds }) =>
      benign(createExpiredTokenLoop(random, atSeconds, atSeconds + HOUR)),
  },
];
