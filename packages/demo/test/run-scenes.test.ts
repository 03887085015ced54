import { runScenes } from '../src/run-scenes';
import { REFRESH_TOKEN_THEFT } from '../src/scenes/refresh-token-theft';
import type { Scene } from '../src/scenes/scene';
import { writeToMemory } from './write-to-memory';

const SHORT: Scene = { ...REFRESH_TOKEN_THEFT, seconds: 45 };
const OPTIONS = { ports: [0], collectorUrl: undefined };
const TIMEOUT_MILLISECONDS = 60_000;

describe('playing scenes', () => {
  it(
    'says what happened, what it fires and which runbook to open',
    async () => {
      const sink = writeToMemory();
      expect(await runScenes([SHORT], { ...OPTIONS, fast: true }, sink)).toBe(0);
      expect(sink.text).toMatch(
        /^A stolen refresh token\n {2}metrics {3}http:\/\/127\.0\.0\.1:\d+\/metrics\n {2}happened {2}.+ \d{3} requests; \d+ series compared, all equal\.\n {2}alerts {4}TokenReuseDetected, not AuthFailureRateHigh, .+\n {2}runbook {3}docs\/runbooks\/TokenReuseDetected\.md\n\n$/,
      );
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'takes as long as it says in real time, with a page to look at',
    async () => {
      const sink = writeToMemory();
      const began = Date.now();
      const scene: Scene = { ...SHORT, seconds: 2, moments: [] };
      expect(await runScenes([scene], { ...OPTIONS, fast: false }, sink)).toBe(0);
      expect(Date.now() - began).toBeGreaterThanOrEqual(2000);
      expect(sink.text).toMatch(
        /^A stolen refresh token for 2 s\n {2}look at {3}http:\/\/[^\n]+\n/,
      );
      expect(sink.text).toContain('all equal');
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'fails when something happens that no visitor expected',
    async () => {
      const sink = writeToMemory();
      const moments = SHORT.moments?.slice(0, 1).map((moment) => ({
        ...moment,
        atSecond: 0,
        play: (cast: Parameters<typeof moment.play>[0]) => {
          const { visit, step } = moment.play(cast);
          return { visit, step: { ...step, expects: { 418: [] } } };
        },
      }));
      const scene: Scene = { ...SHORT, seconds: 1, moments: moments ?? [] };
      expect(await runScenes([scene], { ...OPTIONS, fast: true }, sink)).toBe(1);
      expect(sink.text).toContain('unexpected: "refreshes": POST /auth/refresh answered 200');
    },
    TIMEOUT_MILLISECONDS,
  );
});
