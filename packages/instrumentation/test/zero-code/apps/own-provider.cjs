// A service with a MeterProvider of its own, registered before anything listens, or some time after.
const { metrics } = require('@opentelemetry/api');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');

const register = () => metrics.setGlobalMeterProvider(new MeterProvider());
if (process.argv.includes('--late')) process.once('SIGUSR2', register);
else register();
require('./service.cjs');
