import { ATTEMPTS } from '@authmeter/core/conventions';
import { describeWithPeers, pollUntil, startCollector } from '@authmeter/testkit';
import { startReceiver } from '../../src/otlp/start-receiver';
import type { LivePayload } from '../../src/shared/payload';
import { ask } from '../support/request';
import { createPusher } from './support';

describeWithPeers(['otelcol-authmeter'], 'a collector between a service and the page', () => {
  it.each(['json', 'proto'])('hands on what the service pushed, as %s', async (encoding) => {
    const receiver = await startReceiver(0);
    const collector = await startCollector({
      config: {
        receivers: { otlp: { protocols: { http: { endpoint: '${env:OTLP_ADDRESS}' } } } },
        exporters: {
          otlphttp: { endpoint: receiver.url.slice(0, -1), encoding, compression: 'gzip' },
        },
        service: { pipelines: { metrics: { receivers: ['otlp'], exporters: ['otlphttp'] } } },
      },
    });
    const { meter, push, stop } = createPusher(collector.otlpUrl, { encoding: 'protobuf' });
    meter.record({
      kind: 'attempt',
      outcome: 'failure',
      errorType: 'expired_token',
      method: 'jwt',
    });
    await push();

    const { series = [], start } = await pollUntil(
      async () => {
        const { body } = await ask(`${receiver.url}data`);
        const payload = JSON.parse(body.toString()) as LivePayload;
        return payload.series === undefined ? undefined : payload;
      },
      { what: 'the attempt' },
    );

    expect(start?.process.service).toBe('billing');
    expect(series.find(({ metric }) => metric === ATTEMPTS.name)?.attributes).toEqual({
      outcome: 'failure',
      reason: 'expired_token',
      [ATTEMPTS.attributes[2].key]: 'expired_token',
      method: 'jwt',
    });
    await stop();
    await collector.stop();
    await receiver.close();
  });
});
