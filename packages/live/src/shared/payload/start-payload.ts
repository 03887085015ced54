import type { AlertPayload } from './findings-payload';

/** What does not change while a process runs. */
export interface StartPayload {
  readonly process: ProcessPayload;
  readonly alerts: readonly AlertPayload[];
  /** Where the documentation begins, with a slash at the end. */
  readonly docs: string;
  /** Address of a runbook; `{alert}` stands for the alert's name. */
  readonly runbooks: string;
  /** How many times faster than real the findings' clock runs; 1 except in a demonstration. */
  readonly timeScale: number;
  readonly showsSources: boolean;
  readonly showsAccounts: boolean;
}

/** Whom the page shows. */
export interface ProcessPayload {
  /** Name of the service; absent while the resource has none. */
  readonly service?: string;
  readonly host?: string;
  readonly pid?: number;
  /** When it started, milliseconds since 1970. */
  readonly startedAt: number;
  /** How the metrics got here. */
  readonly source: 'reader' | 'otlp';
  /** Its number among the workers of a cluster. */
  readonly worker?: string;
}
