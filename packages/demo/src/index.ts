export { BRUTE_FORCE, KEY_MISTAKE, OUTAGE } from './portal/troubled-visits';
export type { PortalVisit } from './portal/portal-visit';
export { startPortal, type Portal } from './portal/start-portal';
export { startDemo, type Demo, type DemoOptions } from './start-demo';
export { FIRST_NEWCOMERS, planVisits } from './traffic/plan-visits';
export { playAtOnce } from './traffic/play-at-once';
export { pickWeighted } from './traffic/random-source';
export { VISITORS } from './traffic/visitors/visitors';
