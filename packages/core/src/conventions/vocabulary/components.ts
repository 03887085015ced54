/** Parts of Authmeter that can fail or drop: the values of `component`. */
export const COMPONENTS = [
  'recorder',
  'observer',
  'error_rules',
  'locator',
  'adapter',
  'audit',
  'detectors',
  'live',
] as const;
export type Component = (typeof COMPONENTS)[number];
