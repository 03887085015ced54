export { judgeTraffic, type Judgement } from './quality/judge-traffic';
export { runTraffic, type TimedDetection } from './quality/run-traffic';
export { playScenario, WHOLE_DAY, type Extent, type Scenario } from './scenario';
export { ATTACK_SCENARIOS } from './scenarios/attack-scenarios';
export { BENIGN_SCENARIOS } from './scenarios/benign-scenarios';
export { LIMIT_SCENARIOS } from './scenarios/limit-scenarios';
export type { Attack, Traffic, TrafficEvent } from './traffic-event';
