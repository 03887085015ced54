import { Counter, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
const registers = [registry];

const counterOf = (name, help) => new Counter({ name, help, registers });

const loginSuccesses = counterOf('auth_login_success_total', 'Successful logins');
const loginFailures = counterOf('auth_login_failure_total', 'Failed logins');
const registrationSuccesses = counterOf('auth_registration_success_total', 'Registrations');
const registrationFailures = counterOf('auth_registration_failure_total', 'Failed registrations');
const validationSuccesses = counterOf('auth_token_validation_success_total', 'Accepted tokens');
const validationFailures = counterOf('auth_token_validation_failure_total', 'Refused tokens');
const limited = counterOf('auth_rate_limit_exceeded_total', 'Limited requests');
const responseMilliseconds = new Histogram({
  name: 'auth_response_time_ms',
  help: 'Response time of logins',
  buckets: [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000],
  registers,
});

export const count = {
  login({ failure, seconds }) {
    (failure === undefined ? loginSuccesses : loginFailures).inc();
    responseMilliseconds.observe(seconds * 1000);
  },
  registration: (failure) =>
    (failure === undefined ? registrationSuccesses : registrationFailures).inc(),
  validation: (failure) => (failure === undefined ? validationSuccesses : validationFailures).inc(),
  limited: () => limited.inc(),
};
