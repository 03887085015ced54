import { metricsEndpoint } from '@authmeter/express';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import express from 'express';
import fc from 'fast-check';
import { AUTHORIZATION_TEXTS } from '../inputs/header-texts';
import { listen } from '../servers/listen';
import { requestOf, sendRaw } from '../servers/send-raw';
import { defineTarget } from '../target';

const TOKEN = 'the only token that opens it';

/** What the wire says that the right token says too: the scheme in any case, blanks around. */
const OPENS = new RegExp(`^bearer[ ]+${TOKEN}[ \\t]*$`, 'i');

/** The door in front of the metrics, with headers of every kind. */
export const METRICS_ENDPOINT = defineTarget({
  name: 'metrics-endpoint',
  promise: 'nothing but the right token opens the metrics, and the server goes on answering',
  start: async () => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const provider = new MeterProvider({ readers: [exporter] });
    const app = express().get('/metrics', metricsEndpoint(exporter, { bearer: TOKEN }));
    const { port, stop } = await listen(app);
    const ask = (headers: readonly string[]) =>
      sendRaw(port, requestOf('GET', '/metrics', headers));
    return {
      inputs: fc.oneof(
        fc.array(AUTHORIZATION_TEXTS, { maxLength: 3 }),
        fc.nat({ max: TOKEN.length - 1 }).map((end) => [`Bearer ${TOKEN.slice(0, end)}`]),
        fc.constantFrom([`Bearer ${'x'.repeat(20_000)}`], [`Basic ${TOKEN}`], [`${TOKEN} Bearer`]),
      ),
      attempt: async (texts) => {
        const status = await ask(texts.map((text) => `Authorization: ${text}`));
        if (status === 200 && !OPENS.test(texts[0]?.trim() ?? '')) throw new Error('it opened');
        if (status !== undefined && status >= 500) throw new Error(`it answered ${String(status)}`);
      },
      conclude: async () => {
        const status = await ask([`Authorization: Bearer ${TOKEN}`]);
        if (status !== 200) throw new Error(`the right token was answered ${String(status)}`);
      },
      stop: async () => {
        await stop();
        await provider.shutdown();
      },
    };
  },
});
