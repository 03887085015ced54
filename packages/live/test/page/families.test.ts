import { AUTH_REASONS } from '@authmeter/core/conventions';
import { FAMILIES, FAMILY_NAMES, familyOf } from '../../src/page/style/families';

describe('families', () => {
  it('hold every reason once', () => {
    const held = FAMILY_NAMES.flatMap((name) => [...FAMILIES[name].reasons]);

    expect([...held].sort()).toEqual([...AUTH_REASONS].sort());
  });

  it('are found by reason; what is not listed is ours to explain', () => {
    expect(['rate_limited', 'unknown', 'made up', undefined].map(familyOf)).toEqual([
      'notNow',
      'ours',
      'ours',
      'ours',
    ]);
  });
});
