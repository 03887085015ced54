import type { DetectionPayload } from './detection-payload';
import type { FindingPayload } from './findings-payload';
import type { HealthPayload, SetupPayload } from './health-payload';
import type { TopPayload } from './ranking-payload';
import type { SeriesPayload, SlotPayload } from './slot-payload';
import type { StartPayload } from './start-payload';

/** What the page asks the server for and gets: the body of `GET data`. */
export interface LivePayload {
  /** Names this process or, with OTLP, this sender; a restart makes another. */
  readonly instance: string;
  /** The number of the newest slot; a request says which one it has. */
  readonly slot: number;
  /** The end of the newest slot, milliseconds since 1970. */
  readonly now: number;
  /** Present when the answer begins anew instead of adding to what the page has. */
  readonly start?: StartPayload;
  readonly series?: readonly SeriesPayload[];
  readonly fine: readonly SlotPayload[];
  /** Slots of about ten seconds; only for a request that says which one it has of these. */
  readonly coarse?: readonly SlotPayload[];
  /** Sent when one came, went or changed its state, and now and then for the values. */
  readonly findings?: readonly FindingPayload[];
  readonly detections?: readonly DetectionPayload[];
  readonly top?: TopPayload;
  readonly health?: HealthPayload;
  readonly setup?: SetupPayload;
  /** Whoever sends to the same receiver, this one included; absent where there is one only. */
  readonly senders?: readonly SenderPayload[];
}

/** One of several processes that send to the same receiver. */
export interface SenderPayload {
  readonly id: string;
  readonly name: string;
}
