/** The release of the Elastic Common Schema that events are mapped to. */
export const ECS_VERSION = '9.4.0';

/** How the Elastic Common Schema files an event: its four categorization fields. */
export interface EcsClass {
  readonly kind: 'event' | 'alert';
  readonly category: readonly ('authentication' | 'iam' | 'session' | 'intrusion_detection')[];
  readonly type: readonly ('start' | 'end' | 'info' | 'user' | 'change' | 'creation' | 'denied')[];
  /** Absent where the event neither succeeds nor fails. */
  readonly outcome?: 'success' | 'failure';
}

/** The class of the Open Cybersecurity Schema Framework that all events belong to, with its normalized ids. */
export const OCSF_AUTHENTICATION = {
  version: '1.5.0',
  categoryUid: 3,
  classUid: 3002,
  activities: { logon: 1, logoff: 2, other: 99 },
  statuses: { unknown: 0, success: 1, failure: 2 },
  severities: { informational: 1, low: 2, medium: 3, high: 4, critical: 5 },
} as const;

/** How OCSF files an event. `type_uid` follows: class times 100, plus the activity. */
export interface OcsfClass {
  readonly activity: keyof typeof OCSF_AUTHENTICATION.activities;
  /** What the activity is called where it is none of the normalized ones. */
  readonly activityName?: string;
  readonly status: keyof typeof OCSF_AUTHENTICATION.statuses;
  readonly severity: keyof typeof OCSF_AUTHENTICATION.severities;
}
