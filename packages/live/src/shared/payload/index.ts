export type { DetectionPayload, EvidencePayload, TallyPayload } from './detection-payload';
export type { AlertPayload, FindingPayload, FindingState } from './findings-payload';
export type { HealthPayload, SetupPayload } from './health-payload';
export type { LivePayload, SenderPayload } from './live-payload';
export type { RankedPayload, RankingPayload, TopPayload } from './ranking-payload';
export type { SeriesPayload, SlotPayload } from './slot-payload';
export type { ProcessPayload, StartPayload } from './start-payload';
