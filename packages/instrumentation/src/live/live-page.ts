import { loadPeer } from '../metrics/load-peer';
import { warnHost } from '../metrics/warn-host';
import type { LiveRequest } from './live-request';
import { tell } from '../tell';

/** What is used of @authmeter/live. */
interface LiveModule {
  createLive(): { readonly reader: unknown; listen(port: number): Promise<LiveServer> };
}

interface LiveServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The live page of a provider of the instrumentation's own. */
export interface LivePage {
  /** Goes into the readers of the provider. */
  readonly reader: unknown;
  /** Begins to serve it; a port that cannot be had is told in one line. */
  open(): void;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Makes the page, which is served when it is opened; undefined where @authmeter/live is not installed. */
export function createLivePage({ port, whatFor }: LiveRequest): LivePage | undefined {
  const live = loadPeer<LiveModule>(whatFor, '@authmeter/live')?.createLive();
  if (live === undefined) return undefined;
  let opening: Promise<LiveServer | undefined> = Promise.resolve(undefined);
  return {
    reader: live.reader,
    open: () => {
      opening = live.listen(port).then(
        (server) => {
          tell('info', `the live page is at ${server.url}`);
          return server;
        },
        (error: unknown) => {
          warnHost(`${whatFor} serves nothing: ${reasonOf(error, port)}`);
          return undefined;
        },
      );
    },
    close: () => opening.then((server) => server?.close()).catch(() => undefined),
  };
}

/** Why a port cannot be listened on, in words of ours. */
function reasonOf(error: unknown, port: number): string {
  const { code } = error as { readonly code?: unknown };
  return code === 'EADDRINUSE'
    ? `port ${String(port)} is taken (EADDRINUSE); choose another one`
    : `port ${String(port)} cannot be listened on (${String(code)})`;
}
