/** A log record as far as its delivery reads it. */
export interface DeliverableRecord {
  readonly severityNumber?: number | undefined;
  readonly resource: {
    readonly asyncAttributesPending?: boolean | undefined;
    waitForAsyncAttributes?(): Promise<void>;
  };
}

/** What an exporter answers. Code 0 says that everything arrived. */
export interface DeliveryResult {
  readonly code: number;
  readonly error?: Error | undefined;
}

/** An exporter of OpenTelemetry's SDK, as far as it is used. */
export interface LogExporter {
  export(records: DeliverableRecord[], onResult: (result: DeliveryResult) => void): void;
  shutdown(): Promise<void>;
}

/** Answers of a collector that will be the same the next time: these records cannot be taken by it. */
const FINAL_STATUSES: ReadonlySet<unknown> = new Set([400, 413, 422]);

const SUCCESS = 0;

/** What became of a batch. */
export type Delivery = 'delivered' | 'refused' | 'failed';

/** Reads an answer: delivered, refused for good, or to be tried again. */
export function readResult({ code, error }: DeliveryResult): Delivery {
  if (code === SUCCESS) return 'delivered';
  const status = (error as { readonly code?: unknown } | undefined)?.code;
  return FINAL_STATUSES.has(status) ? 'refused' : 'failed';
}
