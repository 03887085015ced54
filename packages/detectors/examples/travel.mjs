import { createAuthMeter } from '@authmeter/core';
import { createDetectors, openGeoLite } from '@authmeter/detectors';

/** A database that you obtained, GeoLite2-City for example; mmdb-lib reads it. */
export async function createMeter(file) {
  const geo = await openGeoLite(file);
  return createAuthMeter({
    locateCountry: geo.locateCountry,
    observers: [createDetectors({ locate: geo.locate })],
  });
}
