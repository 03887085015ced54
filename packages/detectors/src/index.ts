export { createDetectors, type Detectors } from './create-detectors';
export type { Detection, DetectionKind } from './detection';
export { openGeoLite, type GeoLite } from './geo/geo-lite';
export type { Locate, Place } from './geo/place';
export type { DetectorOptions } from './options/detector-options';
export {
  DETECTOR_SETTINGS,
  type DetectorName,
  type SettingDefinition,
  type SettingsOf,
  type ThresholdsOf,
} from './options/detector-settings';
export type { DetectorThresholds } from './options/detector-thresholds';
