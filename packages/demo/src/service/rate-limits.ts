import { digestSecret } from './secret';

export const LIMIT_WINDOW_MILLISECONDS = 60_000;

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
  readonly keyOf: (request: LimitedRequest) => string;
}

export const LIMITS: Readonly<Record<LimiterName, Limit>> = {
  login: { limit: 10, keyOf: ({ address }) => address },
  api: { limit: 8, keyOf: ({ apiKey = '' }) => digestSecret(apiKey) },
};
