import { createMetricsHarness } from '@authmeter/testkit';
import { PASSWORD_HASH_DURATION } from '@authmeter/core/conventions';
import argon2Module from 'argon2';
import bcryptModule from 'bcrypt';
import express, { type RequestHandler } from 'express';
import { AuthInstrumentation } from '../../src';
import type { LibraryName } from '../../src/library-names';
import { get, observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

/** What the libraries of bcrypt have in common. */
type Bcrypt = typeof bcryptModule;

/* eslint-disable @typescript-eslint/no-require-imports -- Aliases have no types. */
const bcrypt = patched('bcrypt', bcryptModule);
const bcryptjs = patched('bcryptjs', require('bcryptjs') as Bcrypt);
const bcryptjs2 = patched('bcryptjs', require('lowest-bcryptjs') as Bcrypt);
const argon2 = patched('argon2', argon2Module);
const argon2Lowest = patched('argon2', require('lowest-argon2') as typeof argon2Module);
/* eslint-enable */

const ROUNDS = 4;
const CHEAP = { timeCost: 2, memoryCost: 1024 };

/** How often each combination of labels was measured. */
async function measured(
  run: () => unknown,
  libraries: Partial<Record<LibraryName, boolean>> = {},
): Promise<readonly string[]> {
  const harness = createMetricsHarness();
  const instrumentation = new AuthInstrumentation({
    libraries,
    meterOptions: { meterProvider: harness.meterProvider },
  });
  try {
    await run();
    const points = await harness.distributions(PASSWORD_HASH_DURATION.name);
    return points.map(
      ({ attributes, value }) =>
        `${String(attributes['algorithm'])} ${String(attributes['operation'])} ${String(value.count)}`,
    );
  } finally {
    instrumentation.disable();
  }
}

describe.each([
  ['bcrypt', bcrypt, 'bcrypt'],
  ['bcryptjs 3', bcryptjs, 'bcryptjs'],
  ['bcryptjs 2', bcryptjs2, 'bcryptjs'],
] as const)('patched %s', (_name, library, switchName) => {
  const hash = library.hashSync('right', ROUNDS);

  it('measures what is hashed and compared: at once, for a promise and for a callback', async () => {
    const answers: unknown[] = [];

    const points = await measured(async () => {
      answers.push(library.compareSync('right', library.hashSync('right', ROUNDS)));
      answers.push(await library.compare('wrong', await library.hash('right', ROUNDS)));
      const called = await new Promise<string>((resolve) => {
        library.hash('right', ROUNDS, (_error, made) => {
          resolve(made);
        });
      });
      await new Promise<void>((resolve) => {
        library.compare('right', called, (_error, isSame) => {
          answers.push(isSame);
          resolve();
        });
      });
    });

    expect(answers).toEqual([true, false, true]);
    expect(points).toEqual(['bcrypt hash 3', 'bcrypt verify 3']);
  });

  it('measures nothing that could not be hashed', async () => {
    const points = await measured(async () => {
      const nothing: unknown = undefined;
      await library.hash(nothing as string, ROUNDS).catch(() => undefined);
    });

    expect(points).toEqual([]);
  });

  it('does nothing while it is switched off', async () => {
    expect(await measured(() => library.compareSync('x', hash), { [switchName]: false })).toEqual(
      [],
    );
  });
});

describe.each([
  ['newest', argon2],
  ['lowest', argon2Lowest],
])('patched argon2, the %s version', (_name, library) => {
  it('measures what is hashed and verified', async () => {
    let isSame = false;

    const points = await measured(async () => {
      isSame = await library.verify(await library.hash('right', CHEAP), 'right');
    });

    expect(isSame).toBe(true);
    expect(points).toEqual(['argon2 hash 1', 'argon2 verify 1']);
  });
});

describe('a hand-written login over a patched hash', () => {
  const hash = bcrypt.hashSync('right', ROUNDS);
  const answer =
    (status: number): RequestHandler =>
    (request, response) => {
      const { password } = request.query as { readonly password: string };
      void bcrypt
        .compare(password, hash)
        .then((isSame) => response.sendStatus(isSame ? 200 : status));
    };
  const app = express();
  app.get('/login', answer(401));
  app.get('/redirecting', answer(302));

  const observe = (path: string, http = {}) =>
    observeZeroCode(() => serve(app, get({}, path)), { config: { http } });

  it('is an attempt with a password, accepted or refused', async () => {
    const right = await observe('/login?password=right');
    const wrong = await observe('/login?password=wrong');

    expect([right.result, wrong.result]).toEqual([[200], [401]]);
    expect(right.counted).toEqual(['auth.attempts method=password outcome=success 1']);
    expect(wrong.counted).toEqual([
      'auth.attempts error.type=invalid_credentials method=password outcome=failure reason=invalid_credentials 1',
      'auth.errors error.type=invalid_credentials operation=authenticate 1',
    ]);
  });

  it('is a login where its route was declared to be one', async () => {
    const { counted } = await observe('/login?password=wrong', {
      operations: { 'GET /login': 'login' },
    });

    expect(counted).toEqual([
      'auth.attempts error.type=invalid_credentials method=password outcome=failure reason=invalid_credentials 1',
      'auth.errors error.type=invalid_credentials operation=login 1',
      'auth.logins error.type=invalid_credentials method=password outcome=failure reason=invalid_credentials 1',
    ]);
  });

  it('is an error and no attempt when nobody can tell that the request was refused', async () => {
    const { counted } = await observe('/redirecting?password=wrong');

    expect(counted).toEqual(['auth.errors error.type=invalid_credentials operation=login 1']);
  });
});
