import { Agent, get } from 'node:http';
import { AUTHORIZATIONS } from '../http/tokens';

/** Requests under way at a time. */
const CONNECTIONS = 16;
/** The load ends by itself, whatever becomes of the parent. */
const LONGEST_MILLISECONDS = 300_000;

const port = Number(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
let sent = 0;

function send(): void {
  const authorization = AUTHORIZATIONS[sent % AUTHORIZATIONS.length];
  sent += 1;
  const headers = authorization === undefined ? {} : { authorization };
  get({ host: '127.0.0.1', port, path: '/me', agent, headers }, (response) => {
    response.resume();
    response.once('end', send);
  }).once('error', () => process.exit(0));
}

for (let connection = 0; connection < CONNECTIONS; connection += 1) send();
setTimeout(() => process.exit(0), LONGEST_MILLISECONDS).unref();
process.once('disconnect', () => process.exit(0));
