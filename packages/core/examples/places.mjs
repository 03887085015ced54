import { createAuthMeter } from '@authmeter/core';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';

class Reader extends MetricReader {
  async onForceFlush() {}
  async onShutdown() {}
}

/** A meter whose ledger has 100 places, and what it counted for sources without one. */
function openMeter() {
  const reader = new Reader();
  const meter = createAuthMeter({ meterProvider: new MeterProvider({ readers: [reader] }) });
  return {
    fail(network) {
      const sourceAddress = [1 + (network >> 16), (network >> 8) & 255, network & 255, 1].join('.');
      meter.record({ kind: 'attempt', outcome: 'failure', method: 'password', sourceAddress });
    },
    async countFolded() {
      const { scopeMetrics } = (await reader.collect()).resourceMetrics;
      return scopeMetrics
        .flatMap(({ metrics }) => metrics)
        .filter(({ descriptor }) => descriptor.name === 'auth.instrumentation.folded')
        .flatMap(({ dataPoints }) => dataPoints)
        .reduce((sum, { value }) => sum + value, 0);
    },
  };
}

// #region prices
async function buy({ fail, countFolded }, network) {
  const before = await countFolded();
  for (let failures = 0; failures < 4000; failures += 1) fail(network);
  return (await countFolded()) - before + 1;
}

const fresh = openMeter();
const prices = [];
for (let network = 0; network < 100; network += 1) prices.push(await buy(fresh, network));
const shown = [1, 26, 27, 40, 50, 60, 75, 90, 100].map((place) => prices[place - 1]);
const sum = prices.reduce((total, price) => total + price);
console.log(`${shown.join(' ')}, together ${sum}`);
// #endregion

// #region flood
const flooded = openMeter();
for (let network = 0; network < 1e6; network += 1) flooded.fail(network);
const places = 1e6 - (await flooded.countFolded());
const price = await buy(flooded, 1e6);
console.log(
  `${places} places after a million networks that fail once; ${price} failures buy the next`,
);
// #endregion
