import { verify } from 'jsonwebtoken';
import { readBearer } from './bearer-token';

const WAREHOUSE = `Basic ${Buffer.from('warehouse:correct').toString('base64')}`;

/** What a route asks that nobody wrapped: it answers a bare 401 and tells nobody why. */
export function isWarehouse(authorization: string | undefined): boolean {
  return authorization === WAREHOUSE;
}

/**
 * What a route asks that nobody configured: its secret was forgotten. The caller sees 401 all the same, the metrics
 * say whose fault it is.
 *
 * @throws what jsonwebtoken throws
 */
export function checkBetaToken(authorization: string | undefined): void {
  verify(readBearer(authorization), '', { algorithms: ['HS256'] });
}
