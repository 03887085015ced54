import type { AuthErrorType, AuthMethod, AuthOutcome } from '../conventions';

/** A standard method, or one that the option `methods` declares. */
export type AuthMethodName = AuthMethod | (string & {});

/** What is known of an accepted token. Instants are epoch seconds, as in a JWT payload. */
export interface TokenFacts {
  /** When it was issued (`iat`), in epoch seconds. */
  readonly issuedAtEpochSeconds?: number | undefined;
  /** When it expires (`exp`), in epoch seconds; `Infinity` says that it never does. Absent: not known. */
  readonly expiresAtEpochSeconds?: number | undefined;
}

/**
 * A refresh token that is good for one use, by its ids and never by its text: two tokens that were signed in the same
 * second for the same claims are the same text.
 */
export interface RefreshTokenFacts {
  /** The id of the presented token: its `jti`, or the key of its row. */
  readonly tokenId?: string | undefined;
  /** What all tokens of one login have in common. */
  readonly familyId?: string | undefined;
  /** When the presented token was issued, in epoch seconds; within a family it tells older from newer. */
  readonly issuedAtEpochSeconds?: number | undefined;
}

/** Who and where. Raw values: they are masked, hashed or dropped before anything leaves the process. */
export interface SubjectFacts {
  /** The client's address, as the socket or a trusted proxy tells it. */
  readonly sourceAddress?: string | undefined;
  /** The account's id in the host's own terms. */
  readonly accountId?: string | undefined;
  /** The session's id, for audit events. */
  readonly sessionId?: string | undefined;
  /** The route template (`/users/:id`), never the path. */
  readonly route?: string | undefined;
}

/** What an adapter knows and an error does not. */
export interface FailureHints {
  /** Status of the response, 100 to 599. */
  readonly status?: number | undefined;
  /** Whether the request carried any credential. */
  readonly credentialPresent?: boolean | undefined;
  /** What a passport strategy said along with its refusal. */
  readonly info?: unknown;
  /** The response's `WWW-Authenticate` header. */
  readonly wwwAuthenticate?: string | undefined;
  /** Which part the host plays in OAuth; decides what `invalid_client` means. Default `client`. */
  readonly role?: 'client' | 'server' | undefined;
}

/** How something ended, and with what. The cause is given as an error, or already as its type. */
export interface Verdict {
  readonly outcome: AuthOutcome;
  /** Whatever was thrown or passed along; read by `categorizeAuthError`, never exported. */
  readonly error?: unknown;
  /** The precise cause, where the caller knows it; wins over `error`. */
  readonly errorType?: AuthErrorType | undefined;
  readonly hints?: FailureHints | undefined;
}

/** Something that took time. */
export interface Timed {
  /** Seconds, non-negative; a negative value (a clock that went back) is recorded as 0, a NaN not at all. */
  readonly durationSeconds?: number | undefined;
}
