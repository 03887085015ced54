import { AuthMetricsModule, observeGuard } from '@authmeter/nestjs';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { ExtractJwt, Strategy } from 'passport-jwt';

// #region provider
const { JWT_SECRET = '', OTEL_METRIC_EXPORT_INTERVAL = '60000', PORT = '3000' } = process.env;
const reader = new PeriodicExportingMetricReader({
  exporter: new OTLPMetricExporter(),
  exportIntervalMillis: Number(OTEL_METRIC_EXPORT_INTERVAL),
});
const provider = new MeterProvider({ readers: [reader] });
metrics.setGlobalMeterProvider(provider);
// #endregion

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
  imports: [AuthMetricsModule.forRoot()],
  controllers: [AppController],
  providers: [JwtStrategy],
})
class AppModule {
  async onApplicationShutdown() {
    await provider.shutdown();
  }
}

void NestFactory.create(AppModule).then((app) => app.enableShutdownHooks().listen(PORT));
