import type { AuthObservation } from '@authmeter/core';
import type { DetectionKind } from '@authmeter/detectors';

/** Something that happens, and when: seconds after the traffic begins. */
export interface TrafficEvent {
  readonly atSeconds: number;
  readonly observation: AuthObservation;
}

/** What truly is an attack in the traffic. */
export interface Attack {
  /** What it is to be detected as. */
  readonly kind: DetectionKind;
  /** Findings that are true as well, without being asked for. */
  readonly alsoTrue?: readonly DetectionKind[];
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** Whom a detection has to name for being this attack; the masked address or the account. Absent: nobody. */
  readonly source?: string;
  readonly accountId?: string;
  /** Accounts that the attacker got into: what is told of them, then or later, is true. */
  readonly compromised?: readonly string[];
}

/** Traffic, and what in it is an attack. */
export interface Traffic {
  readonly events: readonly TrafficEvent[];
  readonly attacks: readonly Attack[];
}

/** Several flows of traffic at the same time. */
export function mixTraffic(...flows: readonly Traffic[]): Traffic {
  const events = flows.flatMap((flow) => flow.events);
  return {
    events: events.sort((a, b) => a.atSeconds - b.atSeconds),
    attacks: flows.flatMap((flow) => flow.attacks),
  };
}

/** Traffic without any attack. */
export function benign(events: readonly TrafficEvent[]): Traffic {
  return { events, attacks: [] };
}
