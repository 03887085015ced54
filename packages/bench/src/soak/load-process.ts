import { connect, type Socket } from 'node:net';
import { renderRequest } from './requests';

/** What the load tells at its end. */
export interface LoadResult {
  /** Requests that were answered. */
  readonly answered: number;
  /** Of those, with a status below 400. */
  readonly accepted: number;
}

const CONNECTIONS = 16;
/** Requests under way on one connection. */
const PIPELINED = 4;
/** A connection is closed after this many, and another is opened. */
const REQUESTS_PER_CONNECTION = 2000;
const STATUS = /HTTP\/1\.1 (\d{3})/g;
const LONGEST_PARTIAL_STATUS = 'HTTP/1.1 20'.length;

/** Arguments: the port, and after how many milliseconds to stop. */
const [, , port = '', milliseconds = ''] = process.argv;
let isOver = false;
let sent = 0;
let answered = 0;
let accepted = 0;
let open = 0;

function openConnection(): void {
  open += 1;
  const socket = connect(Number(port), '127.0.0.1');
  let left = REQUESTS_PER_CONNECTION;
  let underWay = 0;
  let partial = '';
  const send = (): void => {
    if (isOver || left === 0) return;
    left -= 1;
    underWay += 1;
    sent += 1;
    socket.write(renderRequest(sent));
  };
  socket.setNoDelay().on('data', (chunk: Buffer) => {
    const text = partial + chunk.toString('latin1');
    let end = 0;
    for (const { index, 0: line, 1: status } of text.matchAll(STATUS)) {
      end = index + line.length;
      answered += 1;
      underWay -= 1;
      if (Number(status) < 400) accepted += 1;
      send();
    }
    partial = text.slice(end).slice(-LONGEST_PARTIAL_STATUS);
    if (underWay === 0) leave(socket);
  });
  socket.on('error', (error) => {
    process.stderr.write(`load: ${error.message}\n`);
    process.exit(1);
  });
  for (let request = 0; request < PIPELINED; request += 1) send();
}

function leave(socket: Socket): void {
  socket.end();
  open -= 1;
  if (!isOver) openConnection();
  else if (open === 0) {
    const result: LoadResult = { answered, accepted };
    process.send?.(result, undefined, undefined, () => process.exit(0));
  }
}

for (let connection = 0; connection < CONNECTIONS; connection += 1) openConnection();
setTimeout(() => {
  isOver = true;
}, Number(milliseconds));
process.once('disconnect', () => process.exit(0));
