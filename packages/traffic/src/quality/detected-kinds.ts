import { SECURITY_EVENTS } from '@authmeter/core/conventions';
import type { DetectionKind } from '@authmeter/detectors';

/** Every kind of attack that there is a detector for. */
export const DETECTED_KINDS: readonly DetectionKind[] = SECURITY_EVENTS.filter(
  (event): event is DetectionKind => event !== 'csrf_failure',
);
