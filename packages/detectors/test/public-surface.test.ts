import * as surface from '../src';

describe('@authmeter/detectors', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'DETECTOR_SETTINGS',
      'createDetectors',
      'openGeoLite',
    ]);
  });
});
