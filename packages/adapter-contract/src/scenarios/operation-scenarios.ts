import { AUTHORIZATIONS } from '../app/tokens';
import {
  error,
  failedRefresh,
  failedRegistration,
  logout,
  registered,
  succeededRefresh,
} from '../expectation/expected-points';
import { send, type ContractScenario } from './contract-scenario';

const tokenOf = (name: 'valid' | 'expired') => ({
  'x-refresh-token': AUTHORIZATIONS[name].slice('Bearer '.length),
});

/** Routes that were declared to be something else than a login. */
export const OPERATION_SCENARIOS: readonly ContractScenario[] = [
  {
    it: 'counts a sign-up that calls the login as a registration alone',
    send: send({ method: 'POST', path: '/register' }),
    statuses: [201],
    points: [registered('password')],
  },
  {
    it: 'counts a sign-up with a form that cannot be used',
    send: send({ method: 'POST', path: '/register/taken' }),
    statuses: [422],
    points: [failedRegistration('password', 'invalid_format'), error('invalid_format', 'register')],
  },
  {
    it: 'counts a refresh',
    send: send({ method: 'POST', path: '/refresh', headers: tokenOf('valid') }),
    statuses: [200],
    points: [succeededRefresh()],
  },
  {
    it: 'counts a refused refresh, which is no failed attempt',
    send: send({ method: 'POST', path: '/refresh', headers: tokenOf('expired') }),
    statuses: [401],
    points: [failedRefresh('invalid_credentials'), error('invalid_credentials', 'token_refresh')],
  },
  {
    it: 'tells why an observed refresh is refused, and counts it once',
    send: send({ method: 'POST', path: '/refresh/observed', headers: tokenOf('expired') }),
    statuses: [401],
    points: [failedRefresh('expired_token'), error('expired_token', 'token_refresh')],
  },
  {
    it: 'counts a refresh route behind a guard as a refresh alone',
    send: send({ method: 'POST', path: '/refresh/guarded', authorization: 'expired' }),
    statuses: [401],
    points: [failedRefresh('expired_token'), error('expired_token', 'token_refresh')],
  },
  {
    it: 'counts a logout',
    send: send({ method: 'POST', path: '/logout', authorization: 'valid' }),
    statuses: [204],
    points: [logout('user')],
  },
  {
    it: 'sees no logout where nobody was logged in',
    send: send({ method: 'POST', path: '/logout' }),
    statuses: [204],
    points: [],
  },
];
