import { digestSecret } from './secret';

export const LIMITER_NAMES = ['login', 'api'] as const;
export type LimiterName = (typeof LIMITER_NAMES)[number];

/** What a limit is counted by. */
export interface LimitedRequest {
  readonly address: string;
  readonly apiKey: string | undefined;
}

/** How many requests in the window, for each of what. */
interface Limit {
  readonly limit: number;
  readonly windowMilliseconds: number;
  readonly keyOf: (request: LimitedRequest) => string;
}

export type Limits = Readonly<Record<LimiterName, Limit>>;

export const LIMITS: Limits = {
  login: { limit: 10, windowMilliseconds: 60_000, keyOf: ({ address }) => address },
  api: {
    limit: 8,
    windowMilliseconds: 60_000,
    keyOf: ({ apiKey = '' }) => digestSecret(apiKey),
  },
};
