import * as surface from '../src';

describe('@authmeter/instrumentation', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'AuthInstrumentation',
      'LIBRARIES',
      'createSpanObserver',
    ]);
  });
});
