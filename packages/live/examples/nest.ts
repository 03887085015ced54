import { createLive } from '@authmeter/live';
import { AuthLiveModule } from '@authmeter/live/nestjs';
import { AuthMetricsModule } from '@authmeter/nestjs';
import { Controller, Get, Module, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { metrics } from '@opentelemetry/api';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const live = createLive();
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [live.reader] }));

@Controller()
class AppController {
  @Get('me')
  me(): string {
    throw new UnauthorizedException();
  }
}

// #region module
@Module({
  imports: [AuthMetricsModule.forRoot(), AuthLiveModule.forRoot({ live })],
  controllers: [AppController],
})
class AppModule {}
// #endregion

void NestFactory.create(AppModule).then((app) => app.listen(process.env['PORT'] ?? 3000));
