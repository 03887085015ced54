import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What was received at one place. */
export interface Notifications {
  /** Bodies that were posted, by path. */
  readonly posts: ReadonlyMap<string, readonly PostedNotification[]>;
  /** Messages as they were mailed, headers and all. */
  readonly mails: readonly string[];
  /** Without a slash at its end. */
  readonly url: string;
  /** `host:port`. */
  readonly mailHost: string;
  readonly close: () => Promise<void>;
}

/** JSON of PagerDuty, Slack or a webhook. */
export type PostedNotification = Readonly<Record<string, unknown>>;

/** Stands where PagerDuty, Slack, a webhook and a mail server stand. */
export async function receiveNotifications(): Promise<Notifications> {
  const posts = new Map<string, PostedNotification[]>();
  const mails: string[] = [];
  const web = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? '';
      posts.set(path, [...(posts.get(path) ?? []), JSON.parse(body) as PostedNotification]);
      // Slack wants this word, PagerDuty the status.
      response.writeHead(path === '/pagerduty' ? 202 : 200).end('ok');
    });
  });
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(null, { user: 'alertmanager' }),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
  return {
    posts,
    mails,
    url: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    mailHost: `127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
    close: async () => {
      web.close();
      web.closeAllConnections();
      await new Promise<void>((resolve) => mail.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
