import { DEPENDENCY_UP } from '@authmeter/core/conventions';
import { Controller, Get } from '@nestjs/common';
import { HealthCheckService, TerminusModule, type HealthCheckResult } from '@nestjs/terminus';
import { AuthHealthIndicator } from '../src';
import { observeNest, PLATFORMS } from './observe-nest';

@Controller('health')
class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly auth: AuthHealthIndicator,
  ) {}

  @Get()
  check(): Promise<HealthCheckResult> {
    return this.health.check([() => this.auth.isHealthy()]);
  }
}

const ROOT = {
  controllers: [HealthController],
  imports: [TerminusModule.forRoot({ logger: false })],
};

describe.each(PLATFORMS)('AuthHealthIndicator in terminus on %s', (_name, createAdapter) => {
  const ask = (checks: Record<string, () => unknown>) =>
    observeNest(
      ROOT,
      async (url) => {
        const response = await fetch(`${url}/health`);
        return { status: response.status, body: (await response.json()) as HealthCheckResult };
      },
      {
        createAdapter,
        meter: { dependencies: Object.keys(checks) },
        module: () => ({ health: { checks } }),
      },
    );

  it('is up when every dependency is', async () => {
    const { result, points } = await ask({ database: () => true });

    expect(result.status).toBe(200);
    expect(result.body.details).toEqual({
      authentication: {
        status: 'up',
        checks: { database: { status: 'up', durationMilliseconds: expect.any(Number) } },
      },
    });
    expect(points(DEPENDENCY_UP)).toEqual([{ attributes: { dependency: 'database' }, value: 1 }]);
  });

  it('is down when one dependency is, and tells no text of an error', async () => {
    const down = () => Promise.reject(new Error('password of the database'));

    const { result, points } = await ask({ database: down });

    expect(result.status).toBe(503);
    expect(result.body.error).toEqual({
      authentication: {
        status: 'down',
        checks: {
          database: { status: 'down', cause: 'failed', durationMilliseconds: expect.any(Number) },
        },
      },
    });
    expect(points(DEPENDENCY_UP)).toEqual([{ attributes: { dependency: 'database' }, value: 0 }]);
  });
});
