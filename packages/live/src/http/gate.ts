import { warn } from '../warn';
import { findForeignSign, isLoopbackSocket, type LoopbackRequest } from './loopback';

/** Who may see the page. */
export interface GateOptions {
  /** Decides for each request; anything but true is a refusal. */
  readonly authorize: ((subject: never) => unknown) | undefined;
  readonly allowedHosts: readonly string[];
  /** Whether nobody is let in where `NODE_ENV` is `production` and there is no callback. */
  readonly refusesInProduction: boolean;
}

/** How a request is refused: as if there were nothing here, unless it comes from this machine. */
export interface Refusal {
  readonly status: 403 | 404;
  readonly text: string;
}

/** Judges a request; undefined lets it in. Never rejects. */
export type Gate = (
  request: LoopbackRequest,
  subject: unknown,
  isPage: boolean,
) => Promise<Refusal | undefined>;

const NOTHING_HERE: Refusal = { status: 404, text: 'Not found\n' };
const NEEDS_AUTHORIZE =
  'authmeter: the live page answers 404, because in production it needs an authorize callback';

/**
 * Makes the gate in front of page, assets and data alike. With a callback that decides; without one, only this machine
 * is let in, and nobody in production.
 */
export function createGate({ authorize, allowedHosts, refusesInProduction }: GateOptions): Gate {
  if (authorize !== undefined) {
    const decide = authorize as (subject: unknown) => unknown;
    return async (_request, subject) => {
      try {
        return (await decide(subject)) === true ? undefined : NOTHING_HERE;
      } catch {
        return NOTHING_HERE;
      }
    };
  }
  let isReported = false;
  return (request, _subject, isPage) => {
    if (refusesInProduction && process.env['NODE_ENV'] === 'production') {
      if (!isReported) warn(NEEDS_AUTHORIZE);
      isReported = true;
      return Promise.resolve(NOTHING_HERE);
    }
    if (!isLoopbackSocket(request)) return Promise.resolve(NOTHING_HERE);
    const sign = findForeignSign(request, allowedHosts, isPage);
    return Promise.resolve(sign === undefined ? undefined : refusalFor(sign));
  };
}

function refusalFor(sign: string): Refusal {
  return {
    status: 403,
    text: `Authmeter live answers this machine only: ${sign}. See AM11 in its troubleshooting table.\n`,
  };
}
