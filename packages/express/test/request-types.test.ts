import express, { type Request } from 'express';
import { authMetrics, observeAuth, observeLogin } from '../src';

interface LoginBody {
  readonly email: string;
}

/** Compiled with the tests: what callbacks see of the request is what the host's own types say. */
describe('the types of the wrappers', () => {
  it('give callbacks the request that the handler expects, and leave the handler its type', () => {
    const login: express.RequestHandler<object, unknown, LoginBody> = (_request, response) => {
      response.sendStatus(204);
    };
    const observed: typeof login = observeLogin(login, {
      identify: ({ body }) => ({ accountId: body.email }),
    });
    const guard: express.RequestHandler = (_request, _response, next) => {
      next();
    };
    const guarded: express.RequestHandler = observeAuth(guard, {
      identify: (request) => ({ accountId: request.ip ?? 'nobody' }),
    });

    const app = express()
      .use(
        authMetrics(undefined, { identify: (request: Request) => ({ accountId: request.path }) }),
      )
      .post('/login', observed)
      .get('/me', guarded);

    expect(app).toBeInstanceOf(Function);
  });
});
