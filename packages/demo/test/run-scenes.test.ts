import { runScenes } from '../src/run-scenes';
import { KEY_GUESSING } from '../src/scenes/key-guessing';
import { REFRESH_TOKEN_THEFT } from '../src/scenes/refresh-token-theft';
import type { Scene } from '../src/scenes/scene';
import { writeToMemory, type MemorySink } from './write-to-memory';

const SHORT: Scene = { ...REFRESH_TOKEN_THEFT, seconds: 45 };
const OPTIONS = { ports: [0], collectorUrl: undefined };
const TIMEOUT_MILLISECONDS = 60_000;

/** The text from the first line about a scene on, with what differs from run to run left out. */
function toldOf(sink: MemorySink): string {
  const told = sink.text.slice(sink.text.indexOf('\n\n', sink.text.indexOf('\n\n') + 2) + 2);
  return told
    .replace(/[\d,]+ requests; \d+ series/, 'N requests; N series')
    .replace(/[\d,]+ requests: /, 'N requests: ');
}

describe('playing scenes', () => {
  it(
    'says what happened, what was found, what it fires and which runbook to open',
    async () => {
      const sink = writeToMemory();
      expect(await runScenes([SHORT], { ...OPTIONS, fast: true }, sink)).toBe(0);
      expect(toldOf(sink)).toBe(
        [
          'A stolen refresh token',
          '  happens   A refresh token that was used already comes three times more, from another network.',
          '    0:20    detected: token_reuse, critical',
          '    0:22    detected: token_reuse, critical',
          '    0:24    detected: token_reuse, critical',
          '  counted   N requests; N series compared, all equal',
          '  found     token_reuse',
          '  fires     TokenReuseDetected',
          '  silent    AuthFailureRateHigh, LoginFailureRatioElevated',
          '  runbook   docs/runbooks/TokenReuseDetected.md',
          '',
          '1 scene, N requests: in every series the metrics say what was sent, and the detectors found what it was.',
          '',
        ].join('\n'),
      );
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'shows a page in real time, tells which alert fires on it, and ends when it is told to',
    async () => {
      const stopping = new AbortController();
      const memory = writeToMemory();
      let page = '';
      const output = {
        write: (text: string) => {
          memory.write(text);
          if (text.includes('AttackDetected')) stopping.abort();
          const [, url] = /look here {2}(\S+)/.exec(text) ?? [];
          if (url === undefined) return;
          void fetch(url).then(async (answer) => (page = await answer.text()));
        },
      };
      const options = { ...OPTIONS, fast: false, isEndless: true, signal: stopping.signal };

      expect(await runScenes([KEY_GUESSING], options, output)).toBe(0);
      expect(page).toContain('<title>Authmeter live</title>');
      expect(memory.text).toMatch(
        /^Somebody guesses API keys \(75 s\)\n {2}happens [^]*\n {4}0:\d\d {4}alert: {4}AttackDetected\n[^]*^Ended before a scene was over\.$/m,
      );
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'fails when something happens that no visitor expected, or when another attack is found',
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
      expect(sink.text).toContain('found     nothing, not token_reuse');
      expect(sink.text).toContain('say something else in refresh-token-theft.');
    },
    TIMEOUT_MILLISECONDS,
  );
});
