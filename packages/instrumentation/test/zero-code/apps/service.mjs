// A service with one guarded route, which it asks itself once; it says that it is ready, and waits for a signal.
import { createServer } from 'node:http';
import jsonwebtoken from 'jsonwebtoken';

const SECRET = 'the-secret-of-the-application';
const token = jsonwebtoken.sign({ sub: 'alice' }, SECRET);
const server = createServer((request, response) => {
  try {
    jsonwebtoken.verify(request.headers.authorization ?? '', SECRET);
    response.end('served');
  } catch {
    response.writeHead(401).end();
  }
}).listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const { status } = await fetch(`http://127.0.0.1:${port}`, { headers: { authorization: token } });
  console.log(`ready ${status}`);
  if (process.argv.includes('--once')) process.exit(0);
});
