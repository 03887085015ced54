/** What an alert's finding is at: its conditions hold long enough, hold since a moment, or held a moment ago. */
export type FindingState = 'firing' | 'pending' | 'cleared';

/** A finding; its alert is in `StartPayload.alerts`. */
export interface FindingPayload {
  /** Name of the alert. */
  readonly alert: string;
  /** The attributes that the alert keeps. */
  readonly group: Readonly<Record<string, string>>;
  readonly state: FindingState;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** `null`: infinitely many times what was usual. */
  readonly value: number | null;
  /** The alert that explains and silences it. */
  readonly explainedBy?: string;
}

/** What the page shows of an alert. */
export interface AlertPayload {
  readonly name: string;
  readonly meaning: string;
  readonly severity: 'warning' | 'critical';
  /** Shape of its first condition. */
  readonly shape: string;
  /** Metric of its first condition. */
  readonly metric: string;
  /** Unit of its limit. */
  readonly unit: string;
  readonly limit: number;
  readonly windowSeconds: number;
  readonly forSeconds: number;
  /** History that it needs. */
  readonly needsSeconds: number;
  /** Present where it cannot be evaluated here: what that would take. */
  readonly unevaluated?: 'other processes' | 'a longer record';
}
