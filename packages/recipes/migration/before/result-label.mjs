import { Counter, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
const registers = [registry];

const logins = new Counter({
  name: 'auth_logins_total',
  help: 'Login attempts',
  labelNames: ['result', 'method'],
  registers,
});
const refreshes = new Counter({
  name: 'auth_refresh_total',
  help: 'Token refreshes',
  labelNames: ['result'],
  registers,
});
const oauth = new Counter({
  name: 'auth_oauth_total',
  help: 'OAuth steps',
  labelNames: ['step', 'result'],
  registers,
});
const guests = new Counter({
  name: 'auth_guest_total',
  help: 'Guest events',
  labelNames: ['event'],
  registers,
});
const resets = new Counter({
  name: 'auth_password_reset_total',
  help: 'Password resets',
  labelNames: ['event'],
  registers,
});
const operationSeconds = new Histogram({
  name: 'auth_operation_latency_seconds',
  help: 'Latency of operations',
  labelNames: ['operation'],
  registers,
});
const refreshSeconds = new Histogram({
  name: 'auth_refresh_latency_seconds',
  help: 'Latency of refreshes',
  registers,
});

const resultOf = (failure) => (failure === undefined ? 'success' : 'failure');

export const count = {
  login({ failure, method, seconds }) {
    logins.inc({ result: resultOf(failure), method });
    operationSeconds.observe({ operation: 'login' }, seconds);
  },
  refresh({ failure, seconds }) {
    refreshes.inc({ result: resultOf(failure) });
    refreshSeconds.observe(seconds);
  },
  oauthStep: ({ failure, step }) => oauth.inc({ step, result: resultOf(failure) }),
  guest: (event) => guests.inc({ event }),
  passwordReset: (event) => resets.inc({ event }),
};
