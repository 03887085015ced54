import type { AuthErrorType } from '../../conventions';
import { matchPrefix, type MessagePrefix } from '../clue';

/** How Node, undici and the fetch wrappers begin the message of a call that did not get through. */
export const NETWORK_MESSAGES: readonly MessagePrefix[] = [
  ['connect E', 'dependency_error'],
  ['read E', 'dependency_error'],
  ['write E', 'dependency_error'],
  ['getaddrinfo ', 'dependency_error'],
  ['queryA E', 'dependency_error'],
  ['socket hang up', 'dependency_error'],
  ['other side closed', 'dependency_error'],
  ['fetch failed', 'dependency_error'],
  ['Failed to fetch', 'dependency_error'],
  ['failed to fetch', 'dependency_error'],
  ['network timeout at', 'dependency_error'],
  ['request to http', 'dependency_error'],
  ['request timed out', 'dependency_error'],
  ['Request timed out', 'dependency_error'],
  ['outgoing request timed out', 'dependency_error'],
  ['Timed out', 'dependency_error'],
  ['Connection is closed', 'dependency_error'],
  ['Connection closed', 'dependency_error'],
  ['Connection lost', 'dependency_error'],
  ['Connection timeout', 'dependency_error'],
  ['Connection terminated', 'dependency_error'],
  ['connection timeout', 'dependency_error'],
  ['connection timed out', 'dependency_error'],
  ['timeout expired', 'dependency_error'],
  ['timeout exceeded when trying to connect', 'dependency_error'],
  ['Client network socket disconnected', 'dependency_error'],
  ["Stream isn't writeable", 'dependency_error'],
  ['No SuperTokens core', 'dependency_error'],
  ['Network Error', 'dependency_error'],
  ['Request failed with status code', 'dependency_error'],
  ['Internal Server Error', 'dependency_error'],
  ['Bad Gateway', 'dependency_error'],
  ['Service Unavailable', 'dependency_error'],
  ['Gateway Timeout', 'dependency_error'],
  ['Expected 200 OK', 'dependency_error'],
  ['expected 200 OK', 'dependency_error'],
  ['Failed to parse the JSON Web Key Set', 'dependency_error'],
  ['JSON Web Key Set malformed', 'dependency_error'],
  ['self-signed certificate', 'dependency_error'],
  ['unable to verify the first certificate', 'dependency_error'],
  ['certificate has expired', 'dependency_error'],
];

/** `dependency_error` if a message begins like one of a failed call, else undefined. */
export function typeOfNetworkMessage(message: string): AuthErrorType | undefined {
  return matchPrefix(message, NETWORK_MESSAGES);
}

/** Texts of plain `Error`s that clients of other services throw without a code. */
export const NETWORK_ERROR_MESSAGES: readonly MessagePrefix[] = NETWORK_MESSAGES.filter(
  // These are also what a server's own error pages and HTTP exceptions say; there the status speaks.
  ([prefix]) => !/^(Internal|Bad|Service|Gateway)/.test(prefix),
);
