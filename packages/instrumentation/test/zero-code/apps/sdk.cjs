// A service that starts OpenTelemetry by itself, and its application afterwards.
const { NodeSDK } = require('@opentelemetry/sdk-node');
const { AuthInstrumentation } = require('@authmeter/instrumentation');

new NodeSDK({ instrumentations: [new AuthInstrumentation()] }).start();
require('./app.cjs');
