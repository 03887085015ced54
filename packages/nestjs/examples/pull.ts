import { AuthMetricsModule, observeGuard } from '@authmeter/nestjs';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { ExtractJwt, Strategy } from 'passport-jwt';

const { JWT_SECRET = '', METRICS_TOKEN = '', PORT = '3000' } = process.env;
const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));

class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: JWT_SECRET });
  }

  validate(claims: object) {
    return claims;
  }
}

@Controller()
class AppController {
  @Get('me')
  @UseGuards(observeGuard(AuthGuard('jwt')))
  me() {
    return 'me';
  }
}

@Module({
  imports: [AuthMetricsModule.forRoot({ endpoint: { exporter, bearer: METRICS_TOKEN } })],
  controllers: [AppController],
  providers: [JwtStrategy],
})
class AppModule {}

void NestFactory.create(AppModule).then((app) => app.listen(PORT));
