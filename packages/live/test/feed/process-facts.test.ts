import { processFacts, serviceNameOf } from '../../src/feed/process-facts';

describe('what is known of a process', () => {
  it('is its number where a process manager counts several', () => {
    expect(processFacts(5, 'shop', { NODE_APP_INSTANCE: '3' })).toMatchObject({
      service: 'shop',
      worker: '3',
      startedAt: 5,
      source: 'reader',
    });
    expect(processFacts(5, undefined, { NODE_APP_INSTANCE: '' })).not.toHaveProperty('worker');
    expect(processFacts(5, undefined, {})).not.toHaveProperty('worker');
  });

  it('is the name of its service, where somebody gave it one', () => {
    const names = ['shop', 'unknown_service:node', '', 7].map((name) =>
      serviceNameOf({ 'service.name': name }),
    );

    expect(names).toEqual(['shop', undefined, undefined, undefined]);
  });
});
