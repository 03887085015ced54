// Sends the same requests to the same applications, whatever versions they were given and however they were loaded,
// and prints what a scrape of the process shows in the end.
const { generateKeyPairSync } = require('node:crypto');
const { once } = require('node:events');
const { createServer } = require('node:http');
const { setTimeout: pause } = require('node:timers/promises');

const SECRET = 'the-secret-of-the-application';
const ROUNDS = 4;
const GOOD = 'good';
const EXPIRED = 'expired';

/** Starts what answers requests on a free port; gives its origin. */
async function serve(listener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

/** Gets a path with a token, or without; gives the status. */
async function get(url, token) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, { headers, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}

async function expectStatuses(what, expected, ...requests) {
  const statuses = [];
  for (const [url, token] of requests) statuses.push(await get(url, token));
  if (statuses.join() !== expected.join()) throw new Error(`${what} answered ${statuses}`);
}

exports.play = async function play(libraries) {
  const tokens = {
    [GOOD]: libraries.jsonwebtoken.sign({ sub: 'alice' }, SECRET, { expiresIn: 60 }),
    [EXPIRED]: libraries.jsonwebtoken.sign({ sub: 'alice' }, SECRET, { expiresIn: -60 }),
  };
  await playExpress(libraries, tokens);
  await playKoa(libraries, tokens);
  await playNest(libraries, tokens);
  await playJose(libraries);
  await playHashes(libraries);
  await playLimiters(libraries);
  await playOpenId(libraries);
  await scrape();
  process.exit(0);
};

async function playExpress(
  { express, expressjwt, jsonwebtoken, passport, passportJwt, passportLocal, rateLimit },
  tokens,
) {
  const answer = (request, response) => response.send('served');
  const byHand = (request, response, next) => {
    const token = request.headers.authorization?.split(' ')[1];
    jsonwebtoken.verify(token, SECRET, (error) => (error ? response.sendStatus(401) : next()));
  };
  const jwtFromRequest = passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken();
  passport.use(
    new passportJwt.Strategy({ jwtFromRequest, secretOrKey: SECRET }, ({ sub }, done) =>
      done(null, { id: sub }),
    ),
  );
  passport.use(new passportLocal.Strategy((name, password, done) => done(null, false)));
  const session = { session: false };
  const app = express();
  app.get('/by-hand', byHand, answer);
  app.get('/express-jwt', expressjwt({ secret: SECRET, algorithms: ['HS256'] }), answer);
  app.get('/passport', passport.initialize(), passport.authenticate('jwt', session), answer);
  app.get('/login', passport.initialize(), passport.authenticate('local', session), answer);
  app.get('/limited', rateLimit({ max: 1 }), answer);
  // eslint-disable-next-line no-unused-vars -- Express knows an error handler by its four parameters.
  app.use((error, request, response, next) => response.sendStatus(error.status ?? 500));
  const url = await serve(app);
  const guarded = ['/by-hand', '/express-jwt', '/passport'].flatMap((path) =>
    [tokens[GOOD], tokens[EXPIRED], undefined].map((token) => [url + path, token]),
  );
  await expectStatuses('Express', [200, 401, 401, 200, 401, 401, 200, 401, 401], ...guarded);
  await expectStatuses('a login', [401], [`${url}/login?username=alice&password=wrong`]);
  await expectStatuses('a limiter', [200, 429], [`${url}/limited`], [`${url}/limited`]);
}

async function playKoa({ Koa, koaJwt, koaRatelimit }, tokens) {
  const guarded = new Koa().use(koaJwt({ secret: SECRET }));
  guarded.use((context) => {
    context.body = 'served';
  });
  const limited = new Koa().use(koaRatelimit({ driver: 'memory', db: new Map(), max: 1 }));
  limited.use((context) => {
    context.body = 'served';
  });
  const url = await serve(guarded.callback());
  const limitedUrl = await serve(limited.callback());
  await expectStatuses('Koa', [200, 401, 401], [url, tokens[GOOD]], [url, tokens[EXPIRED]], [url]);
  await expectStatuses('its limiter', [200, 429], [limitedUrl], [limitedUrl]);
}

async function playNest({ nest, passportJwt }, tokens) {
  const {
    AuthGuard,
    Controller,
    Get,
    JwtModule,
    JwtService,
    NestFactory,
    PassportStrategy,
    UseGuards,
  } = nest;
  class ByHeader extends PassportStrategy(passportJwt.Strategy) {
    constructor() {
      const jwtFromRequest = passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken();
      super({ jwtFromRequest, secretOrKey: SECRET });
    }

    validate({ sub }) {
      return { id: sub };
    }
  }
  class Routes {
    me() {
      return 'served';
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(Routes.prototype, 'me');
  Get('me')(Routes.prototype, 'me', descriptor);
  UseGuards(AuthGuard('jwt'))(Routes.prototype, 'me', descriptor);
  Controller()(Routes);
  const root = {
    module: class RootModule {},
    imports: [JwtModule.register({ secret: SECRET })],
    controllers: [Routes],
    providers: [ByHeader],
  };
  const app = await NestFactory.create(root, new nest.ExpressAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${app.getHttpServer().address().port}/me`;
  await expectStatuses('Nest', [200, 401, 401], [url, tokens[GOOD]], [url, tokens[EXPIRED]], [url]);
  const jwt = app.get(JwtService);
  await jwt.verifyAsync(await jwt.signAsync({ sub: 'alice' }));
}

async function playJose({ jose }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256' }];
  const url = await serve((request, response) => response.end(JSON.stringify({ keys })));
  const keySet = jose.createRemoteJWKSet(new URL(url));
  const sign = (claims) =>
    new jose.SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(privateKey);
  await jose.jwtVerify(await sign({}), keySet);
  await jose.jwtVerify(await sign({ exp: 1 }), keySet).catch(() => undefined);
}

async function playHashes({ argon2, bcrypt, bcryptjs }) {
  await bcrypt.compare('x', await bcrypt.hash('x', ROUNDS));
  bcryptjs.compareSync('x', bcryptjs.hashSync('x', ROUNDS));
  await argon2.verify(await argon2.hash('x', { timeCost: 2, memoryCost: 4096 }), 'x');
}

async function playLimiters({ rateLimiterFlexible }) {
  const limiter = new rateLimiterFlexible.RateLimiterMemory({ points: 1, duration: 60 });
  await limiter.consume('key');
  await limiter.consume('key').catch(() => undefined);
}

/** Plays a sign-in with an identity provider: by functions, or by a client, as versions have it. */
async function playOpenId({ openidClient }) {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'a', token_type: 'bearer', expires_in: 60 }));
  });
  const metadata = {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
  };
  const redirect = 'https://service.test/callback';
  if (openidClient.Issuer === undefined) {
    const configuration = new openidClient.Configuration(metadata, 'client', 'secret');
    openidClient.allowInsecureRequests(configuration);
    openidClient.buildAuthorizationUrl(configuration, { redirect_uri: redirect });
    const back = new URL(`${redirect}?code=c&state=s`);
    await openidClient.authorizationCodeGrant(configuration, back, { expectedState: 's' });
  } else {
    const { Client } = new openidClient.Issuer(metadata);
    const client = new Client({ client_id: 'client', client_secret: 'secret' });
    client.authorizationUrl({ redirect_uri: redirect });
    await client.oauthCallback(redirect, { code: 'c', state: 's' }, { state: 's' });
  }
}

/** Prints what the process exports, as soon as its exporter answers. */
async function scrape() {
  const { OTEL_EXPORTER_PROMETHEUS_HOST: host, OTEL_EXPORTER_PROMETHEUS_PORT: port } = process.env;
  const deadline = Date.now() + 15_000;
  for (;;) {
    const response = await fetch(`http://${host}:${port}/metrics`).catch(() => undefined);
    if (response !== undefined) {
      const text = await response.text();
      // A process that exits does not wait for what it has written to a pipe.
      await new Promise((resolve) => process.stdout.write(`${text}\n`, resolve));
      return;
    }
    if (Date.now() > deadline) throw new Error('nothing answers a scrape');
    await pause(20);
  }
}
