import { ATTEMPTS, METRIC_CATALOGUE, prometheusName, TOKEN_AGE } from '@authmeter/core/conventions';
import { definitionOf } from '../../src/ingest/metric-names';

describe('definitionOf', () => {
  it.each(METRIC_CATALOGUE.map((definition) => [definition.name, definition] as const))(
    'knows %s in both spellings, with a namespace and without',
    (name, definition) => {
      const series = prometheusName(definition);

      expect(definitionOf(name)).toBe(definition);
      expect(definitionOf(series)).toBe(definition);
      expect(definitionOf(`shop.${name}`)).toBe(definition);
      expect(definitionOf(`shop_eu_${series}`)).toBe(definition);
    },
  );

  it('knows nothing else', () => {
    const others = [
      'http.server.duration',
      'auth.attempts.other',
      `x${ATTEMPTS.name}`,
      '',
      'auth.',
    ];

    expect(others.map(definitionOf)).toEqual(others.map(() => undefined));
  });

  it('finds a name behind a namespace that looks like one', () => {
    expect(definitionOf(`auth.gateway.${TOKEN_AGE.name}`)).toBe(TOKEN_AGE);
  });
});
