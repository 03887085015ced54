/** Mail that the service sent. Nothing leaves the process; the traffic reads it as the account's owner would. */
export interface Mailbox {
  send(email: string, token: string): void;
  /** Takes the last token that was sent to an address; undefined when none was. */
  take(email: string): string | undefined;
}

export function createMailbox(): Mailbox {
  const lastToken = new Map<string, string>();
  return {
    send: (email, token) => {
      lastToken.set(email, token);
    },
    take: (email) => {
      const token = lastToken.get(email);
      lastToken.delete(email);
      return token;
    },
  };
}
