import type { VisitOrigin } from '../traffic/visit-origin';

/** The n-th of 65,535 networks of the documentation prefix, one address in each. Source: RFC 3849. */
export function originOfCustomer(n: number): VisitOrigin {
  const network = `2001:db8:${n.toString(16)}::`;
  return { network, address: `${network}7` };
}

const FIRST_EMPLOYEE = 2000;
const EMPLOYEE_NETWORKS = 300;

/** Employees of the company work from hundreds of networks, so that none of them stands out when all fail at once. */
export function originOfEmployee(n: number): VisitOrigin {
  return originOfCustomer(FIRST_EMPLOYEE + (n % EMPLOYEE_NETWORKS));
}

/** Where attacks come from that have one source. Source: RFC 5737. */
export const ATTACKER: VisitOrigin = { network: '203.0.113.0', address: '203.0.113.66' };
/** Where a thief sits. */
export const THIEF: VisitOrigin = { network: '198.51.100.0', address: '198.51.100.23' };
