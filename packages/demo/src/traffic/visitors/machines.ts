import { logIn } from '../steps/login-steps';
import * as steps from '../steps/machine-steps';
import { repeatStep } from '../steps/repeat-step';
import type { Visitor } from '../visit';

/** Scripts, partners and old systems. */
export const MACHINES: readonly Visitor[] = [
  {
    name: 'reports by machine',
    weight: 10,
    as: 'member',
    steps: [logIn, steps.createKey, ...repeatStep(3, steps.readReport)],
  },
  {
    name: 'reports too often',
    weight: 1,
    as: 'member',
    steps: [
      logIn,
      steps.createKey,
      ...repeatStep(8, steps.readReport),
      ...repeatStep(2, steps.readReportTooOften),
    ],
  },
  {
    name: 'revokes a key',
    weight: 1,
    as: 'member',
    steps: [
      logIn,
      steps.createKey,
      steps.readReport,
      steps.revokeKey,
      steps.readReportWithRevokedKey,
    ],
  },
  { name: 'orders as a partner', weight: 6, as: 'newcomer', steps: [steps.readOrders] },
  { name: 'is no partner', weight: 1, as: 'newcomer', steps: [steps.readOrdersWithWrongToken] },
  {
    name: 'orders during an outage',
    weight: 1,
    as: 'newcomer',
    steps: [steps.readOrdersDuringOutage],
  },
  { name: 'counts the stock', weight: 3, as: 'newcomer', steps: [steps.readStock] },
  {
    name: 'miscounts the stock',
    weight: 1,
    as: 'newcomer',
    steps: [steps.readStockWithWrongPassword],
  },
  { name: 'tries the beta', weight: 1, as: 'newcomer', steps: [steps.tryBetaSearch] },
];
