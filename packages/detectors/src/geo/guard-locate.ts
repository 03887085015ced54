import type { Locate, Place } from './place';

/** Calls the host's locator; where it throws, or answers with what is no place, nothing is known. */
export function guardLocate(locate: Locate, onFailure: () => void): Locate {
  return (address) => {
    try {
      const place: unknown = locate(address);
      return isPlace(place) ? place : undefined;
    } catch {
      onFailure();
      return undefined;
    }
  };
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { latitude, longitude } = value as Partial<Place>;
  return isWithin(latitude, 90) && isWithin(longitude, 180);
}

function isWithin(degrees: unknown, most: number): boolean {
  return typeof degrees === 'number' && Math.abs(degrees) <= most;
}
