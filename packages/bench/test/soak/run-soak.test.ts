import { judgeSoak, renderSoak } from '../../src/soak/render-soak';
import { runSoak } from '../../src/soak/run-soak';

it('loads, scrapes and looks at a real service, and finds every request counted once', async () => {
  const result = await runSoak({
    isControl: false,
    loadMilliseconds: 3000,
    sampleMilliseconds: 50,
    scrapeMilliseconds: 200,
  });

  const { samples, load, scrapes, counted, auditEvents } = result;
  expect(samples.length).toBeGreaterThan(2);
  expect(scrapes).toBeGreaterThan(0);
  expect(load.accepted).toBeGreaterThan(0);
  expect(load.answered).toBeGreaterThan(load.accepted);
  expect(counted).toEqual({ success: load.accepted, failure: load.answered - load.accepted });
  expect(auditEvents).toBeGreaterThan(0);
  expect(judgeSoak({ ...result, counted: { ...counted, failure: 0 } }).isExact).toBe(false);
  expect(renderSoak(result, false)).toContain('failures, each request once.');
});
