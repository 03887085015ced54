import { AuthmeterOptionError } from '@authmeter/core';
import { warnHost } from '../metrics/warn-host';

/** What asks for the live page. */
export const LIVE_VARIABLE = 'AUTHMETER_LIVE';

const HIGHEST_PORT = 65_535;

/** The live page as it was asked for. */
export interface LiveRequest {
  /** The port of the loopback interface. */
  readonly port: number;
  /** The variable and its value, for messages. */
  readonly whatFor: string;
}

/**
 * Reads `AUTHMETER_LIVE`, a port. What cannot be served is told in one line, and the service starts all the same: it
 * loses a view of its metrics, not the metrics.
 */
export function readLiveRequest(
  environment: Readonly<Record<string, string | undefined>>,
): LiveRequest | undefined {
  const text = environment[LIVE_VARIABLE]?.trim() ?? '';
  if (text === '') return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > HIGHEST_PORT) {
    const allowed = `a port, 1 to ${String(HIGHEST_PORT)}`;
    const owner = '@authmeter/instrumentation/register';
    warnHost(new AuthmeterOptionError(owner, LIVE_VARIABLE, text, allowed).message);
    return undefined;
  }
  const whatFor = `${LIVE_VARIABLE}=${text}`;
  if (environment['NODE_ENV'] === 'production') {
    warnHost(
      `${whatFor} serves nothing where NODE_ENV is production: mount createLive({ authorize }) of @authmeter/live there`,
    );
    return undefined;
  }
  return { port, whatFor };
}
