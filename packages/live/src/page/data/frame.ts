import type {
  DetectionPayload,
  FindingPayload,
  HealthPayload,
  LivePayload,
  SenderPayload,
  SeriesPayload,
  SetupPayload,
  StartPayload,
  TopPayload,
} from '../../shared/payload';
import { Track } from './track';

/** Five minutes and a half of seconds; an hour and two minutes of ten seconds. */
const FINE_SLOTS = 340;
const COARSE_SLOTS = 372;
const MOST_DETECTIONS = 100;

/** Everything that the page was told of one process. */
export class Frame {
  readonly start: StartPayload;
  readonly instance: string;
  fine = new Track(FINE_SLOTS);
  coarse = new Track(COARSE_SLOTS);
  series: SeriesPayload[] = [];
  findings: readonly FindingPayload[] = [];
  detections: readonly DetectionPayload[] = [];
  top: TopPayload = {};
  health: HealthPayload | undefined;
  setup: SetupPayload | undefined;
  senders: readonly SenderPayload[] = [];
  /** The end of the newest slot, milliseconds since 1970. */
  now: number;
  /** Whether the slots of the hour were told. */
  hasHour = false;

  constructor(first: LivePayload & { readonly start: StartPayload }) {
    this.start = first.start;
    this.instance = first.instance;
    this.now = first.now;
    this.apply(first);
  }

  /** Adds what came since. */
  apply(payload: LivePayload): void {
    for (const series of payload.series ?? []) this.addSeries(series);
    this.fine.append(payload.fine);
    this.coarse.append(payload.coarse ?? []);
    this.hasHour ||= payload.coarse !== undefined;
    this.findings = payload.findings ?? this.findings;
    this.detections = [...this.detections, ...(payload.detections ?? [])].slice(-MOST_DETECTIONS);
    this.top = payload.top ?? this.top;
    this.health = payload.health ?? this.health;
    this.setup = payload.setup;
    this.senders = payload.senders ?? [];
    this.now = payload.now;
  }

  /** The same, which stays as it is whatever is told later. */
  copy(): Frame {
    const copy = Object.assign(Object.create(Frame.prototype) as Frame, this);
    copy.fine = this.fine.copy();
    copy.coarse = this.coarse.copy();
    copy.series = [...this.series];
    return copy;
  }

  private addSeries(series: SeriesPayload): void {
    if (this.series.some(({ cell }) => cell === series.cell)) return;
    this.series.push(series);
    this.fine.addSeries(series);
    this.coarse.addSeries(series);
  }
}
