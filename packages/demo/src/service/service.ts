import type { AuthObserver } from '@authmeter/core';
import type { DemoTime } from '../time/demo-time';
import type { Inside } from './inside';
import type { Listening } from './listen-on-loopback';
import type { Limits } from './rate-limits';

/** Who can log in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A running service, with what only somebody on the inside knows of it. */
export interface Service extends Listening {
  readonly inside: Inside;
  /** Accounts that exist from the start. */
  readonly operator: Credentials;
  readonly suspended: Credentials;
}

/** How a service is started. */
export interface ServiceOptions {
  /** Ports to try, in this order; 0 is any. */
  readonly ports: readonly number[];
  /** Key under which account ids are hashed, at least 16 bytes. Default: a new one for every start. */
  readonly userIdKey: string | undefined;
  /** Who else hears of what happens. Default: nobody. */
  readonly observers?: readonly AuthObserver[];
  /** Default: the real one. */
  readonly time?: DemoTime;
  /** What of the shop's rate limits differs. Default: nothing. */
  readonly limits?: Partial<Limits>;
  /** What hashing one of the shop's passwords takes, in KiB. Default: what a small machine can do. */
  readonly passwordMemoryKibibytes?: number;
}
