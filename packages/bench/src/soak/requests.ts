import { AUTHORIZATIONS } from '../http/tokens';

/** One request in this many is a login; the others present a token, or none. */
const LOGIN_EVERY = 6;
/** One login in this many has the right password. */
const RIGHT_EVERY = 3;
/** One login in this many is a guess of the same few attackers at the same few accounts. */
const ATTACK_EVERY = 10;
const ATTACKERS = 20;
const VICTIMS = 50;

export const RIGHT_PASSWORD = 'correct horse';

/**
 * The text of a request, the same for the same number. Nearly every one comes from an address, and nearly every login is
 * of an account, that was never seen before.
 */
export function renderRequest(number: number): string {
  if (number % LOGIN_EVERY === 0) return renderLogin(number / LOGIN_EVERY, number);
  const authorization = AUTHORIZATIONS[number % AUTHORIZATIONS.length];
  const credential = authorization === undefined ? '' : `Authorization: ${authorization}\r\n`;
  return `GET /me HTTP/1.1\r\nHost: shop\r\n${forwarded(addressOf(number))}${credential}\r\n`;
}

function renderLogin(login: number, number: number): string {
  const isAttack = login % ATTACK_EVERY === 0;
  const guess = login / ATTACK_EVERY;
  const address = isAttack ? `198.51.${String(guess % ATTACKERS)}.7` : addressOf(number);
  const body = JSON.stringify({
    name: isAttack ? `victim-${String(guess % VICTIMS)}` : `account-${String(login)}`,
    password: !isAttack && login % RIGHT_EVERY === 0 ? RIGHT_PASSWORD : 'guess',
  });
  return (
    `POST /login HTTP/1.1\r\nHost: shop\r\n${forwarded(address)}Content-Type: application/json\r\n` +
    `Content-Length: ${String(body.length)}\r\n\r\n${body}`
  );
}

function forwarded(address: string): string {
  return `X-Forwarded-For: ${address}\r\n`;
}

/** Each in a network of its own: IPv4 and IPv6 by turns. */
function addressOf(number: number): string {
  return number % 2 === 0
    ? `${String(20 + ((number >> 17) & 63))}.${String((number >> 9) & 255)}.${String((number >> 1) & 255)}.9`
    : `2001:db8:${(number & 0xffff).toString(16)}:${(number >> 16).toString(16)}::1`;
}
