import type { Inside } from '../service/inside';
import type { Credentials } from '../service/service';
import type { Effect } from '../truth/counted-event';
import type { VisitOrigin } from './visit-origin';

/** An account as its owner knows it. */
export interface OwnedAccount extends Credentials {
  password: string;
  /** Whether it was registered. */
  exists: boolean;
  openSessions: number;
}

/** What a visitor carries from step to step. */
export interface Visit extends VisitOrigin {
  readonly account: OwnedAccount;
  readonly inside: Inside;
  /** The browser's cookies by name. */
  cookies: ReadonlyMap<string, string>;
  /** Cookies that a thief copied. */
  stolenCookies: ReadonlyMap<string, string>;
  accessToken: string | undefined;
  apiKey: { readonly id: string; readonly secret: string } | undefined;
  /** What a mail holds that was opened. */
  mailedToken: string | undefined;
}

/** One request to be sent. */
export interface RequestRecipe {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of which page it seems to be sent. Default: the browser does not say. */
  readonly page?: 'own' | 'foreign';
}

/** What came back. */
export interface Answer {
  readonly status: number;
  /** The JSON body; empty where there was none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** One request of a visitor, what each answer to it means, and what the visitor takes along. */
export interface Step {
  readonly request: (visit: Visit) => RequestRecipe;
  /** Effects by status; any other status is a surprise. */
  readonly expects: Readonly<Record<number, readonly Effect[]>>;
  readonly learn?: (visit: Visit, answer: Answer) => void;
}

/** Whose account a visitor uses: that of a registered user, of nobody yet, or one that is there from the start. */
export type VisitorAccount = 'member' | 'newcomer' | 'operator' | 'suspended';

/** One kind of visitor: a row of the traffic. */
export interface Visitor {
  readonly name: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  readonly as: VisitorAccount;
  readonly steps: readonly Step[];
}
