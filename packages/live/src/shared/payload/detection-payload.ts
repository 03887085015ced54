/** Something that happened at an instant, and what the metrics showed then. */
export interface DetectionPayload {
  readonly id: number;
  readonly kind: 'security' | 'lockout' | 'rotation';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly count: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly evidence: EvidencePayload;
}

/** What the last minute before a detection held. */
export interface EvidencePayload {
  readonly seconds: number;
  readonly attempts: number;
  readonly failures: number;
  readonly logins: number;
  readonly failedLogins: number;
  readonly topSource?: TallyPayload;
  readonly topAccount?: TallyPayload;
  readonly effectiveSources: number;
  readonly effectiveAccounts: number;
}

export interface TallyPayload {
  readonly key: string;
  readonly count: number;
}
