export { createLive } from './create-live';
export type { Thresholds } from './findings/alert-limits';
export type { LiveOptions } from './live-options';
export type { LiveReader } from './live-reader';
export type { ExpressRequest, KoaContext, Live, LiveExchange, LiveServer } from './mount/live';
