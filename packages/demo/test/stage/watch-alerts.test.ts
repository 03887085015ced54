import { createServer } from 'node:http';
import { listenOnLoopback } from '../../src/service/listen-on-loopback';
import { ALERTS_WITH_A_PAST, watchAlerts } from '../../src/stage/watch-alerts';

describe('watching the alerts of a page', () => {
  it('tells each that fires once, and passes over an answer that is none', async () => {
    const answers = [
      [429, 'Too many requests\n'],
      [200, { findings: [{ alert: 'AttackDetected', state: 'pending' }] }],
      [200, { findings: [{ alert: 'AttackDetected', state: 'firing' }] }],
      [200, {}],
      [200, { findings: [{ alert: 'AttackDetected', state: 'firing' }] }],
    ] as const;
    let asked = 0;
    const server = createServer((_request, response) => {
      const [status, body] = answers[asked] ?? [500, ''];
      asked += 1;
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    const { url, stop } = await listenOnLoopback(server, [0]);
    const told: string[] = [];
    const watch = watchAlerts(`${url}/`, (alert) => told.push(alert));

    const after = [];
    while (asked < answers.length) {
      await watch.look();
      after.push(watch.fired.size);
    }
    await stop();

    expect(after).toEqual([0, 0, 1, 1, 1]);
    expect(told).toEqual(['AttackDetected']);
  });

  it('knows which alert no scene is long enough for', () => {
    expect(ALERTS_WITH_A_PAST).toEqual(expect.arrayContaining(['InvalidTokenSpike']));
    expect(ALERTS_WITH_A_PAST).not.toContain('AttackDetected');
  });
});
