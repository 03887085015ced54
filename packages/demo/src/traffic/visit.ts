import type { Mailbox } from '../service/accounts/mailbox';
import type { PartnerProvider } from '../service/partner-provider';
import type { Credentials } from '../service/start-service';
import type { SigningKeys } from '../service/tokens/signing-keys';
import type { Effect } from '../truth/counted-event';
import type { VisitOrigin } from './visit-origin';

/** An account as its owner knows it. */
export interface OwnedAccount extends Credentials {
  password: string;
  /** Whether it was registered. */
  exists: boolean;
  openSessions: number;
}

/** What the traffic can do because it lives in the service's process. */
export interface Inside {
  readonly signingKeys: SigningKeys;
  readonly mailbox: Mailbox;
  readonly partnerProvider: Pick<PartnerProvider, 'setDown'>;
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
}

/** One request to be sent. */
export interface RequestRecipe {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
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
