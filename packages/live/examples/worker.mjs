import { createAuthMeter } from '@authmeter/core';
import { createLive } from '@authmeter/live';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const live = createLive();
const meterProvider = new MeterProvider({ readers: [live.reader] });
const meter = createAuthMeter({ meterProvider });

// #region listen
const { url } = await live.listen(Number(process.env.PORT ?? 9465));
console.log(`Live page: ${url}`);
// #endregion
setInterval(() => meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' }), 1000);
