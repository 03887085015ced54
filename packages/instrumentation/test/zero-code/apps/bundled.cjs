// An application that its users bundle: the adapter of its framework is part of it, as far as it is asked for.
const express = require('express');
const jsonwebtoken = require('jsonwebtoken');
const { authMetrics } = require('@authmeter/express');

const SECRET = 'the-secret-of-the-application';
const app = express();
if (process.argv.includes('--adapter')) app.use(authMetrics());
app.get('/', (request, response) => {
  const token = request.headers.authorization?.split(' ')[1];
  jsonwebtoken.verify(token, SECRET, (error) => response.sendStatus(error ? 401 : 200));
});
const server = app.listen(0, '127.0.0.1', async () => {
  const token = jsonwebtoken.sign({ sub: 'alice' }, SECRET);
  const url = `http://127.0.0.1:${server.address().port}`;
  await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const { OTEL_EXPORTER_PROMETHEUS_HOST: host, OTEL_EXPORTER_PROMETHEUS_PORT: port } = process.env;
  const text = await (await fetch(`http://${host}:${port}/metrics`)).text();
  process.stdout.write(`${text}\n`, () => process.exit(0));
});
