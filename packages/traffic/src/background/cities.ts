/** A city, and where it is. */
export interface City {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Cities that people travel between, at least 1,000 km from each other. */
export const CITIES: readonly City[] = [
  { name: 'Lisbon', latitude: 38.7, longitude: -9.1 },
  { name: 'Berlin', latitude: 52.5, longitude: 13.4 },
  { name: 'Athens', latitude: 38.0, longitude: 23.7 },
  { name: 'New York', latitude: 40.7, longitude: -74.0 },
  { name: 'São Paulo', latitude: -23.6, longitude: -46.6 },
  { name: 'Singapore', latitude: 1.3, longitude: 103.8 },
];

const EARTH_RADIUS_KILOMETRES = 6371;

/** The way over the surface between two cities, by the spherical law of cosines. */
export function kilometresBetweenCities(from: City, to: City): number {
  const [a, b] = [from, to].map(({ latitude }) => (latitude * Math.PI) / 180) as [number, number];
  const turn = ((to.longitude - from.longitude) * Math.PI) / 180;
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn);
  return EARTH_RADIUS_KILOMETRES * Math.acos(Math.max(-1, Math.min(1, cosine)));
}
