/** A point on the earth, in degrees. */
export interface Place {
  /** -90 to 90, north positive. */
  readonly latitude: number;
  /** -180 to 180, east positive. */
  readonly longitude: number;
}

/** Says where an address is; undefined where that is not known. */
export type Locate = (address: string) => Place | undefined;

const EARTH_RADIUS_KILOMETRES = 6371;

/** The way over the surface between two places, by the haversine formula; good to half a percent. */
export function kilometresBetween(from: Place, to: Place): number {
  const [fromLatitude, toLatitude] = [radians(from.latitude), radians(to.latitude)];
  const halfChordSquared =
    squaredHalfSine(toLatitude - fromLatitude) +
    Math.cos(fromLatitude) *
      Math.cos(toLatitude) *
      squaredHalfSine(radians(to.longitude - from.longitude));
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(halfChordSquared)));
}

function squaredHalfSine(angle: number): number {
  return Math.sin(angle / 2) ** 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
